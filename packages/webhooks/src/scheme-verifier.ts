import type { NotificationMessage, NotificationVerifier, Verification } from '@polyrail/core/provider';
import { canonicalJson } from './canonical-json.ts';
import { decodeCandidates } from './labelled-signatures.ts';
import { isMessageId } from './message-id.ts';
import { type Refused, refused } from './refused.ts';
import { readSignatures, type SignatureSyntax, type WrittenSignatures } from './signature-syntax.ts';
import { singleField } from './single-field.ts';
import { isInWindow, readUnixTime } from './time-window.ts';
import { type Candidate, matchingKey, type VerificationKey } from './verification-key.ts';
import { limitsOf, type VerifierOptions } from './verifier-limits.ts';

/**
 * A part of the bytes that are signed: what the message says, or a fixed text between. `canonical_json`: the body by RFC 8785, so that
 * what it says is signed, and not how it is written.
 */
export type SignedPart = 'id' | 'timestamp' | 'body' | 'canonical_json' | { readonly text: string };

/** Where a provider puts its signature and what it signs. Data only. */
export interface SignatureScheme {
  /** Name of the header, in lower case, that carries the signature. */
  readonly signatureField: string;
  readonly syntax: SignatureSyntax;
  readonly encoding: 'hex' | 'base64';
  /** Joined without anything between. `id` and `timestamp` never hold a full stop, so a full stop separates them safely. */
  readonly signed: readonly SignedPart[];
  /** Name of the header with the id of the message. Needed where `signed` has `id`. */
  readonly idField?: string;
  /**
   * Where the Unix time comes from: the `t` of a signature header in pairs, or a header of its own. In whole seconds, unless
   * `unit` says milliseconds. Absent: the provider signs no time, and only the inbox, by the event's id, tells a replay.
   */
  readonly timestamp?: ({ readonly from: 'signature' } | { readonly from: 'field'; readonly name: string }) & {
    readonly unit?: 'ms';
  };
}

interface Envelope {
  readonly candidates: readonly Candidate[];
  readonly content: Uint8Array;
  /** Milliseconds since 1970. */
  readonly timeMs?: number;
}

/** The one order of checks: size, one header each, syntax and length, signature, and only then the time. */
export function schemeVerifier(
  scheme: SignatureScheme,
  keysNow: () => readonly VerificationKey[],
  options: VerifierOptions,
): NotificationVerifier {
  const { bodyLimitBytes, toleranceSeconds } = limitsOf(options);
  return {
    verify(message, nowMs): Verification {
      if (message.body.byteLength > bodyLimitBytes) return refused('body_too_large');
      const keys = keysNow();
      const envelope = openEnvelope(scheme, keys, message);
      if ('kind' in envelope) return envelope;
      const secretId = matchingKey(keys, envelope.content, envelope.candidates);
      if (secretId === undefined) return refused('signature_wrong');
      if (envelope.timeMs !== undefined && !isInWindow(envelope.timeMs, nowMs, toleranceSeconds))
        return refused('timestamp_outside_window');
      return { kind: 'verified', secretId };
    },
  };
}

function openEnvelope(
  scheme: SignatureScheme,
  keys: readonly VerificationKey[],
  message: NotificationMessage,
): Envelope | Refused {
  const header = singleField(message, scheme.signatureField);
  if (typeof header !== 'string') return header;
  const written = readSignatures(header, scheme.syntax);
  if ('kind' in written) return written;
  const id = readId(scheme, message);
  if (typeof id !== 'string') return id;
  const timestamp = readTimestamp(scheme, message, written);
  if ('kind' in timestamp) return timestamp;
  const candidates = decodeCandidates(written.signatures, scheme.encoding, keys);
  if (candidates === undefined || candidates.length === 0) return refused('signature_malformed');
  const parts = scheme.signed.map((part) => {
    if (part === 'body') return message.body;
    if (part === 'canonical_json') return canonicalJson(message.body);
    if (part === 'id') return Buffer.from(id);
    return Buffer.from(part === 'timestamp' ? timestamp.text : part.text);
  });
  const readable = parts.filter((part) => part !== undefined);
  if (readable.length < parts.length) return refused('body_malformed');
  const content = Buffer.concat(readable);
  return { candidates, content, ...(timestamp.timeMs !== undefined && { timeMs: timestamp.timeMs }) };
}

function readId({ idField }: SignatureScheme, message: NotificationMessage): string | Refused {
  if (idField === undefined) return '';
  const id = singleField(message, idField);
  return typeof id !== 'string' || isMessageId(id) ? id : refused('signature_malformed');
}

function readTimestamp(
  { timestamp }: SignatureScheme,
  message: NotificationMessage,
  written: WrittenSignatures,
): { readonly text: string; readonly timeMs?: number } | Refused {
  if (timestamp === undefined) return { text: '' };
  const text =
    timestamp.from === 'signature'
      ? (written.timestamp ?? '')
      : singleField(message, timestamp.name, 'timestamp_missing');
  if (typeof text !== 'string') return text;
  const timeMs = readUnixTime(text, timestamp.unit);
  return timeMs === undefined ? refused('timestamp_missing') : { text, timeMs };
}
