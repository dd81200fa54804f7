import type { SecretSource } from '@polyrail/core/provider';
import type { SignatureAlgorithm } from '@polyrail/xml';
import type { SigningKey } from './signing-key.ts';

/** What a signature of a request can cover. */
export type SignedPart = 'body' | 'timestamp' | 'headers' | 'username_token' | 'token';

/** The signature of requests. @see Web Services Security: X.509 Certificate Token Profile 1.1.1 */
export interface RequestSignature {
  /** A function is asked at each request, so the key can be replaced while running. */
  readonly key: SigningKey | (() => SigningKey);
  /** How the certificate is named: sent along, or by its issuer and serial number. Default: `binary_security_token`. */
  readonly certificate?: 'binary_security_token' | 'issuer_serial';
  /** Default: body and timestamp. A part that a request does not have is left out. */
  readonly parts?: readonly SignedPart[];
}

/** A user and a password. @see Web Services Security: UsernameToken Profile 1.1.1 */
export interface UsernameToken {
  readonly username: string;
  /** A function is asked at each request. */
  readonly password: SecretSource;
  /** `digest` is SHA-1 by its profile: neither is safe without TLS. */
  readonly type: 'text' | 'digest';
}

/** What is demanded of answers: whatever does not satisfy it may have been executed, and nobody reads it. */
export interface AnswerSecurity {
  /** Certificates in PEM whose signature is believed. One in the answer itself never is. */
  readonly trusted: readonly string[];
  /** The one algorithm that they sign with. Default: `rsa-sha256`, on an elliptic curve `ecdsa-p256-sha256`. */
  readonly algorithm?: SignatureAlgorithm;
  /** Oldest Timestamp in milliseconds. Default: 300,000. */
  readonly maxAgeMs?: number;
  /** How far the clocks may differ, in milliseconds. Default: 60,000. */
  readonly skewMs?: number;
  /** Demands a SignatureConfirmation of the request's own signature (WS-Security 1.1). Default: false. */
  readonly confirmation?: boolean;
  /**
   * What a Fault without a signature is: `unknown`, as anybody on the way may have written it, or what the table says.
   * Default: `unknown`.
   */
  readonly unsignedFaults?: 'unknown' | 'by_table';
}

/** What is put into the Security header of requests, and what is demanded of answers. */
export interface MessageSecurity {
  /** Lifetime of the Timestamp in milliseconds. Default: 300,000. `0`: no Timestamp. */
  readonly lifetimeMs?: number;
  readonly usernameToken?: UsernameToken;
  readonly signature?: RequestSignature;
  /** Default: answers need no signature. */
  readonly answers?: AnswerSecurity;
}

/** What the signature of requests covers. */
export function signedParts({ signature }: MessageSecurity): readonly SignedPart[] {
  return signature === undefined ? [] : (signature.parts ?? ['body', 'timestamp']);
}
