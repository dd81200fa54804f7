import { XMLParser } from 'fast-xml-parser';
import type { BusinessMessage } from '../business-message.ts';
import { type Fields, fieldsAt, requiredText, textAt } from '../fields.ts';
import { MessageRefusal } from '../message-refusal.ts';
import { messageTime } from '../message-time.ts';
import { ENVELOPE, HEADER, XSD } from './namespaces.ts';

/** Text stays text: by itself the parser makes numbers of amounts and drops attributes. */
const parser = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: '@',
  parseTagValue: false,
  parseAttributeValue: false,
  trimValues: false,
  processEntities: true,
  htmlEntities: true,
});

/** Reads the canonical text of a message. Elements have no prefixes. Throws MessageRefusal. */
export function readMessage(text: string): BusinessMessage {
  const parsed: Fields = parser.parse(text);
  const envelope = inNamespace(parsed, 'BizMsgEnvlp', ENVELOPE);
  const header = inNamespace(fieldsAt(envelope, 'Hdr') ?? {}, 'AppHdr', HEADER);
  const definition = requiredText(header, 'MsgDefIdr');
  return {
    from: memberOf(header, 'Fr'),
    to: memberOf(header, 'To'),
    id: requiredText(header, 'BizMsgIdr'),
    definition,
    service: textAt(header, 'BizSvc'),
    createdAt: messageTime(requiredText(header, 'CreDt')),
    related: undefined,
    document: inNamespace(fieldsAt(envelope, 'Doc') ?? {}, 'Document', XSD + definition),
  };
}

function inNamespace(fields: Fields, name: string, namespace: string): Fields {
  const element = fieldsAt(fields, name);
  if (element && textAt(element, '@xmlns') === namespace) return element;
  throw new MessageRefusal('SYNTAX', name);
}

function memberOf(header: Fields, side: 'Fr' | 'To'): string {
  const institution = fieldsAt(header, `${side}/FIId/FinInstnId`) ?? {};
  const member = textAt(institution, 'BICFI') ?? textAt(institution, 'ClrSysMmbId/MmbId');
  if (member === undefined) throw new MessageRefusal('SYNTAX', `AppHdr/${side}`);
  return member;
}
