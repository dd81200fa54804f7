import type {
  AuthorizeCommand,
  CaptureCommand,
  ChargeCommand,
  MoneyVerb,
  OpeningVerb,
  RecallCommand,
  RefundCommand,
  RequestPaymentCommand,
  TransferCommand,
  VoidCommand,
} from '../model/command.ts';
import type { DeclineAdvice, DeclineReason } from '../model/decline.ts';
import type { PaymentId } from '../model/identifier.ts';
import type { Money } from '../model/money.ts';
import type { CustomerAction, ProviderAnswer, RejectReason, UnknownCause } from '../model/outcome.ts';
import type { PaymentStatus } from '../model/payment.ts';

/** The request and the response of one protocol, before authentication and as whole messages. */
export interface ProtocolWire {
  readonly request: unknown;
  readonly response: unknown;
}

/** What a provider does with keys. */
interface KeyMemory {
  /** Longest key the provider takes, at least 22. Keys are never longer than 32. Default: 32. */
  readonly maxLength?: number;
  /** How long the provider remembers a key, counted from its first use. After it a resend could double. */
  readonly windowMs: number;
  /** What a repeated key gets: the first answer, the state of now, or a conflict answer. */
  readonly replays: 'first' | 'latest' | 'conflict';
}

/** How a provider recognises a request that it has seen before. */
export type Idempotency =
  | (KeyMemory &
      (
        | {
            /** Where the key goes: into a header, or a field of the body. */
            readonly carrier: 'header' | 'body';
            /** The header, or the field at any depth. */
            readonly name: string;
          }
        /** It is the id of the resource that is created. */
        | { readonly carrier: 'resource' }
      ))
  /** A request that may have been sent is not sent again unasked: the provider does not recognise repeats. */
  | { readonly carrier: 'none' /** As above. */; readonly maxLength?: number };

/** How an unknown outcome of an operation is settled, and what "not found" means there. */
export interface Resolution {
  readonly by: 'replay' | 'inquiry' | 'reversal' | 'notification';
  /**
   * `definitive`, or the time for which "not found" says nothing because the request may still be on its way.
   * `resendForMs`: it is no end; the very request that was kept is sent again, up to this age of the operation.
   */
  readonly notFound: 'definitive' | { readonly inconclusiveForMs: number } | { readonly resendForMs: number };
  /** The provider refuses questions about an operation that is younger. Nobody is let to ask earlier. Default: 0. */
  readonly inquireAfterMs?: number;
  /** How long an operation may stay open before a person has to settle it. Default: 72 hours. */
  readonly reviewAfterMs?: number;
}

/** What `encode` gets besides the command. The same command and context always give the same request. */
export interface EncodeContext {
  /**
   * Names the operation at the provider: 32 lower-case hexadecimal digits (fewer where `maxLength` says so), stable over
   * retries, restarts and processes. Give it as the idempotency key, and as our reference wherever the provider keeps one,
   * so that the operation can be asked for later.
   */
  readonly idempotencyKey: string;
  /** When the operation was claimed, in milliseconds since 1970. The same in every attempt, as the key. */
  readonly startedAtMs: number;
}

/** The payment that a following command is about, as it stands. */
export interface OriginalPayment {
  readonly id: PaymentId;
  /** What opened it. */
  readonly verb: OpeningVerb;
  readonly status: PaymentStatus;
  readonly amount: Money;
  readonly captured: Money;
  readonly refunded: Money;
  readonly reference: string;
  /** The provider's id; absent while the outcome of the opening operation is unknown. */
  readonly providerReference?: string | undefined;
  /** The provider's id of the last capture, where a capture came apart from the authorization. */
  readonly captureReference?: string | undefined;
  /** When its opening operation was claimed, in milliseconds since 1970. */
  readonly createdAtMs: number;
}

/** A following command as `encode` sees it: with its payment, and its amount filled in. */
export type OnPayment<Command> = Omit<Command, 'amount'> & {
  readonly amount: Money;
  readonly original: OriginalPayment;
};

/** The commands as `encode` sees them. */
export interface ProviderCommands {
  authorize: AuthorizeCommand;
  charge: ChargeCommand;
  transfer: TransferCommand;
  requestPayment: RequestPaymentCommand;
  capture: OnPayment<CaptureCommand>;
  void: OnPayment<VoidCommand>;
  refund: OnPayment<RefundCommand>;
  recall: OnPayment<RecallCommand>;
}

/** What a provider reports of an executed operation. */
export interface OperationResult {
  /**
   * The provider's id of the payment or of the refund: 1 to 512 characters, none of them a control character. Two successes with
   * two of them are a conflict.
   */
  readonly providerReference: string;
  /** The amount that the provider says it moved or reserved. Compared with what was asked. */
  readonly amount?: Money;
  /** The reference that the provider echoed. Compared with what was sent. */
  readonly reference?: string;
  /** The provider's id of the movement of money, where one operation could be followed by several. Two are a conflict. */
  readonly movement?: string;
  readonly raw?: ProviderAnswer;
}

/**
 * What `decode` makes of one whole answer. The gateway adds tickets and times.
 *
 * `unknown` is for an answer that does not say whether the operation was executed; an unknown vendor status is `pending`,
 * never `succeeded`. `not_found` answers an inquiry only.
 */
export type Decoded<T> =
  | { readonly kind: 'succeeded'; readonly value: T }
  | { readonly kind: 'pending'; readonly value: Partial<T>; readonly expect: 'webhook' | 'poll' | 'either' }
  | { readonly kind: 'action_required'; readonly action: CustomerAction; readonly value: Partial<T> }
  | {
      readonly kind: 'declined';
      readonly reason: DeclineReason;
      /** Default: the advice of the reason. */
      readonly advice?: DeclineAdvice;
      /** The amount of what was refused, where the provider repeats it. Compared with what was asked. */
      readonly amount?: Money;
      readonly raw?: ProviderAnswer;
    }
  | {
      readonly kind: 'rejected';
      readonly reason: Extract<RejectReason, `provider_${string}` | 'rate_limited' | 'invalid_command'>;
      readonly message: string;
      readonly retryAfterMs?: number;
      /** As above. */
      readonly amount?: Money;
      readonly raw?: ProviderAnswer;
    }
  | {
      readonly kind: 'unknown';
      readonly cause: UnknownCause;
      readonly message: string;
      readonly retryAfterMs?: number;
      readonly raw?: ProviderAnswer;
    };

/** One verb of a provider: two pure functions and two declarations. */
export interface Operation<V extends MoneyVerb, Wire extends ProtocolWire> {
  encode(command: ProviderCommands[V], context: EncodeContext): Wire['request'];
  decode(response: Wire['response'], command: ProviderCommands[V], context: EncodeContext): Decoded<OperationResult>;
  readonly idempotency: Idempotency;
  readonly resolution: Resolution;
  /**
   * The request is stored with the claim, before it is sent, and what is sent again later is what was stored. For
   * requests that cannot be made twice, such as signed ones; they have to be plain JSON. Default: false.
   */
  readonly keepsRequest?: boolean;
}

/** What an inquiry asks for: a payment, or one operation on it, by our reference. */
export interface InquiryCommand {
  readonly verb: MoneyVerb;
  readonly payment: OriginalPayment;
  /** The key that the operation carried. */
  readonly idempotencyKey: string;
  /** When the operation was claimed, in milliseconds since 1970. */
  readonly startedAtMs: number;
  /** When the question is asked, in milliseconds since 1970. */
  readonly askedAtMs: number;
  /** The amount that the operation asked for. */
  readonly amount: Money;
}

/** A safe question about an operation: it moves nothing and may be repeated. */
export interface Inquiry<Wire extends ProtocolWire> {
  encode(command: InquiryCommand): Wire['request'];
  decode(
    response: Wire['response'],
    command: InquiryCommand,
  ): Decoded<OperationResult> | { readonly kind: 'not_found' };
}
