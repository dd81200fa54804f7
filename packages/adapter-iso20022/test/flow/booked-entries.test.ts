import { money } from '@polyrail/core/provider';
import { expect, it } from 'vitest';
import { message } from '../../src/codec/message.ts';
import type { Document } from '../../src/flow/business-message.ts';
import { type Report, reportsOf } from '../../src/flow/report.ts';
import type { MessageId } from '../../src/model/message-types.ts';
import { created, groupHeader, uetr } from '../profile/support/samples.ts';

function read(id: MessageId, value: object): readonly Report[] {
  const codec: { check(value: unknown): readonly unknown[] } = message(id);
  expect(codec.check(value)).toEqual([]);
  // It was just checked.
  return reportsOf({ header: undefined, document: { id, value } as Document });
}

const usd = (value: string) => ({ Ccy: 'USD', value });

it.each([
  ['BOOK', undefined, 'DBIT', { direction: 'debit', isBooked: true }],
  ['BOOK', undefined, 'CRDT', { direction: 'credit', isBooked: true }],
  ['PDNG', undefined, 'DBIT', { direction: 'debit', isBooked: false }],
  ['BOOK', true, 'CRDT', { direction: 'credit', isBooked: true, isReversal: true }],
] as const)('camt.054 with an entry %s, reversed %s, %s', (code, reversal, side, expected) => {
  const value = {
    BkToCstmrDbtCdtNtfctn: {
      GrpHdr: groupHeader('N-1'),
      Ntfctn: [
        {
          Id: 'N-1',
          Acct: { Id: { Othr: { Id: 'acc' } } },
          Ntry: [
            {
              Amt: usd('9.00'),
              CdtDbtInd: side,
              ...(reversal && { RvslInd: reversal }),
              Sts: { Cd: code },
              BkTxCd: {},
              NtryDtls: [
                { TxDtls: [{ Refs: { MsgId: 'M', UETR: uetr }, Amt: usd('4.00'), CdtDbtInd: side }, { Refs: {} }] },
              ],
            },
          ],
        },
      ],
    },
  };
  const reports = read('camt.054.001.08', value);
  expect(reports).toMatchObject([
    {
      kind: 'entry',
      original: side === 'DBIT' ? { uetr, messageId: 'M' } : { uetr },
      amount: money(400n, 'USD'),
      ...expected,
    },
    { kind: 'entry', amount: undefined, ...expected },
  ]);
});

it('camt.054 takes amount and direction of one payment from itself, and of a single one from the entry', () => {
  const booked = (...TxDtls: readonly object[]) => ({
    BkToCstmrDbtCdtNtfctn: {
      GrpHdr: groupHeader('N-1'),
      Ntfctn: [
        {
          Id: 'N-1',
          Acct: { Id: { Othr: { Id: 'acc' } } },
          Ntry: [{ Amt: usd('9.00'), CdtDbtInd: 'CRDT', Sts: { Cd: 'BOOK' }, BkTxCd: {}, NtryDtls: [{ TxDtls }] }],
        },
      ],
    },
  });
  const own = { AmtDtls: { TxAmt: { Amt: usd('4.00') } }, CdtDbtInd: 'DBIT' };
  expect(read('camt.054.001.08', booked(own, {}))).toMatchObject([
    { amount: money(400n, 'USD'), direction: 'debit' },
    { amount: undefined, direction: 'credit' },
  ]);
  expect(read('camt.054.001.08', booked({}))).toMatchObject([{ amount: money(900n, 'USD') }]);
});

it.each([
  ['camt.054.001.02', {}],
  ['camt.054.001.04', { Amt: usd('9.00'), CdtDbtInd: 'DBIT' }],
] as const)('%s has its status as a text', (id, demanded) => {
  const booked = (Sts: string) => {
    const NtryDtls = [{ TxDtls: [{ Refs: { MsgId: 'M', InstrId: 'I' }, ...demanded }] }];
    const Ntry = [{ Amt: usd('9.00'), CdtDbtInd: 'DBIT', Sts, BkTxCd: {}, NtryDtls }];
    const Ntfctn = [{ Id: 'N-1', CreDtTm: created, Acct: { Id: { Othr: { Id: 'acc' } } }, Ntry }];
    return read(id, { BkToCstmrDbtCdtNtfctn: { GrpHdr: groupHeader('N-1'), Ntfctn } });
  };
  const original = { messageId: 'M', instructionId: 'I' };
  expect(booked('BOOK')).toMatchObject([{ kind: 'entry', original, amount: money(900n, 'USD'), isBooked: true }]);
  expect(booked('PDNG')).toMatchObject([{ isBooked: false }]);
});
