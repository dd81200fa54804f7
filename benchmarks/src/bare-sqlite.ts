import { encodeStored } from '@polyrail/core';
import { sqliteStore } from '@polyrail/store-sqlite';
import sqlite from 'node-sqlite3-wasm';
import type { PaymentStore } from './payment-store.ts';
import { claimOf, stepOf } from './stored-payment.ts';

/**
 * The same rows in the same tables by the same driver, written by hand: a transaction for the claim, one for the outcome,
 * nothing around them. It blocks its process while the disk syncs.
 */
export async function bareSqlite(path: string): Promise<PaymentStore> {
  // The store makes its tables.
  await (await sqliteStore({ path, driver: 'node-sqlite3-wasm', thread: 'same' })).close();
  const database = new sqlite.Database(path);
  database.exec('pragma locking_mode = exclusive');
  database.exec('pragma journal_mode = wal');
  database.exec('pragma synchronous = full; pragma cache_size = 8192; pragma wal_autocheckpoint = 4000');
  const statement = (sql: string) => database.prepare(sql);
  const [begin, commit] = [statement('begin immediate'), statement('commit')];
  const payment = statement('insert into payments values (?, ?, ?, ?, ?, ?, ?, ?)');
  const operation = statement('insert into operations values (null, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)');
  const entry = statement('insert into timeline values (?, ?, ?, ?)');
  const paid = statement('update payments set version = ?, open = ?, updated_at_ms = ?, record = ? where id = ?');
  const done = statement('update operations set state = ?, record = ? where id = ?');
  const reference = statement('insert into provider_references values (?, ?, ?)');
  const all = [begin, commit, payment, operation, entry, paid, done, reference];
  return {
    pay(n) {
      const { operation: o, payment: p, entry: first } = claimOf(n);
      begin.run([]);
      payment.run([p.id, p.tenant, 1, 1, p.createdAtMs, p.updatedAtMs, n, encodeStored(p)]);
      operation.run([
        ...[o.id, p.id, o.tenant, 'payment', o.idempotencyKey, 1, o.provider, o.providerKey, o.state, o.startedAtMs],
        encodeStored(o),
      ]);
      entry.run([p.id, 1, 0, encodeStored(first)]);
      commit.run([]);
      const step = stepOf(claimOf(n));
      begin.run([]);
      paid.run([2, 0, step.payment.updatedAtMs, encodeStored(step.payment), p.id]);
      done.run([step.operation.state, encodeStored(step.operation), o.id]);
      reference.run([String(step.payment.providerReference), o.provider, o.id]);
      for (const [position, line] of step.entries.entries()) entry.run([p.id, 2, position, encodeStored(line)]);
      commit.run([]);
    },
    close() {
      for (const each of all) each.finalize();
      database.close();
    },
  };
}
