import { seededRandom } from '@polyrail/testkit';
import { describe, expect, it } from 'vitest';
import { message } from '../../src/codec/message.ts';
import { messageIds } from '../../src/model/message-id.ts';
import type { StatementMessageId } from '../../src/statement/statement-model.ts';
import { mutant } from '../support/mutant.ts';
import { below } from '../support/pick.ts';
import { randomValue } from '../support/random-value.ts';
import { itemsOf } from '../support/statement-document.ts';

describe('mutants of every version', () => {
  const ids = messageIds.filter((id): id is StatementMessageId => /^camt\.05[234]\./.test(id));

  it.each(ids)('%s: the verdict, and the entries, are those of the whole document', async (id) => {
    const codec = message(id);
    for (let number = 0; number < 40; number += 1) {
      const random = seededRandom(number * 104_729 + id.length);
      const written = codec.write(randomValue(id, random));
      if (written.kind === 'refused') throw new Error(JSON.stringify(written.issues));
      const source = number % 4 === 0 ? written.xml : mutant(written.xml, random);
      // Bytes have no half characters.
      const bytes = Buffer.from(source);
      const whole = codec.read(bytes);
      const items = await itemsOf(bytes, { id, size: 1 + below(random, 3_000) });
      const isRefused = items.at(-1)?.kind === 'refused';
      expect(`${isRefused ? 'refused' : 'read'} ${number}`).toBe(`${whole.kind} ${number}`);
      if (whole.kind === 'refused') continue;
      const [body] = Object.values(whole.value);
      const statements: readonly { Ntry?: readonly unknown[] }[] = body.Stmt ?? body.Rpt ?? body.Ntfctn;
      const entries = statements.reduce((count, { Ntry = [] }) => count + Ntry.length, 0);
      expect(items.filter(({ kind }) => kind === 'entry')).toHaveLength(entries);
    }
  });
});
