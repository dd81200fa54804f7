import type {
  NotificationMessage,
  NotificationRefusal,
  NotificationVerifier,
  Verification,
} from '@polyrail/core/provider';

export const nowMs = Date.parse('2026-03-01T12:00:00Z');

/** `live` and `next` are accepted; the others are what a forger may hold. */
export type KeyName = 'live' | 'next' | 'retired' | 'stranger' | 'empty' | 'undefined';

export type Hash = 'md5' | 'sha1' | 'sha256' | 'sha512';

/** What a message is put together from. */
export interface Parts {
  readonly payload: Uint8Array;
  readonly signature: string | readonly string[] | undefined;
  readonly time: string | undefined;
}

/** How a signature is made. Default: as the scheme wants it. */
export interface Signing {
  readonly key?: KeyName;
  readonly hash?: Hash;
  readonly time?: string | undefined;
  /** `body`: as if nothing else was signed. */
  readonly covers?: 'all' | 'body';
}

/** One scheme, made again for the tests: nothing here uses the code that is tested, but `verifier`. */
export interface Specimen {
  readonly name: string;
  readonly payload: Uint8Array;
  readonly encoding: 'hex' | 'base64' | 'base64url';
  readonly hash: Hash;
  /** Seconds; absent: the scheme signs no time. */
  readonly toleranceSeconds?: number;
  /** What the scheme signs besides the body, or `undefined`. */
  readonly context?: 'time' | 'url';
  /** How the payload is written. `fields`: the scheme signs some values of JSON, `values`: all of them, in either spelling. */
  readonly format: 'json' | 'xml' | 'fields' | 'values';
  /** What the verifier calls the key `live`. */
  readonly secretId: string;
  readonly verifier: NotificationVerifier;
  /** As `verifier`, without a limit to the body that matters. */
  readonly boundless: NotificationVerifier;
  timeText(timeMs: number): string | undefined;
  /** `undefined`: this scheme has no such signature. */
  sign(payload: Uint8Array, signing: Signing): string | undefined;
  isSignature(payload: Uint8Array, signature: string, signing: Signing): boolean;
  pack(parts: Parts): NotificationMessage;
}

export function genuineParts(
  specimen: Specimen,
  payload: Uint8Array = specimen.payload,
  timeMs: number = nowMs,
): Parts {
  const time = specimen.timeText(timeMs);
  return { payload, time, signature: specimen.sign(payload, { time }) };
}

export function verdict({ verifier }: Pick<Specimen, 'verifier'>, message: NotificationMessage, atMs = nowMs): string {
  return reasonOf(verifier.verify(message, atMs));
}

export function reasonOf(verification: Verification): NotificationRefusal | 'verified' {
  return verification.kind === 'refused' ? verification.reason : 'verified';
}

export const event = (amount: string = '1000', note: string = 'order 7'): Uint8Array =>
  new Uint8Array(Buffer.from(`{"id":"evt_1","type":"payment.captured","amount":${amount},"note":"${note}"}`));

/** Whether another spelling of the same values is another message. */
export function signsBytes({ format }: Pick<Specimen, 'format'>): boolean {
  return format === 'json' || format === 'xml';
}
