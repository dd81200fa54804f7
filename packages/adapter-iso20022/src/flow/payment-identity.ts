import { hash } from 'node:crypto';
import { PolyrailError } from '@polyrail/core/provider';
import { buildIdentifier, type IdentifierFormat, type IdentifierSeed } from '../profile/identifier-format.ts';
import type { NetworkProfile } from '../profile/network-profile.ts';
import { type Institution, memberText } from './institution.ts';
import { localTime } from './message-time.ts';
import type { NetworkLink } from './network-link.ts';
import { carriesReference, readReference } from './read-reference.ts';

/** As many as a UETR has room for: 104 bits. */
const usualOctets = 13;

/** How many hexadecimal digits of the idempotency key name an operation in a network. */
export function keyLength({ identifiers }: NetworkProfile): number {
  return 2 * (identifiers.keyOctets ?? usualOctets);
}

/** How one operation is named in a network. All of it follows from its key and its time, so it is the same after any restart. */
export interface OperationIdentity {
  readonly key: string;
  /** Unique End-to-end Transaction Reference: a UUID version 4. */
  readonly uetr: string | undefined;
  /** `MsgId` of the message that carries it. */
  readonly messageId: string;
  readonly businessMessageId: string;
  readonly instructionId: string | undefined;
  readonly transactionId: string | undefined;
  /** Only where the network builds it. */
  readonly endToEndId: string | undefined;
  readonly returnId: string;
}

/** Names an operation. */
export function identify(link: NetworkLink, key: string, startedAtMs: number): OperationIdentity {
  const { identifiers } = link.profile;
  const time = localTime(startedAtMs, identifiers.timeZone);
  const seed: IdentifierSeed = {
    localTime: time,
    party: senderText(link),
    digest: Buffer.from(key, 'hex'),
    sequence: () => countedNumber(link, key, time.slice(0, 'yyyy-mm-dd'.length)),
  };
  const build = (format: IdentifierFormat) => buildIdentifier(format, seed);
  const write = (format: IdentifierFormat | 'unused' = 'unused') => (format === 'unused' ? undefined : build(format));
  const messageId = build(identifiers.messageId);
  const { businessMessageId, instructionId, transactionId, endToEndId, returnId } = identifiers;
  const transaction = transactionId === undefined ? key : write(transactionId);
  return {
    key,
    uetr: identifiers.uetr === 'unused' ? undefined : uetrOf(link.us, key),
    messageId,
    businessMessageId: businessMessageId === 'same' ? messageId : build(businessMessageId),
    instructionId: instructionId === undefined ? key : write(instructionId),
    transactionId: transaction,
    endToEndId: write(endToEndId),
    returnId: write(returnId) ?? transaction ?? key,
  };
}

/** The text by which identifiers name us. */
export function senderText({ us, sender }: NetworkLink): string {
  return sender ?? memberText(us);
}

function countedNumber({ profile, sequenceOf }: NetworkLink, key: string, date: string): number {
  if (sequenceOf !== undefined) return sequenceOf(key, date);
  throw new PolyrailError('configuration_invalid', `${profile.name} counts messages: sequenceOf is missing`);
}

/** How the ledger and later commands name a payment: by its UETR, or by the key where the network has none. */
export function paymentReference({ profile, us }: NetworkLink, key: string): string {
  return profile.identifiers.uetr === 'unused' ? key : uetrOf(us, key);
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
  const key = shifted(us, digits.slice(0, 2 * usualOctets));
  return digits.slice(2 * usualOctets) === checkDigits(key) ? key : undefined;
}

/** A stretch of the key's hexadecimal digits. */
export interface KeyPiece {
  /** Where it begins. */
  readonly from: number;
  readonly digits: string;
}

/** True when the identifiers of a format carry the key of their operation, or a piece of it. */
export function carriesKey(profile: NetworkProfile, format: IdentifierFormat): boolean {
  const [from, to] = octetsOf(profile, format);
  return carriesReference(format, to - from);
}

/** What an identifier of ours carries of the key; `undefined` where another made it. */
export function keyPiece(link: NetworkLink, format: IdentifierFormat, text: string): KeyPiece | undefined {
  const [from, to] = octetsOf(link.profile, format);
  const digest = readReference(format, text, to - from, senderText(link));
  return digest && { from: 2 * from, digits: Buffer.from(digest).toString('hex') };
}

/** The key behind an identifier of ours; `undefined` where another made it, or where it carries less. */
export function keyOfIdentifier(link: NetworkLink, format: IdentifierFormat, text: string): string | undefined {
  const piece = carriesKey(link.profile, format) ? keyPiece(link, format, text) : undefined;
  return piece?.digits.length === keyLength(link.profile) ? piece.digits : undefined;
}

/** The text, where it is a key itself. */
export function bareKey(profile: NetworkProfile, text: string): string | undefined {
  return text.length === keyLength(profile) && /^[0-9a-f]*$/.test(text) ? text : undefined;
}

function octetsOf({ identifiers }: NetworkProfile, { octets }: IdentifierFormat): readonly [from: number, to: number] {
  return octets ?? [0, identifiers.keyOctets ?? usualOctets];
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
