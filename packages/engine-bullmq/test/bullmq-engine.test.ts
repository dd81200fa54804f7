import { fork } from 'node:child_process';
import { once } from 'node:events';
import { createGateway, type DurableStore, type Gateway, type TaskEngine } from '@polyrail/core';
import { postgresStore } from '@polyrail/store-postgres';
import { PostgresServer } from '@polyrail/testkit';
import { createPostgresBackend } from 'bullmq';
import { afterAll, afterEach, describe, expect, it } from 'vitest';
import { bullmqEngine } from '../src/index.ts';
import { offerDeliveries } from './support/deliveries.ts';

const server = await PostgresServer.start({ searchPath: process.env['PATH'] });
const timeout = 60_000;

describe.skipIf(server === undefined)('BullMQ on PostgreSQL (skipped: no PostgreSQL)', () => {
  const connectionString = server?.connection ?? '';
  const open: { close(): Promise<void> }[] = [];
  afterEach(async () => {
    await Promise.all(open.splice(0).map((each) => each.close()));
  });
  afterAll(() => server?.remove());

  const storeOf = (schema: string): Promise<DurableStore> => postgresStore({ connection: connectionString, schema });
  const engineOf = (queue: string): TaskEngine =>
    bullmqEngine({
      connection: { connectionString, schema: 'bullmq', migrate: true },
      backend: createPostgresBackend,
      queue,
    });

  async function gatewayOn(schema: string, engine: TaskEngine, delivered: string[]): Promise<Gateway> {
    const outbox = {
      endpoints: [{ id: 'shop' }],
      send: async (_endpoint: string, { id }: { readonly id: string }) => {
        delivered.push(id);
        return { kind: 'delivered' } as const;
      },
    };
    const gateway = createGateway({ providers: [], ledger: await storeOf(schema), engine, outbox });
    open.push(gateway);
    return gateway;
  }

  it('runs each job once, whichever process offered it', { timeout }, async () => {
    const [first, second]: [string[], string[]] = [[], []];
    const gateways = await Promise.all([
      gatewayOn('twice', engineOf('twice'), first),
      gatewayOn('twice', engineOf('twice'), second),
    ]);
    for (const gateway of gateways) gateway.start();
    const store = await storeOf('twice');
    await offerDeliveries(store, 60);
    await expect.poll(() => first.length + second.length, { timeout: 30_000 }).toBe(60);
    expect(new Set([...first, ...second]).size).toBe(60);
    await expect.poll(() => store.due({ limit: 1, untilMs: Number.MAX_SAFE_INTEGER }), { timeout: 30_000 }).toEqual([]);
    await store.close();
  });

  it('runs a job that was committed and never handed over, because its process was killed', { timeout }, async () => {
    // Made before, so that the killed process writes and does nothing else.
    await (await storeOf('killed')).close();
    const options = {
      execArgv: [
        '--conditions=@polyrail/source',
        '--import',
        new URL('support/source-loader.mjs', import.meta.url).href,
      ],
    };
    const child = fork(new URL('support/killed-offerer.ts', import.meta.url), [connectionString, 'killed'], options);
    await once(child, 'message');
    child.kill('SIGKILL');
    await once(child, 'exit');
    const delivered: string[] = [];
    const gateway = await gatewayOn('killed', engineOf('killed'), delivered);
    gateway.start();
    await expect.poll(() => delivered, { timeout: 30_000 }).toEqual(['evt-0']);
  });

  it('runs a task once that is offered many times, at its time', { timeout }, async () => {
    const [one, other] = [engineOf('many'), engineOf('many')];
    open.push(one, other);
    const ran: { readonly id: string; readonly atMs: number }[] = [];
    for (const engine of [one, other]) await engine.start(async (id) => void ran.push({ id, atMs: Date.now() }));
    const task = { id: 'notification:bank:evt:1', runAtMs: Date.now() + 500 };
    await Promise.all([one.offer([task]), other.offer([task]), one.offer([task])]);
    await expect.poll(() => ran.length, { timeout: 10_000 }).toBe(1);
    expect(ran[0]?.id).toBe(task.id);
    expect(ran[0]?.atMs).toBeGreaterThanOrEqual(task.runAtMs - 5);
  });
});
