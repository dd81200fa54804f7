import { encodeStored } from './stored-json.ts';
import type { StoredLine } from './stored-line.ts';

/**
 * True when two lines tell the same. References are left out: stores shorten those that they cannot index.
 */
export function isSameLine(a: StoredLine, b: StoredLine): boolean {
  return textOf(a) === textOf(b);
}

function textOf(line: StoredLine): string {
  if (line.kind !== 'payment') return encodeStored(line);
  return encodeStored({ ...line, operations: line.operations.map(({ operation, holdsKey }) => [operation, holdsKey]) });
}
