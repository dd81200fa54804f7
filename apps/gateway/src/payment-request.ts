import { type Account, currencyCodes, type Gateway, isIban, money, type Receipt } from '@polyrail/core';
import { hasCardNumber } from '@polyrail/redaction';
import { z } from 'zod';
import { amountInput } from './http-amount.ts';
import { noCardRule } from './no-card-rule.ts';

/** A text of a request. Control characters are refused by the model, for every host; card numbers here, before any store. */
function text(maxLength: number): z.ZodString {
  const rule = `must be a text of 1 to ${maxLength} characters`;
  return z.string(rule).min(1, rule).max(maxLength, rule).refine(isNoCard, noCardRule);
}

// A printed IBAN has a space after each fourth character: 34 characters become 42.
const account = text(42)
  .refine((value) => !hasIbanForm(value) || isIban(compact(value)), 'has the form of an IBAN, but not its check digits')
  .meta({ description: 'An account id that the provider understands, or an IBAN.', examples: ['acc_123456'] });

const idempotencyKeyInput = text(255)
  .optional()
  .meta({
    description:
      'One new value for each intention. The same key never moves money twice. May come as a header instead.',
    examples: ['unique-uuid-here'],
  });

const currencyInput = z
  .enum(currencyCodes, 'must be a current ISO 4217 code in upper case')
  .meta({ description: 'ISO 4217 alphabetic code.', examples: ['USD'] });

const payment = z.strictObject({
  amount: amountInput,
  currency: currencyInput,
  reference: text(140).meta({ description: "The caller's label. It may repeat.", examples: ['INV-2025-001'] }),
  idempotency_key: idempotencyKeyInput,
  provider: text(64).optional().meta({ description: 'Provider id. Default: the routing of the host chooses.' }),
});

const transferPayment = z
  .strictObject({ ...payment.shape, source_account: account, destination_account: account })
  .meta({ id: 'TransferPayment', description: 'Moves money from one account to another.' });

const cardPayment = z
  .strictObject({
    ...payment.shape,
    source: z
      .strictObject(
        { type: z.literal('token', 'must be token'), token: text(255).meta({ examples: ['tok_visa'] }) },
        'must be an object with type and token',
      )
      .meta({ description: 'A card or wallet by the token that the provider knows it by. Never a card number.' }),
    capture: z
      .enum(['automatic', 'manual'], 'must be automatic or manual')
      .default('automatic')
      .meta({ description: '`automatic` takes the amount at once, `manual` only reserves it.' }),
  })
  .meta({ id: 'CardPayment', description: 'Takes an amount from a card or wallet, or reserves it.' });

/** The body of `POST /v1/payments`: a transfer between accounts, or a card payment. */
export const paymentRequest = z.union([transferPayment, cardPayment]);

/** The body of a capture or a refund. */
export const amountRequest = z
  .strictObject({
    amount: amountInput.optional(),
    currency: currencyInput.optional().meta({ description: 'Default: the currency of the payment.' }),
    idempotency_key: idempotencyKeyInput,
  })
  .meta({ id: 'Amount', description: 'Without an amount: all that is left.' });

/** The body of a cancellation. */
export const cancellationRequest = z
  .strictObject({ idempotency_key: idempotencyKeyInput })
  .meta({ id: 'Cancellation' });

/** Whose payment it is, and the key that names it. */
export interface Claimant {
  readonly tenant: string;
  readonly idempotencyKey: string;
}

/** Hands a payment to the gateway: as a transfer, a charge, or an authorization. */
export function beginPayment(
  gateway: Gateway,
  body: z.infer<typeof paymentRequest>,
  claimant: Claimant,
): Promise<Receipt> {
  const command = {
    ...claimant,
    amount: money(BigInt(body.amount), body.currency),
    reference: body.reference,
    ...(body.provider !== undefined && { provider: body.provider }),
  };
  if ('source_account' in body)
    return gateway.transfer({
      ...command,
      from: readAccount(body.source_account),
      to: readAccount(body.destination_account),
    });
  const { source, capture } = body;
  return capture === 'manual' ? gateway.authorize({ ...command, source }) : gateway.charge({ ...command, source });
}

function readAccount(value: string): Account {
  return hasIbanForm(value) ? { type: 'iban', iban: compact(value) } : { type: 'account', id: value };
}

function isNoCard(value: string): boolean {
  return !hasCardNumber(value);
}

function hasIbanForm(value: string): boolean {
  return /^[A-Z]{2}\d{2}[A-Z0-9]{11,30}$/.test(compact(value));
}

function compact(value: string): string {
  return value.replaceAll(' ', '').toUpperCase();
}
