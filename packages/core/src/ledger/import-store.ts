import { PolyrailError } from '../model/error.ts';
import { exportHead } from './export-head.ts';
import { decodeStored } from './stored-json.ts';
import type { StoredLine } from './stored-line.ts';
import type { TransferableStore } from './transferable-store.ts';

const linesPerStep = 200;

/**
 * Writes what `exportStore` gave into a store on which no gateway runs. An import that was cut off is begun again with
 * the same lines: what is there already stays as it is.
 *
 * @returns how many things the export holds
 * @throws PolyrailError `configuration_invalid` when it is no export, not a whole one, or differs from what is there
 */
export async function importStore(
  store: TransferableStore,
  lines: Iterable<string> | AsyncIterable<string>,
): Promise<number> {
  let isFirst = true;
  let count = 0;
  let step: StoredLine[] = [];
  for await (const text of lines) {
    if (isFirst) {
      if (text !== exportHead) refuse('this is no export of a store that this release knows');
      isFirst = false;
      continue;
    }
    const line = lineOf(text);
    if ('end' in line) {
      if (line.end !== count) refuse('lines of the export are missing');
      await store.importLines(step);
      return count;
    }
    count += 1;
    step.push(line);
    if (step.length < linesPerStep) continue;
    await store.importLines(step);
    step = [];
  }
  return refuse('the export is cut off');
}

function lineOf(text: string): StoredLine | { readonly end: number } {
  try {
    return decodeStored<StoredLine | { readonly end: number }>(text);
  } catch {
    return refuse('a line of the export is damaged');
  }
}

function refuse(message: string): never {
  throw new PolyrailError('configuration_invalid', message);
}
