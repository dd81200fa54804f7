import type { Answer, RefusalReason } from '../acquirer/answer.ts';
import type { Operation } from '../acquirer/operation.ts';
import { outcomeMessage } from '../acquirer/outcome-code.ts';
import type { Payment, Refund } from '../acquirer/payment.ts';
import { amountJson } from '../json-amount.ts';

/** An HTTP status and the JSON value that goes with it. */
export interface RestAnswer {
  readonly status: number;
  readonly json: object;
}

/** The `error` member of every answer that is no success. */
export interface RestError {
  readonly type: string;
  readonly code: string;
  readonly message: string;
  readonly param?: string;
  readonly payment_id?: string;
}

const OPERATION_STATUS: Readonly<Record<Answer['kind'], string>> = {
  accepted: 'succeeded',
  declined: 'declined',
  failed: 'failed',
  refused: 'rejected',
};

export function errorJson(status: number, error: RestError): RestAnswer {
  return { status, json: { error } };
}

/** Words an answer; `kind` is what was asked. */
export function answerJson(answer: Answer, kind: Operation['command']['kind']): RestAnswer {
  switch (answer.kind) {
    case 'accepted': {
      const status = kind === 'capture' || kind === 'void' ? 200 : 201;
      return { status, json: resourceJson(answer.resource, answer.resource.status) };
    }
    case 'declined': {
      const { code, resource } = answer;
      return errorJson(402, { type: 'declined', code, message: outcomeMessage(code), payment_id: resource.id });
    }
    case 'failed':
      return errorJson(500, {
        type: 'system_error',
        code: '96',
        message: outcomeMessage('96'),
        payment_id: answer.resource.id,
      });
    case 'refused':
      return errorJson(answer.reason === 'not_found' ? 404 : 422, {
        type: 'invalid_request',
        code: answer.reason,
        message: answer.message,
        ...paramOf(answer.reason),
      });
  }
}

/** A resource as an inquiry sees it now: pending while its own answer is still held back. */
export function resourceNow(resource: Payment | Refund, now: number): object {
  return resourceJson(resource, now < resource.settledAt ? 'pending' : resource.status);
}

/** An operation as an inquiry sees it now; no result while the answer is held back or the payment pending. */
export function operationJson(operation: Operation, now: number): object {
  const { command } = operation;
  const outcome = now < operation.answeredAt ? undefined : operation.outcome;
  const result = outcome && answerJson(outcome, command.kind);
  return {
    id: operation.id,
    object: 'operation',
    type: command.kind,
    idempotency_key: operation.key ?? null,
    status: outcome ? OPERATION_STATUS[outcome.kind] : 'processing',
    http_status: result?.status ?? null,
    result: result?.json ?? null,
    created_at: new Date(operation.at).toISOString(),
  };
}

function paramOf(reason: RefusalReason): { param?: string } {
  return reason === 'amount_too_large' ? { param: 'amount' } : {};
}

/** A charge, transfer or refund with the status that is to be told. */
export function resourceJson(resource: Payment | Refund, status: string): object {
  return resource.kind === 'refund' ? refundJson(resource, status) : paymentJson(resource, status);
}

function paymentJson(payment: Payment, status: string): object {
  return {
    id: payment.id,
    object: payment.kind,
    status,
    amount: amountJson(payment.amount),
    currency: payment.currency,
    amount_held: amountJson(payment.held),
    amount_captured: amountJson(payment.captured),
    amount_refunded: amountJson(payment.refunded),
    decline_code: payment.declineCode ?? null,
    reference: payment.reference ?? null,
    client_reference: payment.clientReference ?? null,
    created_at: new Date(payment.createdAt).toISOString(),
  };
}

function refundJson(refund: Refund, status: string): object {
  return {
    id: refund.id,
    object: 'refund',
    payment_id: refund.paymentId,
    status,
    amount: amountJson(refund.amount),
    currency: refund.currency,
    decline_code: refund.declineCode ?? null,
    reference: refund.reference ?? null,
    client_reference: refund.clientReference ?? null,
    created_at: new Date(refund.createdAt).toISOString(),
  };
}
