import { describe, expect, it } from 'vitest';
import type { Document } from '../../src/flow/business-message.ts';
import { decodeAnswer } from '../../src/flow/decode-answer.ts';
import { uetrOf } from '../../src/flow/payment-identity.ts';
import { key, links } from './support/links.ts';

const link = links.fednow;

function decode(...statuses: readonly string[]) {
  const TxInfAndSts = statuses.map((TxSts) => ({ OrgnlUETR: uetrOf(link.us, key), TxSts }));
  const value = { FIToFIPmtStsRpt: { GrpHdr: {}, TxInfAndSts } };
  // Only what is read stands in it.
  const document = { id: 'pacs.002.001.10', value } as unknown as Document;
  return decodeAnswer(link, { kind: 'message', message: { header: undefined, document } }, key);
}

describe('an answer that speaks of the payment several times', () => {
  it.each([[['ACSC', 'RJCT']], [['RJCT', 'ACSC']], [['ACTC', 'CANC', 'ACSC']]])(
    'is not believed where it contradicts itself: %j',
    (statuses) => {
      expect(decode(...statuses)).toMatchObject({ kind: 'unknown', cause: 'answer_mismatch' });
    },
  );

  it.each([
    [['ACSC', 'ACSC'], 'succeeded'],
    [['RJCT', 'RJCT'], 'declined'],
    [['ACTC', 'RJCT'], 'pending'],
  ])('is what it says first otherwise: %j', (statuses, kind) => {
    expect(decode(...statuses).kind).toBe(kind);
  });
});
