import { declineReasons } from '../model/decline.ts';
import { equalMoney, type Money } from '../model/money.ts';
import type { Decoded, OperationResult } from '../provider/operation.ts';

type Unknown = Extract<Decoded<OperationResult>, { kind: 'unknown' }>;

/** What a plugin made of an answer that it did not understand. */
export const unreadable: Unknown = {
  kind: 'unknown',
  cause: 'answer_unreadable',
  message: 'the answer could not be read',
};

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
  if (!isKnown(decoded)) return unreadable;
  if (decoded.kind === 'unknown') return decoded;
  const value: Partial<OperationResult> = 'value' in decoded ? decoded.value : decoded;
  if (value.amount && value.amount.currency !== amount.currency) return mismatch('currency', value);
  if (value.amount && !equalMoney(value.amount, amount)) return mismatch('amount', value);
  if (value.reference !== undefined && !references.includes(value.reference)) return mismatch('reference', value);
  if (!('amount' in decoded)) return decoded;
  const { amount: _, ...refusal } = decoded;
  return refusal;
}

function mismatch(what: string, { raw }: Partial<OperationResult>): Unknown {
  const message = `the answer names another ${what} than the request`;
  return { kind: 'unknown', cause: 'answer_mismatch', message, ...(raw && { raw }) };
}

/** Also for plugins without types: a word outside the vocabulary must not end the line after the request was sent. */
function isKnown(decoded: Decoded<OperationResult>): boolean {
  switch (decoded.kind) {
    case 'declined':
      return Object.hasOwn(declineReasons, decoded.reason);
    case 'succeeded':
      return isName(decoded.value?.providerReference);
    case 'pending':
    case 'action_required':
      return (
        typeof decoded.value === 'object' && decoded.value !== null && isName(decoded.value.providerReference ?? 'none')
      );
    default:
      return decoded.kind === 'rejected' || decoded.kind === 'unknown';
  }
}

/** What names nothing at the provider, or a whole page, was read from something else than its answer. */
function isName(reference: unknown): boolean {
  return typeof reference === 'string' && /^\P{Cc}{1,512}$/u.test(reference);
}
