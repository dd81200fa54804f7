import { postgresStore } from '../../src/index.ts';

// A process of its own: opens a store when it is told to, so that several can do it at one moment.
const [, , connection = '', schema = ''] = process.argv;

process.once('message', async () => {
  const store = await postgresStore({ connection, schema });
  await store.lease({ limit: 1, leaseMs: 1, nowMs: 0 });
  await store.close();
  process.disconnect();
});
process.send?.('ready');
