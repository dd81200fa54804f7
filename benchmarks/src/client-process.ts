// Runs one client in a process of its own, batch by batch as told: `client-process.js <name> <port>`.
import { type BatchResult, type Load, runBatch } from './batch.ts';
import { targetOf } from './bench-client.ts';
import { type ClientName, clients } from './client-list.ts';

/** The answer to a load. */
export type BatchAnswer = BatchResult | { readonly failure: string };

const [name, port] = process.argv.slice(2);
const createClient = await clients[name as ClientName]();
const client = createClient(targetOf(Number(port)));

process.on('message', (load: Load) => {
  runBatch(client, load).then(
    (result) => process.send?.(result satisfies BatchAnswer),
    (error: unknown) => process.send?.({ failure: String(error) } satisfies BatchAnswer),
  );
});
process.on('disconnect', () => process.exit());
process.send?.('ready');
