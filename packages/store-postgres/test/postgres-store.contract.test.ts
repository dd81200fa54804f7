import { storeContract } from '@polyrail/testkit';
import { describe, it } from 'vitest';
import { postgresStore } from '../src/index.ts';
import { describePostgres } from './support/test-database.ts';

await describePostgres('PostgreSQL', ({ connection, schema }) => {
  storeContract(
    { describe, it },
    {
      name: 'PostgreSQL',
      durable: true,
      async open() {
        const options = { connection, schema: schema() };
        let store = await postgresStore(options);
        return {
          store,
          async restart() {
            await store.close();
            store = await postgresStore(options);
            return store;
          },
          close: () => store.close(),
        };
      },
    },
  );
});
