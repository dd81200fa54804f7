// A process of its own: commits a job, says so, and waits to be killed before anybody is told of the job.
import { postgresStore } from '@polyrail/store-postgres';
import { offerDeliveries } from './deliveries.ts';

const [, , connection = '', schema = ''] = process.argv;
await offerDeliveries(await postgresStore({ connection, schema }), 1);
process.send?.('committed');
