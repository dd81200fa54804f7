import { type ChargeCommand, money, type OriginalPayment, parsePaymentId } from '@polyrail/core';
import { loadCybersource } from '../src/index.ts';
import { signingKey } from './merchant.ts';

const cybersource = await loadCybersource();

const provider = cybersource({ merchantId: 'merchant_1', signingKey }, { id: 'cybersource-test' });

export const key = 'c0ffee00c0ffee00c0ffee';
/** The key, and the time of the claim. */
export const identifier = 'c0ffee00c0ffee00c0ffeemic5d0w0';
const context = { idempotencyKey: key, startedAtMs: Number.parseInt('mic5d0w0', 36) };
const question = { ...context, askedAtMs: context.startedAtMs + 60_000 };

const charge: ChargeCommand = {
  idempotencyKey: 'caller-1',
  amount: money(1_234_567_89n, 'EUR'),
  reference: 'order <7> & more',
  source: { type: 'token', token: '9903000165884641' },
};

const id = parsePaymentId('pay_0190f7a3c1d27e4ab1c2d3e4f5a6b7c8');
if (id === undefined) throw new Error('no payment id');

const original: OriginalPayment = {
  id,
  verb: 'charge',
  status: 'succeeded',
  amount: charge.amount,
  captured: charge.amount,
  refunded: money(0n, 'EUR'),
  reference: charge.reference,
  providerReference: '7000000000000000001',
  createdAtMs: 1_000,
};
const following = { idempotencyKey: 'caller-2', payment: id, amount: charge.amount, original };
const { operations, reversal } = provider;

/** Every request that the provider makes, by name. */
export const requests = {
  authorize: operations.authorize?.encode(charge, context),
  charge: operations.charge?.encode(charge, context),
  capture: operations.capture?.encode(following, context),
  void: operations.void?.encode(following, context),
  refund: operations.refund?.encode(following, context),
  'reversal of an authorization': reversal?.encode({
    ...following,
    ...question,
    verb: 'authorize',
    payment: original,
  }),
  'reversal of a charge': reversal?.encode({ ...following, ...question, verb: 'charge', payment: original }),
};

/** Reads a reply to a verb, or to a reversal. */
export const decode = {
  charge: (reply: Reply) => operations.charge?.decode(reply, charge, context),
  authorize: (reply: Reply) => operations.authorize?.decode(reply, charge, context),
  reversal: (reply: Reply) =>
    reversal?.decode(reply, { ...question, verb: 'charge', payment: original, amount: charge.amount }),
};

type Reply = Parameters<NonNullable<typeof operations.charge>['decode']>[0];
