import type { Movement } from './book.ts';
import type { Operation } from './operation.ts';
import type { Payment } from './payment.ts';

/**
 * The one movement that an accepted operation posts. Held money stands on an account of its own, `hold:<payment>`.
 * `before` is the payment as it stood until now; absent where the operation opened it. `at` is when the money moves.
 */
export function entryOf(
  operation: Operation,
  payment: Payment,
  before: Payment | undefined,
  at: number,
): Omit<Movement, 'id'> {
  const { command } = operation;
  const hold = `hold:${payment.id}`;
  const entry = {
    operation: operation.id,
    payment: payment.id,
    key: operation.key,
    clientReference: command.clientReference,
    currency: payment.currency,
    at,
  };
  switch (command.kind) {
    case 'charge':
      return command.capture
        ? { ...entry, kind: 'charge', amount: payment.amount, debit: payment.payer, credit: payment.payee }
        : { ...entry, kind: 'hold', amount: payment.amount, debit: payment.payer, credit: hold };
    case 'transfer':
      return { ...entry, kind: 'transfer', amount: payment.amount, debit: payment.payer, credit: payment.payee };
    case 'capture': {
      const amount = payment.captured - (before?.captured ?? 0n);
      return { ...entry, kind: 'capture', amount, debit: hold, credit: payment.payee };
    }
    case 'void':
      return { ...entry, kind: 'release', amount: before?.held ?? 0n, debit: hold, credit: payment.payer };
    case 'refund': {
      const amount = payment.refunded - (before?.refunded ?? 0n);
      return { ...entry, kind: 'refund', amount, debit: payment.payee, credit: payment.payer };
    }
  }
}
