import {
  type Claim,
  type ClaimAnswer,
  encodeStored,
  type KeyScope,
  keyScopeOf,
  type OperationRecord,
  type Payment,
  PolyrailError,
  type Step,
  type StepAnswer,
  type StoredPayment,
  type TimelineEntry,
} from '@polyrail/core';
import type { Database } from '../database.ts';
import type { Row } from '../driver/driver.ts';
import type { EventRows } from './event-rows.ts';
import type { JobRows } from './job-rows.ts';
import { recordOf } from './record.ts';

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

  claim({ operation, payment, entry }: Claim): ClaimAnswer {
    const { tenant, verb, idempotencyKey, fingerprint } = operation;
    const holder = this.operation(tenant, keyScopeOf(verb), idempotencyKey);
    if (holder !== undefined) {
      if (holder.fingerprint !== fingerprint) return { kind: 'key_reused' };
      return { kind: 'known', operation: holder, payment: this.#existing(holder.paymentId) };
    }
    const written = payment.version === 1 ? this.#insertPayment(payment) : this.#updatePayment(payment);
    if (!written) return { kind: 'payment_changed' };
    this.#insertOperation(operation, true);
    this.#insertEntries(payment, [entry]);
    return { kind: 'claimed' };
  }

  record(step: Step): StepAnswer {
    return this.#apply(step);
  }

  release(step: Step): StepAnswer {
    const answer = this.#apply(step);
    if (answer === 'recorded')
      this.#database.run('update operations set holds_key = 0 where id = ?', step.operation.id);
    return answer;
  }

  operation(tenant: string, scope: KeyScope, idempotencyKey: string): OperationRecord | undefined {
    return this.#find(
      'select record from operations where idempotency_key = ? and tenant = ? and scope = ? and holds_key = 1',
      ...[idempotencyKey, tenant, scope],
    );
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
    this.#insertPayment(payment);
    this.#insertEntries(payment, timeline);
    for (const { operation, holdsKey, references } of operations) {
      this.#insertOperation(operation, holdsKey);
      for (const reference of references) this.#insertReference(reference, operation);
    }
  }

  #referencesOf(operationId: string): readonly string[] {
    const rows = this.#database.all('select reference from provider_references where operation_id = ?', operationId);
    return rows.map(({ reference }) => String(reference));
  }

  #apply({ operation, payment, entries, offers = [], finishes, events = [] }: Step): StepAnswer {
    if (finishes !== undefined && !this.#jobs.holds(finishes)) return 'job_lost';
    if (!this.#updatePayment(payment)) {
      this.#existing(payment.id);
      return 'payment_changed';
    }
    this.#updateOperation(operation);
    this.#insertEntries(payment, entries);
    for (const event of events) this.#events.add(event);
    for (const offer of offers) this.#jobs.offer(offer, payment.updatedAtMs);
    if (finishes !== undefined) this.#jobs.finish(finishes);
    return 'recorded';
  }

  /** False when it is there already. */
  #insertPayment(payment: Payment): boolean {
    const { id, tenant, version, openOperation, createdAtMs, updatedAtMs } = payment;
    const inserted = this.#database.run(
      `insert into payments (id, tenant, version, open, created_at_ms, updated_at_ms, record)
       values (?, ?, ?, ?, ?, ?, ?) on conflict (id) do nothing`,
      ...[id, tenant, version, Number(openOperation !== undefined), createdAtMs, updatedAtMs, encodeStored(payment)],
    );
    return inserted === 1;
  }

  /** False when the version before is not the one that is there. */
  #updatePayment(payment: Payment): boolean {
    const { id, version, openOperation, updatedAtMs } = payment;
    const updated = this.#database.run(
      'update payments set version = ?, open = ?, updated_at_ms = ?, record = ? where id = ? and version = ?',
      ...[version, Number(openOperation !== undefined), updatedAtMs, encodeStored(payment), id, version - 1],
    );
    return updated === 1;
  }

  #insertOperation(operation: OperationRecord, holdsKey: boolean): void {
    const { id, paymentId, tenant, verb, idempotencyKey, provider, providerKey, state, startedAtMs } = operation;
    this.#database.run(
      `insert into operations (id, payment_id, tenant, scope, idempotency_key, holds_key, provider, provider_key, state,
         started_at_ms, record) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      ...[id, paymentId, tenant, keyScopeOf(verb), idempotencyKey, Number(holdsKey), provider, providerKey, state],
      ...[startedAtMs, encodeStored(operation)],
    );
  }

  #updateOperation(operation: OperationRecord): void {
    const { id, provider, providerKey, state, outcome } = operation;
    const changed = this.#database.run(
      'update operations set state = ?, record = ? where id = ?',
      ...[state, encodeStored(operation), id],
    );
    if (changed === 0) throw new PolyrailError('ledger_unavailable', `operation ${id} is not in the ledger`);
    // An indexed column that is named in an update is written again, changed or not. It changes when another provider took over.
    this.#database.run(
      `update operations set provider = ?2, provider_key = ?3
       where id = ?1 and (provider <> ?2 or provider_key <> ?3)`,
      ...[id, provider, providerKey],
    );
    const reference = outcome !== undefined && 'value' in outcome ? outcome.value.providerReference : undefined;
    if (reference !== undefined) this.#insertReference(reference, operation);
  }

  /** A capture is answered with the id of its payment: the first operation keeps the name. */
  #insertReference(reference: string, { provider, id }: OperationRecord): void {
    this.#database.run(
      'insert into provider_references (reference, provider, operation_id) values (?, ?, ?) on conflict do nothing',
      ...[reference, provider, id],
    );
  }

  #insertEntries({ id, version }: Payment, entries: readonly TimelineEntry[]): void {
    for (const [position, entry] of entries.entries())
      this.#database.run('insert into timeline values (?, ?, ?, ?)', id, version, position, encodeStored(entry));
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
