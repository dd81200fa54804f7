import { existsSync, readFileSync } from 'node:fs';
import { ParseOption, XmlDocument, XsdValidator } from 'libxml2-wasm';
import type { MessageId } from '../../src/model/message-types.ts';

const schemas = new URL('../../../../../shared/data/iso20022/xsd/', import.meta.url);
const judges = new Map<MessageId, XsdValidator>();

/** Whether the schemas of ISO 20022 are beside the project. */
export const hasSchemas: boolean = existsSync(schemas);

/** Whether libxml2 finds a document well-formed and valid by the schema of a message. */
export function libxml2Accepts(id: MessageId, source: string): boolean {
  const judge = judges.get(id) ?? makeJudge(id);
  try {
    const document = XmlDocument.fromString(source, { option: ParseOption.XML_PARSE_NONET });
    try {
      judge.validate(document);
      return true;
    } finally {
      document.dispose();
    }
  } catch {
    return false;
  }
}

function makeJudge(id: MessageId): XsdValidator {
  const judge = XsdValidator.fromDoc(XmlDocument.fromBuffer(readFileSync(new URL(`${id}.xsd`, schemas))));
  judges.set(id, judge);
  return judge;
}
