import { money, type PaymentId, type Random, type Receipt, type TransferCommand } from '@polyrail/core';
import type { InstantRail } from '@polyrail/provider-sandbox-iso20022';

/** One transfer that a customer wants, and what the customer was told of it. */
export interface TransferOrder {
  readonly command: TransferCommand;
  /** Whose money it is: no other order has this payer, so the book tells orders apart without the gateway. */
  readonly payer: string;
  readonly told: Told;
}

/** What a customer was told. */
export interface Told {
  /** A key that was set free, because nothing was executed, makes a new payment when it comes again. */
  readonly payments: Set<PaymentId>;
  /** An end that was told: it may never change. */
  end: 'succeeded' | 'declined' | undefined;
}

const payee = 'acc_payee';

/** Last two digits of amounts that the network declines, and 68: it decides late. */
const outcomes = ['05', '14', '51', '54', '57', '61', '91', '96', '68'];

/** Orders of random amounts: of ten, one is declined or decided late. */
export function transferOrders(rail: InstantRail, count: number, random: Random): readonly TransferOrder[] {
  return Array.from({ length: count }, (_, n) => {
    const account = `acc_payer${n}`;
    const digits = random() < 0.1 ? (outcomes[Math.floor(random() * outcomes.length)] ?? '05') : '00';
    const amount = BigInt(`${1 + Math.floor(random() * 9_000)}${digits}`);
    return {
      payer: `account:${account}`,
      told: { payments: new Set(), end: undefined },
      command: {
        idempotencyKey: `order-${n}`,
        amount: rail === 'fednow' ? money(amount, 'USD') : money(amount, 'EUR'),
        reference: `Invoice ${n}`,
        from: { type: 'account', id: account },
        to: { type: 'account', id: payee },
      },
    };
  });
}

/** Notes what a customer is told. @returns a contradiction to what was told before */
export function tell({ command, told }: TransferOrder, { outcome, payment }: Receipt): string | undefined {
  const { kind } = outcome;
  if (payment !== undefined) told.payments.add(payment.id);
  if (kind !== 'succeeded' && kind !== 'declined') return undefined;
  const before = told.end;
  told.end ??= kind;
  return before === undefined || before === kind ? undefined : `${command.idempotencyKey} was ${before}, then ${kind}`;
}
