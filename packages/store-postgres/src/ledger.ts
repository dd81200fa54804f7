import {
  type Claim,
  type ClaimAnswer,
  decodeStored,
  encodeStored,
  isLikelyDouble,
  keyScopeOf,
  type Ledger,
  likelyDoubleWindowMs,
  type OperationRecord,
  type Payment,
  PolyrailError,
  type Step,
  type StepAnswer,
  type TimelineEntry,
} from '@polyrail/core/store';
import type { Database, Statement } from './database.ts';
import { indexable } from './indexable.ts';
import { offerValues } from './jobs.ts';
import { type LedgerStatements, ledgerStatements } from './ledger-statements.ts';

interface Row {
  readonly record: string;
}

interface OperationAndPayment {
  readonly operation: string;
  readonly payment: string;
}

/** `key_held`: the payment could be written, but not the key. */
interface ClaimRow {
  readonly answer: 'claimed' | 'key_held' | 'payment_changed';
  /** Payments before this one with its likeness, the latest first. */
  readonly alike: readonly (string | null)[] | null;
}

const maxRounds = 5;

/** The ledger in PostgreSQL. */
export function ledger(database: Database, schema: string, announce: () => void): Ledger {
  const statements = ledgerStatements(schema);
  const operations = async (statement: Statement, ...values: unknown[]): Promise<readonly OperationRecord[]> => {
    const rows = await database.run<Row>(statement, values);
    return rows.map(({ record }) => decodeStored<OperationRecord>(record));
  };
  const operation = async (statement: Statement, ...names: string[]): Promise<OperationRecord | undefined> =>
    (await operations(statement, ...names.map(indexable)))[0];

  const write = async (step: Step, freesKey: boolean): Promise<StepAnswer> => {
    const answer = await record(database, statements, step, freesKey);
    if (answer === 'recorded' && step.offers?.some(({ runAtMs }) => runAtMs <= step.payment.updatedAtMs)) announce();
    return answer;
  };
  let forgottenAtMs = Number.NEGATIVE_INFINITY;
  /** Nobody waits for it: what is left behind goes the next time. */
  const forgetLikenesses = (nowMs: number) => {
    if (nowMs - forgottenAtMs < likelyDoubleWindowMs) return;
    forgottenAtMs = nowMs;
    database.run(statements.forgetLikenesses, [nowMs - 2 * likelyDoubleWindowMs]).catch(() => undefined);
  };

  return {
    claim(wanted) {
      if (wanted.likeness !== undefined) forgetLikenesses(wanted.payment.createdAtMs);
      return claim(database, statements, wanted);
    },
    record: (step) => write(step, false),
    release: (step) => write(step, true),
    operation: (tenant, scope, key) => operation(statements.operationByKey, tenant, scope, key),
    operationById: (id) => operation(statements.operationById, id),
    operationByProviderKey: (provider, key) => operation(statements.operationByName, provider, 'key', key),
    operationByProviderReference: (provider, reference) =>
      operation(statements.operationByName, provider, 'reference', reference),
    interrupted: (startedBeforeMs, limit) => operations(statements.interrupted, startedBeforeMs, limit),
    async reviews(limit, after = '') {
      const rows = await database.run<OperationAndPayment>(statements.reviews, [indexable(after), limit]);
      return rows.map(({ operation: record, payment }) => ({
        operation: decodeStored<OperationRecord>(record),
        payment: decodeStored<Payment>(payment),
      }));
    },
    operationsOf: (paymentId) => operations(statements.operationsOf, indexable(paymentId)),
    async payment(tenant, id) {
      const [row] = await database.run<Row>(statements.payment, [indexable(tenant), indexable(id)]);
      return row && decodeStored<Payment>(row.record);
    },
    async timeline(tenant, id) {
      const rows = await database.run<{ entry: string }>(statements.timeline, [indexable(tenant), indexable(id)]);
      return rows.map(({ entry }) => decodeStored<TimelineEntry>(entry));
    },
  };
}

async function claim(database: Database, statements: LedgerStatements, wanted: Claim): Promise<ClaimAnswer> {
  const { operation, payment, likeness } = wanted;
  const opening = likeness === undefined ? statements.open : statements.openAlike;
  const statement = payment.version === 1 ? opening : statements.follow;
  const values = claimValues(wanted);
  // PostgreSQL takes no NUL character.
  if (statement === statements.openAlike) values.push(likeness?.replaceAll('\0', ' '));
  const key = [operation.tenant, keyScopeOf(operation.verb), operation.idempotencyKey].map(indexable);
  for (let round = 0; round < maxRounds; round += 1) {
    const [row] = await database.run<ClaimRow>(statement, values);
    if (row?.answer === 'claimed') return claimed(database, statements, payment, row.alike ?? []);
    const [holder] = await database.run<OperationAndPayment>(statements.holder, key);
    if (holder !== undefined) return known(operation, holder);
    if (row?.answer === 'payment_changed') return { kind: 'payment_changed' };
    // The key was freed after the claim met it.
  }
  throw new PolyrailError('ledger_unavailable', 'the key is claimed and freed again and again');
}

async function claimed(
  database: Database,
  statements: LedgerStatements,
  payment: Payment,
  before: readonly (string | null)[],
): Promise<ClaimAnswer> {
  const ids = before.filter((id) => id !== null);
  if (ids.length === 0) return { kind: 'claimed' };
  // The key is claimed: what only flags must not fail the claim.
  const rows = await database.run<Row & { id: string }>(statements.paymentsById, [ids]).catch(() => []);
  const payments = new Map(rows.map(({ id, record }) => [id, decodeStored<Payment>(record)]));
  const alike = ids.flatMap((id) => payments.get(id) ?? []).find((earlier) => isLikelyDouble(earlier, payment));
  return alike === undefined ? { kind: 'claimed' } : { kind: 'claimed', alike: alike.id };
}

function known({ fingerprint }: OperationRecord, holder: OperationAndPayment): ClaimAnswer {
  const operation = decodeStored<OperationRecord>(holder.operation);
  if (operation.fingerprint !== fingerprint) return { kind: 'key_reused' };
  return { kind: 'known', operation, payment: decodeStored<Payment>(holder.payment) };
}

function claimValues({ operation, payment, entry }: Claim): unknown[] {
  return [
    indexable(payment.id),
    indexable(payment.tenant),
    payment.version,
    encodeStored(payment),
    indexable(operation.id),
    keyScopeOf(operation.verb),
    indexable(operation.idempotencyKey),
    operation.state,
    operation.startedAtMs,
    encodeStored(operation),
    indexable(operation.provider),
    indexable(operation.providerKey),
    encodeStored(entry),
    payment.openOperation !== undefined,
    payment.createdAtMs,
    payment.updatedAtMs,
  ];
}

async function record(
  database: Database,
  statements: LedgerStatements,
  step: Step,
  freesKey: boolean,
): Promise<StepAnswer> {
  const values = recordValues(step, freesKey);
  const queue = queueValues(step);
  const [row] = await database.run<{ answer: StepAnswer | 'payment_unknown' }>(
    queue === undefined ? statements.record : statements.recordWithQueue,
    queue === undefined ? values : [...values, ...queue],
  );
  if (row === undefined || row.answer === 'payment_unknown')
    throw new PolyrailError('ledger_unavailable', `payment ${step.payment.id} is not in the ledger`);
  return row.answer;
}

function recordValues({ operation, payment, entries }: Step, freesKey: boolean): readonly unknown[] {
  const { outcome } = operation;
  const reference = outcome !== undefined && 'value' in outcome ? outcome.value.providerReference : undefined;
  return [
    indexable(payment.id),
    payment.version,
    encodeStored(payment),
    indexable(operation.id),
    operation.state,
    encodeStored(operation),
    freesKey,
    indexable(operation.provider),
    indexable(operation.providerKey),
    reference === undefined ? null : indexable(reference),
    entries.map(encodeStored),
    payment.openOperation !== undefined,
    payment.updatedAtMs,
  ];
}

/** `undefined`: the step does nothing with the queue and the outbox. */
function queueValues({ payment, offers = [], finishes, events = [] }: Step): readonly unknown[] | undefined {
  if (offers.length === 0 && finishes === undefined && events.length === 0) return undefined;
  return [
    finishes === undefined ? null : indexable(finishes.id),
    finishes?.fence ?? null,
    events.map(({ id }) => indexable(id)),
    events.map((event) => event.atMs),
    events.map(encodeStored),
    ...offerValues(offers, payment.updatedAtMs),
  ];
}
