import { readXml } from '@polyrail/xml/document';
import type { MessageFrame } from './content.ts';
import { elementLimit } from './read-limits.ts';
import type { Reading } from './reading.ts';
import { refuse, SchemaRefusal } from './schema-refusal.ts';

/** Reads a message however it is written, and says what is wrong with it. */
export function readAny(
  frame: MessageFrame,
  input: Uint8Array | string,
  bytes: number,
  depth: number,
): Reading<unknown> {
  const limits = { bytes, depth, elements: elementLimit(bytes), text: bytes };
  const reading = readXml(input, { instructions: 'ignored', limits });
  if (reading.kind === 'refused')
    return { kind: 'refused', issues: [{ ...reading.issue, path: '', detail: 'XML 1.0 in UTF-8' }] };
  const { root, text } = reading.document;
  try {
    if (root.namespace !== frame.namespace || root.local !== frame.root.name)
      refuse('root_unexpected', `${frame.root.name} of ${frame.namespace}`, root);
    const value = frame.root.content.fromElement(root, { frame, text, hasCdata: text.includes('<![CDATA[') });
    return { kind: 'read', value };
  } catch (refusal) {
    if (!(refusal instanceof SchemaRefusal)) throw refusal;
    return { kind: 'refused', issues: [refusal.toIssue(text)] };
  }
}
