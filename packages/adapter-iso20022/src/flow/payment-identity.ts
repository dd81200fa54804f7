import { hash } from 'node:crypto';
import { buildIdentifier, type IdentifierFormat } from '../profile/identifier-format.ts';
import type { NetworkProfile } from '../profile/network-profile.ts';
import { type Institution, memberText } from './institution.ts';
import { localTime } from './message-time.ts';
import { carriesReference, readReference } from './read-reference.ts';

/** How many hexadecimal digits of the idempotency key name an operation in a network: 104 bits, as many as a UETR has room for. */
export const keyLength = 26;

/** How one operation is named in a network. All of it follows from its key and its time, so it is the same after any restart. */
export interface OperationIdentity {
  readonly key: string;
  /** Unique End-to-end Transaction Reference: a UUID version 4. */
  readonly uetr: string;
  /** `MsgId` of the message that carries it. */
  readonly messageId: string;
  readonly businessMessageId: string;
  readonly instructionId: string;
  readonly transactionId: string;
}

/** Names an operation. */
export function identify(
  { identifiers }: NetworkProfile,
  us: Institution,
  key: string,
  startedAtMs: number,
): OperationIdentity {
  const seed = {
    localTime: localTime(startedAtMs, identifiers.timeZone),
    party: memberText(us),
    digest: Buffer.from(key, 'hex'),
  };
  const write = (format: IdentifierFormat | undefined) => (format === undefined ? key : buildIdentifier(format, seed));
  const messageId = write(identifiers.messageId);
  const { businessMessageId } = identifiers;
  return {
    key,
    uetr: uetrOf(us, key),
    messageId,
    businessMessageId: businessMessageId === 'same' ? messageId : write(businessMessageId),
    instructionId: write(identifiers.instructionId),
    transactionId: write(identifiers.transactionId),
  };
}

/**
 * The UETR of a key: its digits where a UUID version 4 is free, shifted by who we are, because another institution may have
 * the same key; and four digits by which ours are told from others'.
 *
 * @see RFC 9562
 */
export function uetrOf(us: Institution, key: string): string {
  const digits = shifted(us, key);
  const check = checkDigits(key);
  return `${digits.slice(0, 8)}-${digits.slice(8, 12)}-4${digits.slice(12, 15)}-8${digits.slice(15, 18)}-${digits.slice(18)}${check}`;
}

/** The key behind a UETR of ours; `undefined` for one that another made. */
export function keyOfUetr(us: Institution, uetr: string): string | undefined {
  if (!/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-8[0-9a-f]{3}-[0-9a-f]{12}$/.test(uetr)) return undefined;
  const digits = uetr.slice(0, 8) + uetr.slice(9, 13) + uetr.slice(15, 18) + uetr.slice(20, 23) + uetr.slice(24);
  const key = shifted(us, digits.slice(0, keyLength));
  return digits.slice(keyLength) === checkDigits(key) ? key : undefined;
}

/** True when the identifiers of a format carry the key of their operation. Without a format they are the key. */
export function carriesKey(format: IdentifierFormat | undefined): boolean {
  return format === undefined || carriesReference(format, keyLength / 2);
}

/** The key behind an identifier of ours; `undefined` where another made it. */
export function keyOfIdentifier(format: IdentifierFormat | undefined, text: string): string | undefined {
  if (format === undefined) return /^[0-9a-f]{26}$/.test(text) ? text : undefined;
  const digest = readReference(format, text, keyLength / 2);
  return digest && Buffer.from(digest).toString('hex');
}

/** There and back again. */
function shifted(us: Institution, digits: string): string {
  const mask = maskOf(us);
  const octets = Buffer.from(digits, 'hex');
  for (let at = 0; at < octets.length; at += 1) octets[at] = (octets[at] ?? 0) ^ (mask[at] ?? 0);
  return octets.toString('hex');
}

const masks = new WeakMap<Institution, Buffer>();

function maskOf(us: Institution): Buffer {
  const mask = masks.get(us) ?? hash('sha256', memberText(us), 'buffer');
  masks.set(us, mask);
  return mask;
}

function checkDigits(key: string): string {
  return hash('sha256', key, 'hex').slice(0, 4);
}
