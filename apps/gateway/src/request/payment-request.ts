import { currencyCodes, type Gateway, money, type Receipt } from '@polyrail/core';
import { z } from 'zod';
import { accountRequest, readAccount } from './account-request.ts';
import { amountInput } from './http-amount.ts';
import { partyRequest, readParty } from './party-request.ts';
import { requestText } from './request-text.ts';

const idempotencyKeyInput = requestText(255)
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
  reference: requestText(140).meta({ description: "The caller's label. It may repeat.", examples: ['INV-2025-001'] }),
  idempotency_key: idempotencyKeyInput,
  provider: requestText(64).optional().meta({ description: 'Provider id. Default: the routing of the host chooses.' }),
});

const transferPayment = z
  .strictObject({
    ...payment.shape,
    source_account: accountRequest,
    destination_account: accountRequest,
    debtor: partyRequest.optional(),
    creditor: partyRequest.optional(),
  })
  .meta({ id: 'TransferPayment', description: 'Moves money from one account to another.' });

const cardPayment = z
  .strictObject({
    ...payment.shape,
    source: z
      .strictObject(
        { type: z.literal('token', 'must be token'), token: requestText(255).meta({ examples: ['tok_visa'] }) },
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

/** The body of `POST /v1/payment-requests`. */
export const requestForPayment = transferPayment.meta({
  id: 'PaymentRequest',
  description: 'Asks the owner of the source account to pay into the destination account.',
});

/** The body of a capture or a refund. */
export const amountRequest = z
  .strictObject({
    amount: amountInput.optional(),
    currency: currencyInput
      .optional()
      .meta({ description: 'That of the amount. Default: the currency of the payment.' }),
    idempotency_key: idempotencyKeyInput,
  })
  .refine(({ amount, currency }) => amount !== undefined || currency === undefined, {
    path: ['amount'],
    error: 'is missing beside a currency',
  })
  .meta({ id: 'Amount', description: 'Without an amount: all that is left.' });

/** The body of a cancellation or a recall. */
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
  const command = openingCommand(body, claimant);
  if ('source_account' in body) return gateway.transfer({ ...command, ...readTransfer(body) });
  const { source, capture } = body;
  return capture === 'manual' ? gateway.authorize({ ...command, source }) : gateway.charge({ ...command, source });
}

/** Asks the owner of the source account to pay. */
export function requestPayment(
  gateway: Gateway,
  body: z.infer<typeof requestForPayment>,
  claimant: Claimant,
): Promise<Receipt> {
  return gateway.requestPayment({ ...openingCommand(body, claimant), ...readTransfer(body) });
}

function openingCommand({ amount, currency, reference, provider }: z.infer<typeof payment>, claimant: Claimant) {
  return {
    ...claimant,
    amount: money(BigInt(amount), currency),
    reference,
    ...(provider !== undefined && { provider }),
  };
}

function readTransfer(body: z.infer<typeof transferPayment>) {
  const { source_account: from, destination_account: to, debtor, creditor } = body;
  return {
    from: readAccount(from),
    to: readAccount(to),
    ...(debtor && { debtor: readParty(debtor) }),
    ...(creditor && { creditor: readParty(creditor) }),
  };
}
