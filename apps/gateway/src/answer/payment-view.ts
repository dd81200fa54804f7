import { declineReasons, type Money, type Payment, type Receipt } from '@polyrail/core';
import { z } from 'zod';
import { amountOutput, viewMinorUnits } from '../request/http-amount.ts';
import type { DeclineFacts } from './problem.ts';

/** A payment as the API shows it. */
export const paymentView = z
  .object({
    id: z.string().meta({ examples: ['pay_0197b1c2d3e47f5a8b9c0d1e2f3a4b5c'] }),
    status: z.string().meta({ examples: ['succeeded'] }),
    amount: amountOutput,
    currency: z.string(),
    captured_amount: amountOutput,
    refunded_amount: amountOutput,
    reference: z.string(),
    verb: z.string().describe('What began the payment: transfer, charge or authorize.'),
    provider: z.string(),
    protocol: z.string(),
    provider_reference: z.string().optional().describe("The provider's own id of the payment."),
    decline: z.object({ reason: z.string(), advice: z.string(), iso20022: z.string(), iso8583: z.string() }).optional(),
    next_action: z.object({ type: z.string(), url: z.string() }).optional().describe('What the payer has to do.'),
    open_operation: z.string().optional().describe('The operation that is not finished. Poll until it is gone.'),
    likely_double_of: z
      .string()
      .optional()
      .describe('An earlier payment that looks the same, begun at most ten minutes before under another key.'),
    poll: z.string().optional().describe('Where to ask for the outcome.'),
    version: z.int().describe('Grows with each change: of two views of a payment, the higher one is the newer one.'),
    created_at: z.string(),
    updated_at: z.string(),
  })
  .meta({ id: 'Payment' });

export type PaymentView = z.infer<typeof paymentView>;

/** A capture, cancellation or refund as the API shows it. */
export const operationView = z
  .object({
    id: z.string().meta({ examples: ['op_0197b1c2d3e47f5a8b9c0d1e2f3a4b5c'] }),
    verb: z.string(),
    status: z.string().meta({ examples: ['succeeded'] }),
    amount: amountOutput.optional(),
    currency: z.string(),
    payment: paymentView,
    poll: z.string().optional().describe('Where to ask for the outcome.'),
  })
  .meta({ id: 'PaymentOperation' });

export type OperationView = z.infer<typeof operationView>;

/** Where a payment is. */
export function paymentPath(id: string): string {
  return `/v1/payments/${id}`;
}

/** Shows a payment. */
export function viewPayment(payment: Payment): PaymentView {
  const { amount, captured, refunded, decline, action } = payment;
  return {
    id: payment.id,
    status: payment.status,
    amount: viewMinorUnits(amount),
    currency: amount.currency,
    captured_amount: viewMinorUnits(captured),
    refunded_amount: viewMinorUnits(refunded),
    reference: payment.reference,
    verb: payment.verb,
    provider: payment.provider,
    protocol: payment.protocol,
    ...(payment.providerReference !== undefined && { provider_reference: payment.providerReference }),
    ...(decline && { decline: viewDecline(decline) }),
    ...(action && { next_action: { type: action.type, url: action.url } }),
    ...(payment.openOperation !== undefined && { open_operation: payment.openOperation }),
    ...(payment.likelyDoubleOf !== undefined && { likely_double_of: payment.likelyDoubleOf }),
    version: payment.version,
    created_at: new Date(payment.createdAtMs).toISOString(),
    updated_at: new Date(payment.updatedAtMs).toISOString(),
  };
}

/** Shows why a payment was declined. */
export function viewDecline({ reason, advice }: Pick<DeclineFacts, 'reason' | 'advice'>): DeclineFacts {
  const { iso20022, iso8583 } = declineReasons[reason];
  return { reason, advice, iso20022, iso8583 };
}

/** Shows an operation on a payment. `asked`: the amount that the request named, if any. */
export function viewOperation(verb: string, receipt: Receipt, payment: Payment, asked?: Money): OperationView {
  const { outcome, operationId = '' } = receipt;
  const amount = ('value' in outcome ? outcome.value.amount : undefined) ?? asked;
  return {
    id: operationId,
    verb,
    status: outcome.kind,
    ...(amount && { amount: viewMinorUnits(amount) }),
    currency: payment.amount.currency,
    payment: viewPayment(payment),
  };
}
