import { type IdentifierFormat, matchesFormat } from '../profile/identifier-format.ts';
import type { NetworkLink } from './network-link.ts';
import { bareKey, carriesKey, type KeyPiece, keyLength, keyOfUetr, keyPiece } from './payment-identity.ts';

/**
 * What a message says of the one that it is about. `OrgnlEndToEndId` is not among it: it is the customer's, repeats, and
 * often reads NOTPROVIDED.
 */
export interface OriginalReferences {
  readonly uetr?: string | undefined;
  readonly messageId?: string | undefined;
  /** Such as `pacs.008.001.08`. */
  readonly messageName?: string | undefined;
  readonly instructionId?: string | undefined;
  readonly transactionId?: string | undefined;
}

/** Which operation a message is about. */
export type Correlation =
  /** The key of the operation. */
  | { readonly kind: 'key'; readonly key: string }
  /** Its identifiers name different operations, or one of them is not ours. Nothing of it may be believed. */
  | { readonly kind: 'conflict' }
  /** Nothing in it names an operation of ours. */
  | { readonly kind: 'none' };

/** What banks write where an identifier is mandatory and they have none; the second comes from messages that were MT. */
const notProvided: readonly string[] = ['NOTPROVIDED', 'NONREF'];

/**
 * Finds the operation by what its identifiers carry: no index, so a million open payments cost what one does. Where one has no
 * room for the whole key, each carries a piece of it.
 *
 * Every identifier that is there has to name the same operation. A message about a return, a recall or an inquiry has the
 * payment's identifiers beside the message's own, so only that one names the operation: a question that is refused refuses no
 * payment.
 */
export function correlate(link: NetworkLink, original: OriginalReferences): Correlation {
  const { identifiers, messages } = link.profile;
  const { uetr, messageId, messageName, instructionId, transactionId } = original;
  const pieces: (KeyPiece | undefined)[] = [];
  const name = (format: IdentifierFormat | 'unused' | undefined, text: string | undefined) => {
    if (text === undefined || notProvided.includes(text) || format === 'unused') return;
    if (format === undefined) pieces.push(whole(bareKey(link.profile, text)));
    else if (carriesKey(link.profile, format)) pieces.push(keyPiece(link, format, text));
  };
  name(identifiers.messageId, messageId);
  const later = [messages.return, messages.recall, messages.inquiry].map(kindOf);
  if (messageName === undefined || !later.includes(kindOf(messageName))) {
    if (uetr !== undefined && identifiers.uetr !== 'unused') pieces.push(whole(keyOfUetr(link.us, uetr)));
    name(identifiers.transactionId, transactionId);
    name(instructionFormat(link, instructionId), instructionId);
  }
  if (pieces.every((piece) => piece === undefined)) return { kind: 'none' };
  return joined(pieces, keyLength(link.profile));
}

/** Of a message, whatever its version: `pacs.008`. */
function kindOf(messageName: string | undefined): string | undefined {
  return messageName?.slice(0, 'pacs.008'.length);
}

function whole(key: string | undefined): KeyPiece | undefined {
  return key === undefined ? undefined : { from: 0, digits: key };
}

/** Where the instruction has no identifier of its own, the network repeats the one that it builds. */
function instructionFormat({ profile }: NetworkLink, text = ''): IdentifierFormat | 'unused' | undefined {
  const { instructionId, endToEndId, returnId } = profile.identifiers;
  if (instructionId !== 'unused') return instructionId;
  return [endToEndId, returnId].find((format) => format !== undefined && matchesFormat(text, format)) ?? 'unused';
}

function joined(pieces: readonly (KeyPiece | undefined)[], length: number): Correlation {
  const digits: string[] = [];
  for (const piece of pieces) {
    if (piece === undefined) return { kind: 'conflict' };
    for (const [index, digit] of [...piece.digits].entries()) {
      const at = piece.from + index;
      if ((digits[at] ?? digit) !== digit) return { kind: 'conflict' };
      digits[at] = digit;
    }
  }
  const key = digits.join('');
  return key.length === length ? { kind: 'key', key } : { kind: 'none' };
}
