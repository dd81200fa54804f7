import { readXml } from '@polyrail/xml/document';
import type { MessageFrame } from '../codec/content.ts';
import type { ElementParticle } from '../codec/element-particle.ts';
import type { Reading } from '../codec/reading.ts';
import { SchemaRefusal } from '../codec/schema-refusal.ts';
import { TextCursor, unusual } from '../codec/text-cursor.ts';
import type { StatementModel } from './statement-model.ts';

const depth = 64;

/**
 * Reads the text of one element `Ntry`, by every rule of the schema.
 *
 * @param declarations the namespaces of the document, as its root declares them
 */
export function readEntry({ frame, entry }: StatementModel, source: string, declarations: string): Reading<unknown> {
  if (source.startsWith(`<${entry.name}>`)) {
    const value = readUsualEntry(frame, entry, source);
    if (value !== undefined) return { kind: 'read', value };
  }
  const whole = source.replace(/^<[\w.:-]+/, (name) => name + declarations);
  const limits = { bytes: whole.length, elements: whole.length, text: whole.length, depth };
  const reading = readXml(whole, { instructions: 'ignored', limits });
  if (reading.kind === 'refused')
    return { kind: 'refused', issues: [{ code: reading.issue.code, path: `/${entry.name}`, detail: 'XML 1.0' }] };
  const { root, text } = reading.document;
  if (root.local !== entry.name || root.namespace !== frame.namespace)
    return { kind: 'refused', issues: [{ code: 'element_unexpected', path: `/${root.local}`, detail: entry.name }] };
  try {
    const value = entry.content.fromElement(root, { frame, text, hasCdata: text.includes('<![CDATA[') });
    return { kind: 'read', value };
  } catch (refusal) {
    if (!(refusal instanceof SchemaRefusal)) throw refusal;
    const { code, path, detail } = refusal.toIssue(text);
    return { kind: 'refused', issues: [{ code, path, detail }] };
  }
}

function readUsualEntry(frame: MessageFrame, entry: ElementParticle, source: string): unknown {
  try {
    const cursor = new TextCursor(source, entry.name.length + 1, frame, depth);
    const value = entry.content.read(cursor, entry);
    return cursor.at === source.length ? value : undefined;
  } catch (reason) {
    if (reason !== unusual && !(reason instanceof SchemaRefusal)) throw reason;
    return undefined;
  }
}
