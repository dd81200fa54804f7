import { money } from '@polyrail/core/provider';
import { describe, expect, it } from 'vitest';
import type { BusinessMessage, Document } from '../../src/flow/business-message.ts';
import { identify } from '../../src/flow/payment-identity.ts';
import { readNotification } from '../../src/flow/read-notification.ts';
import { uetr as foreignUetr, original } from '../profile/support/samples.ts';
import { signedProfile } from './support/instant-network.ts';
import { key, links, startedAtMs } from './support/links.ts';

const own = identify(signedProfile, links.fednow.us, key, startedAtMs);
const other = identify(signedProfile, links.fednow.us, key.replace('0', 'f'), startedAtMs);
const amount = { Ccy: 'USD', value: '51.74' };

function notified(id: Document['id'], value: object, header = 'N-1'): BusinessMessage {
  const named = { BizMsgIdr: header, MsgDefIdr: id, CreDt: '2026-11-23T13:15:00+00:00' };
  // Only what is read stands in it.
  return { header: header === '' ? undefined : named, document: { id, value } as Document };
}

function status(transactions: readonly object[], header?: string): BusinessMessage {
  return notified('pacs.002.001.10', { FIToFIPmtStsRpt: { GrpHdr: {}, TxInfAndSts: transactions } }, header);
}

const settled = {
  OrgnlGrpInf: { ...original, OrgnlMsgId: own.messageId },
  OrgnlInstrId: own.instructionId,
  OrgnlTxId: own.transactionId,
  OrgnlUETR: own.uetr,
  TxSts: 'ACSC',
};

describe('readNotification', () => {
  it('names the operation by its key, and says what became of it', () => {
    expect(readNotification(signedProfile, status([settled]))).toEqual([
      {
        eventId: 'pacs.002.001.10:N-1:0',
        type: 'pacs.002.001.10',
        subject: { by: 'provider_key', value: key },
        decoded: { kind: 'succeeded', value: { providerReference: own.uetr, raw: { status: 'ACSC' } } },
      },
    ]);
  });

  it('puts identifiers that name different payments before a person', () => {
    const [item] = readNotification(signedProfile, status([{ ...settled, OrgnlUETR: other.uetr }]));
    expect(item?.quarantined).toBeDefined();
    expect(item?.subject).toBeUndefined();
    expect(item?.decoded).toBeUndefined();
  });

  it('reads each transaction by itself, under a name of its own', () => {
    const items = readNotification(
      signedProfile,
      status([settled, { ...settled, OrgnlUETR: foreignUetr }, { OrgnlUETR: foreignUetr, TxSts: 'ACSC' }]),
    );
    expect(items.map(({ eventId }) => eventId)).toEqual([0, 1, 2].map((n) => `pacs.002.001.10:N-1:${n}`));
    expect(items.map(({ subject, quarantined }) => [subject?.value, quarantined !== undefined])).toEqual([
      [key, false],
      [undefined, true],
      [undefined, false],
    ]);
  });

  it('changes nothing on a late "not found", and asks nothing again', () => {
    const unknown = { ...settled, TxSts: 'RJCT', StsRsnInf: [{ Rsn: { Cd: 'AG09' } }] };
    const items = readNotification(signedProfile, status([unknown]));
    expect(items).toEqual([{ eventId: 'pacs.002.001.10:N-1:0', type: 'pacs.002.001.10' }]);
  });

  it('takes a return for the end of a recall', () => {
    const TxInf = [{ OrgnlUETR: own.uetr, RtrdIntrBkSttlmAmt: amount }];
    const [item] = readNotification(signedProfile, notified('pacs.004.001.10', { PmtRtr: { GrpHdr: {}, TxInf } }));
    expect(item).toMatchObject({
      subject: { by: 'provider_key', value: key, verb: 'recall' },
      decoded: { kind: 'succeeded', value: { amount: money(5_174n, 'USD') } },
    });
  });

  it('takes a transfer that comes in for the answer to a request for payment', () => {
    const CdtTrfTxInf = [{ PmtId: { UETR: own.uetr, EndToEndId: 'x', TxId: 'THEIRS' }, IntrBkSttlmAmt: amount }];
    const message = notified('pacs.008.001.08', { FIToFICstmrCdtTrf: { GrpHdr: {}, CdtTrfTxInf } });
    expect(readNotification(signedProfile, message)).toMatchObject([
      { subject: { value: key, verb: 'requestPayment' }, decoded: { kind: 'succeeded' } },
    ]);
  });

  it.each([
    ['DBIT', { value: key }, { kind: 'succeeded' }],
    ['CRDT', undefined, undefined],
  ])('reads a booked entry: %s', (side, subject, decoded) => {
    const Refs = { MsgId: own.messageId, UETR: own.uetr, InstrId: own.instructionId, TxId: own.transactionId };
    const Ntry = [{ Amt: amount, CdtDbtInd: side, Sts: { Cd: 'BOOK' }, NtryDtls: [{ TxDtls: [{ Refs }] }] }];
    const [item] = readNotification(
      signedProfile,
      notified('camt.054.001.08', { BkToCstmrDbtCdtNtfctn: { GrpHdr: {}, Ntfctn: [{ Ntry }] } }),
    );
    expect(item?.subject ?? {}).toMatchObject(subject ?? {});
    expect(item?.decoded?.kind).toBe(decoded?.kind);
  });

  it('finds what was given back by its name', () => {
    const value = (code: string) => ({
      'admi.002.001.01': { RltdRef: { Ref: own.businessMessageId }, Rsn: { RjctgPtyRsn: code } },
    });
    expect(readNotification(signedProfile, notified('admi.002.001.01', value('SYNTAX')))).toMatchObject([
      { subject: { value: key }, decoded: { kind: 'rejected', reason: 'provider_refused' } },
    ]);
    expect(readNotification(signedProfile, notified('admi.002.001.01', value('QNTM')))).toMatchObject([
      { subject: { value: key }, decoded: { kind: 'unknown' } },
    ]);
  });

  it('says nothing about messages without a payment', () => {
    const value = { 'admi.004.001.02': {} };
    expect(readNotification(signedProfile, notified('admi.004.001.02', value))).toEqual([
      { eventId: 'admi.004.001.02:N-1:0', type: 'admi.004.001.02' },
    ]);
  });

  it('names a message without a header by what it says', () => {
    const [first] = readNotification(signedProfile, status([settled], ''));
    const [again] = readNotification(signedProfile, status([settled], ''));
    const [changed] = readNotification(signedProfile, status([{ ...settled, TxSts: 'RJCT' }], ''));
    expect(again?.eventId).toBe(first?.eventId);
    expect(changed?.eventId).not.toBe(first?.eventId);
  });
});
