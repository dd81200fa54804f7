// A host that takes webhooks in: the gateway's way, or a bare route with one insert.
import { createHmac, timingSafeEqual } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import { createGateway, type Provider } from '@polyrail/core';
import { sqliteStore } from '@polyrail/store-sqlite';
import { fastify } from 'fastify';
import sqlite from 'node-sqlite3-wasm';
import { providerWithoutWire } from './no-op-transport.ts';
import { signatureHeader, webhookSecret } from './webhook.ts';

const [kind = '', path = ''] = process.argv.slice(2);

type Take = (body: Buffer, headers: Record<string, string | string[] | undefined>) => Promise<boolean>;

const app = fastify();
app.removeAllContentTypeParsers();
app.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body));
const take = kind === 'bare' ? bareInsert() : await throughGateway();
app.post<{ Body: Buffer }>('/webhooks', async (request, reply) => {
  const stored = await take(request.body, request.headers);
  return reply.code(stored ? 204 : 500).send();
});
await app.listen({ host: '127.0.0.1', port: 0 });
process.send?.((app.server.address() as AddressInfo).port);
process.once('disconnect', () => process.exit());

/** No signature, no duplicates, no queue: the body in a table, synced. */
function bareInsert(): Take {
  const database = new sqlite.Database(path);
  database.exec('pragma locking_mode = exclusive');
  database.exec('pragma journal_mode = wal');
  database.exec('pragma synchronous = full; pragma wal_autocheckpoint = 4000');
  database.exec('create table webhooks (seq integer primary key, received_at_ms integer not null, body text not null)');
  const insert = database.prepare('insert into webhooks (received_at_ms, body) values (?, ?)');
  return async (body) => insert.run([Date.now(), body.toString()]).changes === 1;
}

async function throughGateway(): Promise<Take> {
  const gateway = createGateway({ providers: [pushing()], ledger: await sqliteStore({ path, thread: 'worker' }) });
  return async (body, headers) => (await gateway.receive('payment-intents', { headers, body })).kind === 'stored';
}

function pushing(): Provider {
  return {
    ...providerWithoutWire(),
    notifications: {
      verifier: {
        verify({ headers, body }) {
          const expected = createHmac('sha256', webhookSecret).update(body).digest();
          const given = Buffer.from(String(headers[signatureHeader]), 'hex');
          const isOurs = given.length === expected.length && timingSafeEqual(given, expected);
          return isOurs ? { kind: 'verified', secretId: 'one' } : { kind: 'refused', reason: 'signature_wrong' };
        },
      },
      read({ body }) {
        const { id, type, object } = JSON.parse(Buffer.from(body).toString()) as Record<string, string>;
        if (id === undefined || type === undefined || object === undefined) return undefined;
        return [{ eventId: id, type, subject: { by: 'provider_reference', value: object } }];
      },
    },
  };
}
