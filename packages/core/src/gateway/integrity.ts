import { equalMoney, type Money } from '../model/money.ts';
import type { Decoded, OperationResult } from '../provider/operation.ts';

/**
 * Compares an answer with what was asked. An answer about another amount, currency or reference is never a success:
 * it becomes `unknown`, because something was executed, but not what was asked. Nor is it a refusal: something was refused,
 * but not what was asked.
 */
export function checkIntegrity(
  decoded: Decoded<OperationResult>,
  amount: Money,
  references: readonly (string | undefined)[],
): Decoded<OperationResult> {
  if (decoded.kind === 'unknown') return decoded;
  const value: Partial<OperationResult> = 'value' in decoded ? decoded.value : decoded;
  const raw = value.raw;
  const mismatch = (what: string): Decoded<OperationResult> => ({
    kind: 'unknown',
    cause: 'answer_mismatch',
    message: `the answer names another ${what} than the request`,
    ...(raw && { raw }),
  });
  if (value.amount && value.amount.currency !== amount.currency) return mismatch('currency');
  if (value.amount && !equalMoney(value.amount, amount)) return mismatch('amount');
  if (value.reference !== undefined && !references.includes(value.reference)) return mismatch('reference');
  if (!('amount' in decoded)) return decoded;
  const { amount: _, ...refusal } = decoded;
  return refusal;
}
