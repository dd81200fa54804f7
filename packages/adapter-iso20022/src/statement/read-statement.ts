import type { Issue } from '../codec/issue.ts';
import { message } from '../codec/message.ts';
import type { Issues } from '../codec/reading.ts';
import { MarkupSource, NotUtf8 } from './markup-source.ts';
import { readEntry } from './read-entry.ts';
import { type StatementEntry, statementEntry } from './statement-entry.ts';
import { StatementFrame } from './statement-frame.ts';
import type { StatementHeader } from './statement-header.ts';
import { type StatementMessageId, statementModel } from './statement-model.ts';

/** What a statement gives, in the order of the document. After `refused` comes nothing, and what came before is not to be trusted. */
export type StatementItem =
  | { readonly kind: 'statement'; readonly header: StatementHeader }
  | { readonly kind: 'entry'; readonly entry: StatementEntry }
  | { readonly kind: 'refused'; readonly issues: Issues };

/** Bounds of what is held at a time; the document itself may be of any length. */
export interface StatementLimits {
  /** Characters of one entry. Default 1 MiB. */
  readonly entry?: number;
  /** Characters of what is around the entries of a statement. Default 1 MiB. */
  readonly surroundings?: number;
}

const mebibyte = 1_048_576;
/** How often the text of an entry may hold what looks like its end: in comments, CDATA, or what a schema leaves open. */
const falseEnds = 16;

/**
 * Reads account reports, statements and notifications (camt.052, camt.053, camt.054) entry by entry, in constant memory, and
 * applies every rule of the schema to every part. Namespaces have to be declared at the root.
 */
export async function* readStatement(
  id: StatementMessageId,
  chunks: AsyncIterable<Uint8Array>,
  limits: StatementLimits = {},
): AsyncGenerator<StatementItem, void, undefined> {
  const model = statementModel(id);
  const frame = new StatementFrame(model, message(id), limits.surroundings ?? mebibyte);
  const source = new MarkupSource(chunks, limits.entry ?? mebibyte);
  try {
    while (!source.isDone) {
      const piece = source.take();
      if (piece === undefined || piece === '') {
        if (!(await source.more())) return yield refused('too_large', 'a shorter entry');
        continue;
      }
      if (!frame.isEntryNext(piece)) {
        const outcome = frame.add(piece);
        if (outcome) yield outcome;
        if (outcome?.kind === 'refused') return;
        continue;
      }
      source.putBack(piece);
      const text = yield* readOne();
      if (!text) return;
    }
    const end = frame.end();
    if (end) yield end;
  } catch (reason) {
    if (!(reason instanceof NotUtf8)) throw reason;
    yield refused('not_utf8', 'UTF-8');
  } finally {
    await source.close();
  }

  /** One entry; false when it was refused. */
  async function* readOne(): AsyncGenerator<StatementItem, boolean, undefined> {
    let length = 0;
    for (let attempt = 0; ; ) {
      const text = source.takeThroughEndTag(frame.entryName, length);
      if (text === undefined) {
        if (await source.more()) continue;
        yield refused('too_large', 'a shorter entry');
        return false;
      }
      const reading = readEntry(model, text, frame.declarations);
      attempt += 1;
      if (
        reading.kind === 'refused' &&
        attempt < falseEnds &&
        text.length > length &&
        !source.isDone &&
        isCutShort(reading.issues)
      ) {
        length = text.length;
        source.putBack(text);
        continue;
      }
      if (reading.kind === 'refused') {
        yield { kind: 'refused', issues: frame.placed(reading.issues) };
        return false;
      }
      const outcome = frame.addEntry(text);
      if (outcome) yield outcome;
      if (outcome?.kind === 'refused') return false;
      yield { kind: 'entry', entry: statementEntry(reading.value) };
      return true;
    }
  }
}

/** Whether the text ended before its element did. */
function isCutShort([{ code }]: Issues): boolean {
  return code === 'tag_unclosed' || code === 'tag_mismatch' || code === 'syntax';
}

function refused(code: Issue['code'], detail: string): StatementItem {
  return { kind: 'refused', issues: [{ code, path: '', detail }] };
}
