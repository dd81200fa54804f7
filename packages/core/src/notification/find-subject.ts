import type { OperationRecord } from '../ledger/operation-record.ts';
import type { Store } from '../ledger/store.ts';
import type { NotificationItem, NotificationSubject } from '../provider/notification.ts';

/** Whom a notification names, and what it is about. */
export interface FoundSubject {
  /** An operation of the payment. Absent: nothing of ours is named. */
  readonly named?: OperationRecord | undefined;
  /** The operation that it is about. Absent: the payment has none of this verb. */
  readonly operation?: OperationRecord | undefined;
  /** An operation of another payment, whose id at the provider it carries: it contradicts itself. */
  readonly other?: OperationRecord | undefined;
}

/** Finds the operation that an event of a provider is about. Operations of other providers are not there for it. */
export async function findSubject(
  ledger: Store,
  provider: string,
  subject: NotificationSubject,
  decoded?: NotificationItem['decoded'],
): Promise<FoundSubject> {
  const said = decoded && referenceIn(decoded);
  const found = await findNamed(ledger, provider, subject, said);
  if (found.named === undefined || said === undefined) return found;
  const known = await ledger.operationByProviderReference(provider, said);
  return known === undefined || known.paymentId === found.named.paymentId ? found : { ...found, other: known };
}

async function findNamed(
  ledger: Store,
  provider: string,
  { by, value, verb }: NotificationSubject,
  said: string | undefined,
): Promise<FoundSubject> {
  if (by === 'payment_id') {
    const found = chosen(await operationsOf(ledger, provider, value), verb, said);
    return { named: found, operation: found };
  }
  const named =
    by === 'provider_key'
      ? await ledger.operationByProviderKey(provider, value)
      : await ledger.operationByProviderReference(provider, value);
  // After a failover the name is still on record, and another provider has the payment.
  if (named === undefined || named.provider !== provider) return {};
  if (verb === undefined || named.verb === verb) return { named, operation: named };
  return { named, operation: chosen(await operationsOf(ledger, provider, named.paymentId), verb, said) };
}

async function operationsOf(ledger: Store, provider: string, paymentId: string): Promise<readonly OperationRecord[]> {
  return (await ledger.operationsOf(paymentId)).filter((operation) => operation.provider === provider);
}

/** Of several, the one that is known by what the provider calls it, else the one that still waits for an answer. */
function chosen(
  operations: readonly OperationRecord[],
  verb: NotificationSubject['verb'],
  said: string | undefined,
): OperationRecord | undefined {
  const candidates = verb === undefined ? operations.slice(0, 1) : operations.filter((one) => one.verb === verb);
  const known = candidates.find(({ outcome }) => said !== undefined && outcome && referenceIn(outcome) === said);
  return known ?? candidates.find(({ state }) => state !== 'finished') ?? candidates[0];
}

function referenceIn(
  result: NonNullable<OperationRecord['outcome'] | NotificationItem['decoded']>,
): string | undefined {
  return 'value' in result ? result.value.providerReference : undefined;
}
