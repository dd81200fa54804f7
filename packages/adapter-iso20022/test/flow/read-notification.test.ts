import { money } from '@polyrail/core/provider';
import { describe, expect, it } from 'vitest';
import type { BusinessMessage, Document } from '../../src/flow/business-message.ts';
import { identify } from '../../src/flow/payment-identity.ts';
import { readNotification } from '../../src/flow/read-notification.ts';
import { uetr as foreignUetr, original } from '../profile/support/samples.ts';
import { signedLink, signedProfile } from './support/instant-network.ts';
import { key, links, startedAtMs } from './support/links.ts';

const own = identify({ ...links.fednow, profile: signedProfile }, key, startedAtMs);
const other = identify({ ...links.fednow, profile: signedProfile }, key.replace('0', 'f'), startedAtMs);
const amount = { Ccy: 'USD', value: '51.74' };

function notified(id: Document['id'], value: object, header = 'N-1'): BusinessMessage {
  const party = (id: string) => ({ FIId: { FinInstnId: { ClrSysMmbId: { MmbId: id } } } });
  const named = { Fr: party('990000000'), To: party('021000021'), BizMsgIdr: header, MsgDefIdr: id };
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
    expect(readNotification(signedLink, status([settled]))).toEqual([
      {
        eventId: 'pacs.002.001.10:990000000:N-1:0',
        type: 'pacs.002.001.10',
        subject: { by: 'provider_key', value: key },
        decoded: { kind: 'succeeded', value: { providerReference: own.uetr, raw: { status: 'ACSC' } } },
      },
    ]);
  });

  it('puts identifiers that name different payments before a person', () => {
    const [item] = readNotification(signedLink, status([{ ...settled, OrgnlUETR: other.uetr }]));
    expect(item?.quarantined).toBeDefined();
    expect(item?.subject).toBeUndefined();
    expect(item?.decoded).toBeUndefined();
  });

  it('reads each transaction by itself, under a name of its own', () => {
    const items = readNotification(
      signedLink,
      status([settled, { ...settled, OrgnlUETR: foreignUetr }, { OrgnlUETR: foreignUetr, TxSts: 'ACSC' }]),
    );
    expect(items.map(({ eventId }) => eventId)).toEqual([0, 1, 2].map((n) => `pacs.002.001.10:990000000:N-1:${n}`));
    expect(items.map(({ subject, quarantined }) => [subject?.value, quarantined !== undefined])).toEqual([
      [key, false],
      [undefined, true],
      [undefined, false],
    ]);
  });

  it('changes nothing on a late "not found": the message may have been sent again since', () => {
    const unknown = { ...settled, TxSts: 'RJCT', StsRsnInf: [{ Rsn: { Cd: 'AG09' } }] };
    const items = readNotification(signedLink, status([unknown]));
    expect(items).toEqual([{ eventId: 'pacs.002.001.10:990000000:N-1:0', type: 'pacs.002.001.10' }]);
  });

  it('takes a return for the end of a recall', () => {
    const TxInf = [{ OrgnlUETR: own.uetr, RtrdIntrBkSttlmAmt: amount }];
    const [item] = readNotification(signedLink, notified('pacs.004.001.10', { PmtRtr: { GrpHdr: {}, TxInf } }));
    expect(item).toMatchObject({
      subject: { by: 'provider_key', value: key, verb: 'recall' },
      decoded: { kind: 'succeeded', value: { amount: money(5_174n, 'USD') } },
    });
  });

  it('takes a transfer that comes in for the answer to a request for payment', () => {
    const CdtTrfTxInf = [{ PmtId: { UETR: own.uetr, EndToEndId: 'x', TxId: 'THEIRS' }, IntrBkSttlmAmt: amount }];
    const message = notified('pacs.008.001.08', { FIToFICstmrCdtTrf: { GrpHdr: {}, CdtTrfTxInf } });
    expect(readNotification(signedLink, message)).toMatchObject([
      { subject: { value: key, verb: 'requestPayment' }, decoded: { kind: 'succeeded' } },
    ]);
  });

  it.each([
    ['DBIT', { value: key, verb: 'transfer' }, { kind: 'succeeded' }],
    ['CRDT', undefined, undefined],
  ])('reads a booked entry: %s', (side, subject, decoded) => {
    const Refs = { MsgId: own.messageId, UETR: own.uetr, InstrId: own.instructionId, TxId: own.transactionId };
    const Ntry = [{ Amt: amount, CdtDbtInd: side, Sts: { Cd: 'BOOK' }, NtryDtls: [{ TxDtls: [{ Refs }] }] }];
    const [item] = readNotification(
      signedLink,
      notified('camt.054.001.08', { BkToCstmrDbtCdtNtfctn: { GrpHdr: {}, Ntfctn: [{ Ntry }] } }),
    );
    expect(item?.subject ?? {}).toMatchObject(subject ?? {});
    expect(item?.decoded?.kind).toBe(decoded?.kind);
  });

  it('takes a booking under nothing but its message for whatever that message was', () => {
    const Refs = { MsgId: own.messageId };
    const Ntry = [{ Amt: amount, CdtDbtInd: 'DBIT', Sts: { Cd: 'BOOK' }, NtryDtls: [{ TxDtls: [{ Refs }] }] }];
    const value = { BkToCstmrDbtCdtNtfctn: { GrpHdr: {}, Ntfctn: [{ Ntry }] } };
    const [item] = readNotification(signedLink, notified('camt.054.001.08', value));
    expect(item?.subject).toEqual({ by: 'provider_key', value: key });
  });

  it('asks about what was given back: it may be an earlier sending of the same', () => {
    const value = (code: string) => ({
      'admi.002.001.01': { RltdRef: { Ref: own.businessMessageId }, Rsn: { RjctgPtyRsn: code } },
    });
    for (const code of ['SYNTAX', 'QNTM']) {
      const [item] = readNotification(signedLink, notified('admi.002.001.01', value(code)));
      expect(item).toMatchObject({ subject: { value: key } });
      expect(item?.decoded).toBeUndefined();
    }
  });

  it('puts a message that was given back and is not known before a person', () => {
    const value = { 'admi.002.001.01': { RltdRef: { Ref: 'OF-ANOTHER' }, Rsn: { RjctgPtyRsn: 'SYNTAX' } } };
    const [item] = readNotification(signedLink, notified('admi.002.001.01', value));
    expect(item).toMatchObject({ quarantined: expect.stringContaining('gave a message back') });
  });

  it('puts a booking that was taken back before a person', () => {
    const Refs = { UETR: own.uetr };
    const entry = {
      Amt: amount,
      CdtDbtInd: 'CRDT',
      RvslInd: true,
      Sts: { Cd: 'BOOK' },
      NtryDtls: [{ TxDtls: [{ Refs }] }],
    };
    const value = { BkToCstmrDbtCdtNtfctn: { GrpHdr: {}, Ntfctn: [{ Ntry: [entry] }] } };
    const [item] = readNotification(signedLink, notified('camt.054.001.08', value));
    expect(item).toMatchObject({ quarantined: 'a booking of the payment was taken back' });
  });

  it('says nothing about messages without a payment', () => {
    const value = { 'admi.004.001.02': {} };
    expect(readNotification(signedLink, notified('admi.004.001.02', value))).toEqual([
      { eventId: 'admi.004.001.02:990000000:N-1:0', type: 'admi.004.001.02' },
    ]);
  });

  it('names a message without a header by what it says', () => {
    const [first] = readNotification(signedLink, status([settled], ''));
    const [again] = readNotification(signedLink, status([settled], ''));
    const [changed] = readNotification(signedLink, status([{ ...settled, TxSts: 'RJCT' }], ''));
    expect(again?.eventId).toBe(first?.eventId);
    expect(changed?.eventId).not.toBe(first?.eventId);
  });
});
