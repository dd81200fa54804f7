import { encodeStored } from '@polyrail/core';
import { postgresStore } from '@polyrail/store-postgres';
import { Pool } from 'pg';
import type { PaymentStore } from './payment-store.ts';
import { claimOf, stepOf } from './stored-payment.ts';

/** The same rows in the same tables, written by hand: a transaction of plain statements for the claim, one for the outcome. */
export async function barePostgres(connection: string, schema: string, maxConnections: number): Promise<PaymentStore> {
  // The store makes its tables.
  await (await postgresStore({ connection, schema })).close();
  const pool = new Pool({ connectionString: connection, max: maxConnections });
  const transaction = async (
    statements: readonly (readonly [name: string, text: string, values: readonly unknown[]])[],
  ) => {
    const client = await pool.connect();
    await client.query('begin');
    for (const [name, text, values] of statements) await client.query({ name, text, values: [...values] });
    await client.query('commit');
    client.release();
  };
  const s = schema;
  const name = `insert into ${s}.provider_names (provider, kind, value, operation_id) values ($1, $2, $3, $4)`;
  const told = `insert into ${s}.timeline (payment_id, entry) values ($1, $2)`;
  return {
    async pay(n) {
      const claim = claimOf(n);
      const { operation: o, payment: p, entry } = claim;
      const times = [p.createdAtMs, p.updatedAtMs];
      await transaction([
        [
          'payment',
          `insert into ${s}.payments (id, tenant, version, open, created_at_ms, updated_at_ms, record)
           values ($1, $2, 1, true, $3, $4, $5)`,
          [p.id, p.tenant, ...times, encodeStored(p)],
        ],
        [
          'likeness',
          `insert into ${s}.likenesses (likeness, at_ms, payment_id) values ($1, $2, $3)`,
          [n, times[0], p.id],
        ],
        [
          'operation',
          `insert into ${s}.operations (id, tenant, scope, idempotency_key, payment_id, state, started_at_ms, record)
           values ($1, $2, 'payment', $3, $4, $5, $6, $7)`,
          [o.id, o.tenant, o.idempotencyKey, p.id, o.state, o.startedAtMs, encodeStored(o)],
        ],
        ['name', name, [o.provider, 'key', o.providerKey, o.id]],
        ['told', told, [p.id, encodeStored(entry)]],
      ]);
      const step = stepOf(claim);
      await transaction([
        [
          'paid',
          `update ${s}.payments set version = 2, open = false, updated_at_ms = $1, record = $2 where id = $3`,
          [step.payment.updatedAtMs, encodeStored(step.payment), p.id],
        ],
        [
          'done',
          `update ${s}.operations set state = $1, record = $2 where id = $3`,
          [step.operation.state, encodeStored(step.operation), o.id],
        ],
        ['name', name, [o.provider, 'reference', step.payment.providerReference, o.id]],
        ...step.entries.map((line) => ['told', told, [p.id, encodeStored(line)]] as const),
      ]);
    },
    close: () => pool.end(),
  };
}
