import { isUtf8 } from 'node:buffer';
import type { MessageFrame } from './content.ts';
import { SchemaRefusal } from './schema-refusal.ts';
import { TextCursor, unusual } from './text-cursor.ts';

const space = '[ \\t\\r\\n]';
const declaration = new RegExp(
  `\\ufeff?(?:<\\?xml${space}+version="1\\.0"(?:${space}+encoding="[Uu][Tt][Ff]-8")?` +
    `(?:${space}+standalone="(?:yes|no)")?${space}*\\?>)?${space}*<(\\w+)`,
  'y',
);
const attribute = new RegExp(`${space}+(xmlns|xmlns:xsi|xsi:schemaLocation)="([ -!#-%'-;=-~]*)"`, 'y');
const xsi = 'http://www.w3.org/2001/XMLSchema-instance';

/** What the fast reader found: a value, or that it cannot tell. */
export type UsualReading = { readonly kind: 'read'; readonly value: unknown } | { readonly kind: 'unusual' };

const cannotTell: UsualReading = { kind: 'unusual' };

/**
 * Reads a message in one pass, as long as it is valid and written the usual way: one default namespace, no prefixes, no comments,
 * no CDATA, no numeric references. Of everything else it says that it cannot tell; it refuses nothing.
 */
export function readUsual(frame: MessageFrame, input: Uint8Array | string, depth: number): UsualReading {
  const text = typeof input === 'string' ? input : decoded(input);
  const at = text === undefined ? -1 : startOfContent(frame, text);
  if (text === undefined || at < 0) return cannotTell;
  const cursor = new TextCursor(text, at, frame, depth);
  try {
    const value = frame.root.content.read(cursor, frame.root);
    cursor.skipSpace();
    return cursor.at === text.length ? { kind: 'read', value } : cannotTell;
  } catch (reason) {
    if (reason !== unusual && !(reason instanceof SchemaRefusal)) throw reason;
    return cannotTell;
  }
}

function decoded(bytes: Uint8Array): string | undefined {
  if (!isUtf8(bytes)) return undefined;
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('utf8');
}

/** The offset of the `>` of the root's tag; -1 when it is not the usual one. */
function startOfContent(frame: MessageFrame, text: string): number {
  declaration.lastIndex = 0;
  if (declaration.exec(text)?.[1] !== frame.root.name) return -1;
  attribute.lastIndex = declaration.lastIndex;
  const given = new Map<string, string>();
  let end = declaration.lastIndex;
  for (let found = attribute.exec(text); found; found = attribute.exec(text)) {
    const [, name = '', value = ''] = found;
    if (given.has(name)) return -1;
    given.set(name, value);
    end = attribute.lastIndex;
  }
  if (given.get('xmlns') !== frame.namespace) return -1;
  const isDeclared = given.get('xmlns:xsi') === xsi;
  return isDeclared || given.size === 1 ? end : -1;
}
