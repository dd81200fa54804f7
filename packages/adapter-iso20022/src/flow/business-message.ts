import { PolyrailError } from '@polyrail/core/provider';
import { message } from '../codec/message.ts';
import type { Reading } from '../codec/reading.ts';
import { messageIdOf } from '../model/message-id.ts';
import type { MessageId, Messages } from '../model/message-types.ts';
import { checkProfile } from '../profile/check-profile.ts';
import type { NetworkProfile } from '../profile/network-profile.ts';
import { businessHeader, type HeaderValue } from './business-header.ts';
import { unwrap, wrap } from './envelope.ts';
import { isInstitution, type NamedInstitution } from './institution.ts';
import { localDate } from './message-time.ts';
import type { NetworkLink } from './network-link.ts';

/** The document of a message: which one it is, and its content. */
export type Document = { readonly [Id in MessageId]: { readonly id: Id; readonly value: Messages[Id] } }[MessageId];

/** What every version of the header says. */
export type ReadHeader = Pick<HeaderValue, 'BizMsgIdr' | 'MsgDefIdr'> & {
  readonly Fr: { readonly FIId?: NamedInstitution | undefined };
  readonly To: { readonly FIId?: NamedInstitution | undefined };
};

/** A message that was read, and holds to its schemas. */
export interface BusinessMessage {
  /** Absent where messages travel without a header. */
  readonly header: ReadHeader | undefined;
  readonly document: Document;
}

/** What names a message on its way. */
export interface MessageName {
  readonly businessMessageId: string;
  readonly createdAtMs: number;
}

/**
 * Writes a message: its document and its header, in the envelope of the network, with an empty place for the signature where
 * it has a header. What comes out is canonical.
 *
 * @throws PolyrailError `command_invalid` for what the schema or the network refuses
 */
export function writeBusinessMessage<Id extends MessageId>(
  link: NetworkLink,
  id: Id,
  value: Messages[Id],
  { businessMessageId, createdAtMs }: MessageName,
): string {
  const { profile } = link;
  const document = written(profile, id, value);
  const header =
    profile.header && businessHeader(link, profile.header, { businessMessageId, messageName: id, createdAtMs });
  const [broken] = checkProfile(profile, header, value, localDate(createdAtMs, profile.identifiers.timeZone));
  if (broken !== undefined)
    throw new PolyrailError('command_invalid', `${profile.name} refuses it at ${broken.path}: ${broken.message}`);
  if (profile.header === undefined || header === undefined)
    return wrap(profile.envelope, { header: undefined, document }, id);
  const appHdr = written(profile, profile.header.message, header);
  return wrap(profile.envelope, { header: isSigned(profile) ? withSeat(appHdr) : appHdr, document }, id);
}

/** True when messages carry their signature in the header. */
export function isSigned({ signature, header }: NetworkProfile): boolean {
  return signature.place === 'app_header' && header !== undefined;
}

/** The signature is put in later: it covers what is around it. */
function withSeat(appHdr: string): string {
  return `${appHdr.slice(0, -'</AppHdr>'.length)}<Sgntr></Sgntr></AppHdr>`;
}

function written<Id extends MessageId>(profile: NetworkProfile, id: Id, value: Messages[Id]): string {
  const writing = message(id).write(value);
  if (writing.kind === 'written') return writing.xml;
  const [issue] = writing.issues;
  throw new PolyrailError('command_invalid', `${profile.name} cannot carry it: ${issue.path} needs ${issue.detail}`);
}

/**
 * Reads a message by its schemas.
 *
 * @param text what was verified, where the network signs its messages
 * @returns a text that says what is wrong with it, for people
 */
export function readBusinessMessage({ profile, us }: NetworkLink, text: string): BusinessMessage | string {
  const parts = unwrap(profile.envelope, text, profile.header?.message);
  if (parts === undefined) return 'it is not in the envelope of the network';
  const header = parts.header === undefined ? undefined : readHeader(profile, parts.header);
  if (typeof header === 'string') return header;
  if (header !== undefined && !isInstitution(us, header.To.FIId)) return 'it is addressed to somebody else';
  const document = readDocument(parts.document);
  if (typeof document === 'string') return document;
  if (header !== undefined && header.MsgDefIdr !== (profile.header?.definitions?.[document.id] ?? document.id))
    return 'its header announces another message';
  return { header, document };
}

function readHeader({ header }: NetworkProfile, text: string): ReadHeader | string {
  if (header === undefined) return 'it has a header, and messages of the network have none';
  // The signature was taken out to be verified, and the schema demands what it stood in to be full.
  const reading: Reading<ReadHeader> = message(header.message).read(text.replace('<Sgntr></Sgntr>', ''));
  return reading.kind === 'read' ? reading.value : reasonOf(reading.issues[0].path, reading.issues[0].detail);
}

function readDocument(text: string): Document | string {
  const [, namespace = ''] = /^[^>]{0,300}?xmlns(?::\w{1,40})?="([^"]{1,100})"/.exec(text) ?? [];
  const id = messageIdOf(namespace);
  return id === undefined ? 'its document is not known' : readAs(id, text);
}

function readAs(id: MessageId, text: string): Document | string {
  const reading = message(id).read(text);
  if (reading.kind === 'refused') return reasonOf(reading.issues[0].path, reading.issues[0].detail);
  // The codec of an id gives the value of that id.
  return { id, value: reading.value } as Document;
}

function reasonOf(path: string, detail: string): string {
  return `its schema is broken at ${path}: ${detail}`;
}
