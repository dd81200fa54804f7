import type { OperationRecord } from '../../src/ledger/operation-record.ts';
import type { ChargeCommand, RefundCommand, TransferCommand } from '../../src/model/command.ts';
import { type PaymentId, parsePaymentId } from '../../src/model/identifier.ts';
import { money } from '../../src/model/money.ts';
import type { Payment } from '../../src/model/payment.ts';

/** A payment id that a test can tell from others. */
export function paymentIdOf(number: number): PaymentId {
  const id = parsePaymentId(`pay_${number.toString(16).padStart(32, '0')}`);
  if (id === undefined) throw new Error('not a payment id');
  return id;
}

/** A payment that was just claimed. */
export function paymentOf(changes: Partial<Payment> = {}): Payment {
  return {
    id: paymentIdOf(1),
    tenant: 'default',
    verb: 'charge',
    status: 'processing',
    amount: money(1_000n, 'EUR'),
    captured: money(0n, 'EUR'),
    refunded: money(0n, 'EUR'),
    reference: 'INV-1',
    provider: 'scripted',
    protocol: 'scripted',
    openOperation: 'op_1',
    version: 1,
    createdAtMs: 1_000,
    updatedAtMs: 1_000,
    ...changes,
  };
}

/** An operation in flight. */
export function operationOf(changes: Partial<OperationRecord> = {}): OperationRecord {
  return {
    id: 'op_1',
    tenant: 'default',
    verb: 'charge',
    paymentId: paymentIdOf(1),
    idempotencyKey: 'key-1',
    fingerprint: 'charge:{}',
    provider: 'scripted',
    providerKey: 'provider-key-1',
    amount: money(1_000n, 'EUR'),
    state: 'in_flight',
    startedAtMs: 1_000,
    ...changes,
  };
}

export function chargeOf(changes: Partial<ChargeCommand> = {}): ChargeCommand {
  return {
    amount: money(1_000n, 'EUR'),
    source: { type: 'token', token: 'tok_1' },
    reference: 'INV-1',
    idempotencyKey: 'key-1',
    ...changes,
  };
}

export function transferOf(changes: Partial<TransferCommand> = {}): TransferCommand {
  return {
    amount: money(1_000n, 'EUR'),
    from: { type: 'account', id: 'acc_1' },
    to: { type: 'account', id: 'acc_2' },
    reference: 'INV-1',
    idempotencyKey: 'key-1',
    ...changes,
  };
}

export function refundOf(payment: PaymentId, changes: Partial<RefundCommand> = {}): RefundCommand {
  return { payment, idempotencyKey: 'refund-1', ...changes };
}
