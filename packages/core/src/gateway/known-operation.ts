import type { OperationRecord } from '../ledger/operation-record.ts';
import type { Store } from '../ledger/store.ts';
import type { Payment } from '../model/payment.ts';

/** An operation and its payment, as they are known. */
export interface KnownOperation {
  readonly operation: OperationRecord;
  readonly payment: Payment;
}

/**
 * Reads an operation anew, with its payment, for a step that is to be recorded. The payment comes first: the ledger compares
 * its version, so who records between the two reads is noticed. The other way round an outcome would be counted twice.
 */
export async function readKnown(
  ledger: Store,
  { id, tenant, paymentId }: Pick<OperationRecord, 'id' | 'tenant' | 'paymentId'>,
): Promise<KnownOperation | undefined> {
  const payment = await ledger.payment(tenant, paymentId);
  const operation = await ledger.operationById(id);
  return operation && payment && { operation, payment };
}
