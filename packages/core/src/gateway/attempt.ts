import { redactText } from '@polyrail/redaction';
import { keyScopeOf, type MoneyVerb } from '../model/command.ts';
import type { Money } from '../model/money.ts';
import type { RejectReason, UnknownCause } from '../model/outcome.ts';
import type {
  Decoded,
  EncodeContext,
  Idempotency,
  Inquiry,
  InquiryCommand,
  OperationResult,
  OriginalPayment,
  ProtocolWire,
  ProviderCommands,
  Resolution,
} from '../provider/operation.ts';
import type { Provider } from '../provider/provider.ts';
import type { Delivery, SendContext, TransportFaultCode } from '../provider/transport.ts';
import type { AttemptResult } from '../resilience/attempt-result.ts';
import { defaultTenant, providerKey } from './identifiers.ts';
import { checkIntegrity, unreadable } from './integrity.ts';
import { redactResult } from './redact-result.ts';

/** One operation, encoded: every attempt sends the same request. */
export interface Encoded {
  attempt(context: SendContext): Promise<AttemptResult>;
  /** The key that the provider gets. */
  readonly providerKey: string;
  readonly idempotency: Idempotency;
  readonly resolution: Resolution;
  /** The command, where it may have to be sent again after a restart. */
  readonly command: ProviderCommands[MoneyVerb] | undefined;
  /** The request, where the provider keeps it. */
  readonly request: unknown;
}

/**
 * Encodes an operation for a provider. `undefined` when the provider lacks the verb.
 *
 * @param kept the request that was kept when the operation was claimed
 */
export function encodeOperation<V extends MoneyVerb>(
  provider: Provider,
  verb: V,
  command: ProviderCommands[V] & {
    readonly amount: Money;
    readonly reference?: string;
    readonly original?: OriginalPayment;
  },
  startedAtMs: number,
  kept?: unknown,
): Encoded | undefined {
  const operation = provider.operations[verb];
  if (operation === undefined) return undefined;
  const { idempotency, resolution, keepsRequest } = operation;
  const { maxLength } = idempotency;
  const key = providerKey(command.tenant ?? defaultTenant, keyScopeOf(verb), command.idempotencyKey, maxLength);
  const context: EncodeContext = { idempotencyKey: key, startedAtMs };
  const request = kept ?? operation.encode(command, context);
  const references = [key, command.reference ?? command.original?.reference];
  return {
    providerKey: key,
    idempotency,
    resolution,
    command: maySendAgain(resolution) ? command : undefined,
    request: keepsRequest === true ? request : undefined,
    async attempt(send) {
      const delivery = await provider.transport.send(request, send);
      return judge(delivery, (response) =>
        checkIntegrity(operation.decode(response, command, context), command.amount, references),
      );
    },
  };
}

function maySendAgain({ by, notFound }: Resolution): boolean {
  return by === 'replay' || (notFound !== 'definitive' && 'resendForMs' in notFound);
}

/** Encodes the safe question about an operation. `undefined` when the provider cannot be asked. */
export function encodeInquiry({ inquiry, transport }: Provider, command: InquiryCommand): Question | undefined {
  return inquiry && encodeQuestion(inquiry, transport, command);
}

/** Encodes the undoing of an operation. `undefined` when the provider has none. */
export function encodeReversal({ reversal, transport }: Provider, command: InquiryCommand): Question | undefined {
  return reversal && encodeQuestion(reversal, transport, command);
}

/** A question, encoded. */
export type Question = Pick<Encoded, 'attempt'>;

function encodeQuestion(
  question: Inquiry<ProtocolWire>,
  transport: Provider['transport'],
  command: InquiryCommand,
): Question {
  const request = question.encode(command);
  const references = [command.idempotencyKey, command.payment.reference];
  return {
    async attempt(send) {
      const delivery = await transport.send(request, send);
      return judge(delivery, (response) => {
        const decoded = question.decode(response, command);
        return decoded.kind === 'not_found' ? decoded : checkIntegrity(decoded, command.amount, references);
      });
    },
  };
}

function judge(
  delivery: Delivery<unknown>,
  decode: (response: unknown) => Decoded<OperationResult> | { readonly kind: 'not_found' },
): AttemptResult {
  switch (delivery.phase) {
    case 'not_sent':
      return {
        kind: 'rejected',
        reason: notSent[delivery.fault.code] ?? 'not_delivered',
        message: redactText(delivery.fault.message),
      };
    case 'sent_no_answer':
      return {
        kind: 'unknown',
        cause: noAnswer[delivery.fault.code] ?? 'connection_lost',
        message: redactText(delivery.fault.message),
      };
    case 'answered':
      try {
        return redactResult(decode(delivery.response));
      } catch {
        // The thrown text may hold parts of the answer.
        return unreadable;
      }
  }
}

const notSent: Readonly<Partial<Record<TransportFaultCode, RejectReason>>> = {
  aborted: 'aborted',
  credentials_unavailable: 'provider_unauthorized',
  protocol_violation: 'invalid_command',
};

const noAnswer: Readonly<Partial<Record<TransportFaultCode, UnknownCause>>> = {
  aborted: 'aborted',
  timeout: 'timeout',
  body_broken: 'body_broken',
  body_too_large: 'body_broken',
  headers_too_large: 'answer_unreadable',
  protocol_violation: 'answer_unreadable',
};
