import {
  type ClaimAnswer,
  encodeStored,
  isLikelyDouble,
  type KeyScope,
  type OperationRecord,
  type Payment,
  PolyrailError,
  type Review,
  type StepAnswer,
  type StoredPayment,
  type TimelineEntry,
} from '@polyrail/core/store';
import type { Database } from '../database.ts';
import type { Row, SqlValue } from '../driver/driver.ts';
import type { EventRows } from './event-rows.ts';
import type { JobRows } from './job-rows.ts';
import {
  type ClaimColumns,
  type OperationColumns,
  operationColumns,
  type PaymentColumns,
  paymentColumns,
  type StepColumns,
} from './payment-columns.ts';
import { recordOf } from './record.ts';

const byKey = 'select record from operations where idempotency_key = ? and tenant = ? and scope = ? and holds_key = 1';

/** Payments, the operations on them and their timeline as rows. There is one writer, so it can look before it writes. */
export class PaymentRows {
  readonly #database: Database;
  readonly #jobs: JobRows;
  readonly #events: EventRows;

  constructor(database: Database, jobs: JobRows, events: EventRows) {
    this.#database = database;
    this.#jobs = jobs;
    this.#events = events;
  }

  claim({ operation, fingerprint, payment, entry }: ClaimColumns): ClaimAnswer {
    if (!this.#insertOperation(operation)) return this.#holder(operation, fingerprint);
    const [id, , version] = payment;
    const written = version === 1 ? this.#insertPayment(payment) : this.#updatePayment(payment);
    if (!written) {
      this.#database.run('delete from operations where id = ?', operation[0]);
      return { kind: 'payment_changed' };
    }
    this.#insertEntries(id, version, [entry]);
    const alike = this.#alike(payment);
    return alike === undefined ? { kind: 'claimed' } : { kind: 'claimed', alike: alike.id };
  }

  record(step: StepColumns): StepAnswer {
    return this.#apply(step);
  }

  release(step: StepColumns): StepAnswer {
    const answer = this.#apply(step);
    if (answer === 'recorded')
      this.#database.run('update operations set holds_key = 0 where id = ?', step.operation[0]);
    return answer;
  }

  operation(tenant: string, scope: KeyScope, idempotencyKey: string): OperationRecord | undefined {
    return this.#find(byKey, idempotencyKey, tenant, scope);
  }

  operationById(id: string): OperationRecord | undefined {
    return this.#find('select record from operations where id = ?', id);
  }

  /** A request that was released and claimed again has the same provider key: the latest one counts. */
  operationByProviderKey(provider: string, providerKey: string): OperationRecord | undefined {
    return this.#find(
      'select record from operations where provider_key = ? and provider = ? order by seq desc limit 1',
      ...[providerKey, provider],
    );
  }

  operationByProviderReference(provider: string, reference: string): OperationRecord | undefined {
    return this.#find(
      `select record from provider_references join operations on id = operation_id
       where reference = ? and provider_references.provider = ?`,
      ...[reference, provider],
    );
  }

  interrupted(startedBeforeMs: number, limit: number): readonly OperationRecord[] {
    const rows = this.#database.all(
      `select record from operations where state = 'in_flight' and started_at_ms < ? order by started_at_ms limit ?`,
      ...[startedBeforeMs, limit],
    );
    return rows.map((row) => recordOf(row));
  }

  reviews(limit: number, after = ''): readonly Review[] {
    const rows = this.#database.all(
      `select operations.record as operation, payments.record as payment
       from operations join payments on payments.id = payment_id
       where state = 'review' and operations.id > ? order by operations.id limit ?`,
      ...[after, limit],
    );
    return rows.map(({ operation = null, payment = null }) => ({
      operation: recordOf<OperationRecord>({ record: operation }),
      payment: recordOf<Payment>({ record: payment }),
    }));
  }

  payment(tenant: string, id: string): Payment | undefined {
    return recordOf(this.#database.get('select record from payments where id = ? and tenant = ?', id, tenant));
  }

  operationsOf(paymentId: string): readonly OperationRecord[] {
    const rows = this.#database.all('select record from operations where payment_id = ? order by seq', paymentId);
    return rows.map((row) => recordOf(row));
  }

  timeline(tenant: string, id: string): readonly TimelineEntry[] {
    const rows = this.#database.all(
      `select entry as record from timeline where payment_id = ?1
       and exists (select 1 from payments where id = ?1 and tenant = ?2) order by version, position`,
      ...[id, tenant],
    );
    return rows.map((row) => recordOf(row));
  }

  /** A payment as it is written to another store. */
  export(row: Row): StoredPayment {
    const payment = recordOf<Payment>(row);
    const rows = this.#database.all('select * from operations where payment_id = ? order by seq', payment.id);
    const operations = rows.map((each) => ({
      operation: recordOf<OperationRecord>(each),
      holdsKey: each['holds_key'] === 1,
      references: this.#referencesOf(String(each['id'])),
    }));
    return { kind: 'payment', payment, operations, timeline: this.timeline(payment.tenant, payment.id) };
  }

  /** Writes a payment of another store. */
  import({ payment, operations, timeline }: StoredPayment): void {
    this.#insertPayment(paymentColumns(payment));
    this.#insertEntries(payment.id, payment.version, timeline.map(encodeStored));
    for (const { operation, holdsKey, references } of operations) {
      this.#insertOperation(operationColumns(operation, holdsKey));
      for (const reference of references) this.#insertReference(reference, operation.provider, operation.id);
    }
  }

  #referencesOf(operationId: string): readonly string[] {
    const rows = this.#database.all('select reference from provider_references where operation_id = ?', operationId);
    return rows.map(({ reference }) => String(reference));
  }

  #apply({ operation, reference, payment, entries, offers = [], finishes, events = [] }: StepColumns): StepAnswer {
    if (finishes !== undefined && !this.#jobs.holds(finishes)) return 'job_lost';
    const [id, , version, , , updatedAtMs] = payment;
    if (!this.#updatePayment(payment)) {
      this.#existing(id);
      return 'payment_changed';
    }
    this.#updateOperation(operation);
    if (reference !== null) this.#insertReference(reference, operation[6], operation[0]);
    this.#insertEntries(id, version, entries);
    for (const event of events) this.#events.add(event);
    for (const offer of offers) this.#jobs.offer(offer, updatedAtMs);
    if (finishes !== undefined) this.#jobs.finish(finishes);
    return 'recorded';
  }

  /** Who holds the key. */
  #holder([, , tenant, scope, idempotencyKey]: OperationColumns, fingerprint: string): ClaimAnswer {
    const holder = this.#find(byKey, idempotencyKey, tenant, scope);
    if (holder?.fingerprint !== fingerprint) return { kind: 'key_reused' };
    return { kind: 'known', operation: holder, payment: this.#existing(holder.paymentId) };
  }

  /** The latest payment before this one that it may be a double of. */
  #alike([id, tenant, version, , createdAtMs, , likeness, record]: PaymentColumns): Payment | undefined {
    if (likeness === null || version !== 1) return undefined;
    const rows = this.#database.all(
      `select record from payments
       where created_at_ms / 600000 in (?1 / 600000, ?1 / 600000 - 1) and likeness = ?2 and tenant = ?3 and id <> ?4
       order by created_at_ms desc, rowid desc limit 16`,
      ...[createdAtMs, likeness, tenant, id],
    );
    if (rows.length === 0) return undefined;
    const payment = recordOf<Payment>({ record });
    return rows.map((row) => recordOf<Payment>(row)).find((earlier) => isLikelyDouble(earlier, payment));
  }

  /** False when it is there already. */
  #insertPayment(payment: PaymentColumns): boolean {
    const inserted = this.#database.run(
      `insert into payments (id, tenant, version, open, created_at_ms, updated_at_ms, likeness, record)
       values (?, ?, ?, ?, ?, ?, ?, ?) on conflict (id) do nothing`,
      ...payment,
    );
    return inserted === 1;
  }

  /** False when the version before is not the one that is there. */
  #updatePayment([id, , version, open, , updatedAtMs, , record]: PaymentColumns): boolean {
    const updated = this.#database.run(
      'update payments set version = ?, open = ?, updated_at_ms = ?, record = ? where id = ? and version = ?',
      ...[version, open, updatedAtMs, record, id, version - 1],
    );
    return updated === 1;
  }

  /** False when another operation holds its key. */
  #insertOperation(operation: OperationColumns): boolean {
    const inserted = this.#database.run(
      `insert into operations (id, payment_id, tenant, scope, idempotency_key, holds_key, provider, provider_key, state,
         started_at_ms, record) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
       on conflict (idempotency_key, tenant, scope) where holds_key = 1 do nothing`,
      ...operation,
    );
    return inserted === 1;
  }

  #updateOperation(operation: OperationColumns): void {
    const [id, , , , , , provider, providerKey, state, , record] = operation;
    const changed = this.#database.run(
      'update operations set state = ?, record = ? where id = ? and provider = ? and provider_key = ?',
      ...[state, record, id, provider, providerKey],
    );
    if (changed === 1) return;
    // An indexed column that is named in an update is written again, changed or not. It changes when another provider took over.
    const moved = this.#database.run(
      'update operations set state = ?, record = ?, provider = ?, provider_key = ? where id = ?',
      ...[state, record, provider, providerKey, id],
    );
    if (moved === 0) throw new PolyrailError('ledger_unavailable', `operation ${id} is not in the ledger`);
  }

  /** A capture is answered with the id of its payment: the first operation keeps the name. */
  #insertReference(reference: SqlValue, provider: string, operationId: string): void {
    this.#database.run(
      'insert into provider_references (reference, provider, operation_id) values (?, ?, ?) on conflict do nothing',
      ...[reference, provider, operationId],
    );
  }

  #insertEntries(paymentId: string, version: number, entries: readonly string[]): void {
    for (const [position, entry] of entries.entries())
      this.#database.run('insert into timeline values (?, ?, ?, ?)', paymentId, version, position, entry);
  }

  #existing(id: string): Payment {
    const payment = recordOf<Payment>(this.#database.get('select record from payments where id = ?', id));
    if (payment === undefined) throw new PolyrailError('ledger_unavailable', `payment ${id} is not in the ledger`);
    return payment;
  }

  #find(sql: string, ...values: readonly string[]): OperationRecord | undefined {
    return recordOf(this.#database.get(sql, ...values));
  }
}
