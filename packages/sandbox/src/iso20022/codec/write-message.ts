import { agentOf } from '../agent.ts';
import type { BusinessMessage, MessageHeader } from '../business-message.ts';
import { type Field, type Fields, isSeveral } from '../fields.ts';
import { isoDateTime } from '../message-time.ts';
import type { Rail } from '../rail.ts';
import { ENVELOPE, HEADER, XSD } from './namespaces.ts';

/** Writes a message with an empty `Sgntr`, for the signature to stand in. */
export function writeMessage(message: BusinessMessage, rail: Rail): string {
  const header = {
    '@xmlns': HEADER,
    ...headerFields(message, rail),
    Sgntr: '',
    Rltd: message.related && headerFields(message.related, rail),
  };
  const document = { '@xmlns': XSD + message.definition, ...message.document };
  return elements({ BizMsgEnvlp: { '@xmlns': ENVELOPE, Hdr: { AppHdr: header }, Doc: { Document: document } } });
}

function headerFields({ from, to, id, definition, service, createdAt }: MessageHeader, rail: Rail): Fields {
  return {
    Fr: { FIId: agentOf(from, rail) },
    To: { FIId: agentOf(to, rail) },
    BizMsgIdr: id,
    MsgDefIdr: definition,
    BizSvc: service,
    CreDt: isoDateTime(createdAt),
  };
}

function elements(fields: Fields): string {
  return Object.entries(fields)
    .flatMap(([name, field]) => severalOf(field).map((one) => element(name, one)))
    .join('');
}

function severalOf(field: Field | undefined): readonly (string | Fields)[] {
  if (field === undefined) return [];
  return isSeveral(field) ? field : [field];
}

function element(name: string, content: string | Fields): string {
  if (name.startsWith('@')) return '';
  if (typeof content === 'string')
    return name === '#text' ? escaped(content) : `<${name}>${escaped(content)}</${name}>`;
  const attributes = Object.entries(content)
    .filter(([member]) => member.startsWith('@'))
    .map(([member, value]) => ` ${member.slice(1)}="${value}"`);
  return `<${name}${attributes.join('')}>${elements(content)}</${name}>`;
}

function escaped(text: string): string {
  return text.replace(/[&<>\r]/g, (character) => ESCAPES[character] ?? character);
}

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '\r': '&#xD;' };
