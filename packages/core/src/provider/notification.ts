import type { MoneyVerb } from '../model/command.ts';
import type { Decoded, OperationResult } from './operation.ts';

/** A notification as it arrived: nothing in it is trusted yet. */
export interface NotificationMessage {
  /** Field names in lower case. A field that came more than once has all its values. */
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
  /** The exact bytes. A body that a framework has parsed and written again does not verify. */
  readonly body: Uint8Array;
}

/** Why a notification was not believed. Told to operators and counted; the sender only learns that it was refused. */
export type NotificationRefusal =
  | 'signature_missing'
  | 'signature_repeated'
  | 'signature_malformed'
  | 'signature_wrong'
  | 'timestamp_missing'
  | 'timestamp_outside_window'
  | 'certificate_refused'
  | 'body_malformed'
  | 'body_too_large';

/** The result of verifying. `secretId` names the secret that matched, for watching a rotation; never the secret. */
export type Verification =
  | {
      readonly kind: 'verified';
      readonly secretId: string;
      /** The bytes that are signed, and read. Default: the whole body as it arrived. */
      readonly body?: Uint8Array;
    }
  | { readonly kind: 'refused'; readonly reason: NotificationRefusal };

/** Verifies notifications. Pure: the same message, time and secrets always give the same result. */
export interface NotificationVerifier {
  verify(message: NotificationMessage, nowMs: number): Verification;
}

declare const verified: unique symbol;

/** A message that was verified. Only the inbox makes one, so nothing else can reach {@link NotificationReader}. */
export type VerifiedMessage = NotificationMessage & { readonly [verified]: true };

/** What one event of a notification says. */
export interface NotificationItem {
  /** The provider's id of the event, or what stands for it. The same id never has a second effect. */
  readonly eventId: string;
  /** The operation that it is about. `undefined`: it is about nothing that the gateway knows, and is recorded only. */
  readonly subject?: NotificationSubject;
  /** What it says about that operation. Absent: it is a hint, and the provider is asked. */
  readonly decoded?: Decoded<OperationResult>;
  /** It contradicts itself or cannot be trusted to be about one payment: it changes nothing and goes to a person. Says why. */
  readonly quarantined?: string;
  /** The provider's own word for the event. */
  readonly type: string;
}

/** How an event names an operation: by our payment id, by the key that the provider got, or by the provider's own id. */
export interface NotificationSubject {
  readonly by: 'payment_id' | 'provider_key' | 'provider_reference';
  readonly value: string;
  /**
   * The operation that it is about: the one of this verb on the payment that is named. Default: the operation whose key or
   * id is named, and for a payment id the one that opened the payment.
   */
  readonly verb?: MoneyVerb;
}

/** What a provider pushes: how to believe it, how to read it, and how to answer. */
export interface Notifications {
  readonly verifier: NotificationVerifier;
  /**
   * Fetches what `verifier` needs for this message and does not have yet, such as a certificate. The message is not
   * trusted: bound time, places, size and number. What rejects counts as nothing fetched. Default: nothing is needed.
   */
  prepare?(message: NotificationMessage): Promise<void>;
  /**
   * Splits a batch and reads each event. Pure: what was kept for a person is read again. `undefined` for a body that it
   * cannot read; an event of a batch that cannot be read is a function that throws, and holds up no other.
   */
  read(message: VerifiedMessage): readonly (NotificationItem | (() => NotificationItem))[] | undefined;
  /** The answer that the provider wants for a notification that is stored. Default: 204 without a body. */
  readonly acknowledgement?: { readonly status: number; readonly body?: string; readonly contentType?: string };
  /** The status that the provider wants for one that is not believed. Default: 401. */
  readonly refusalStatus?: number;
}
