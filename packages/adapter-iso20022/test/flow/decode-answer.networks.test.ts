import { describe, expect, it } from 'vitest';
import { readBusinessMessage } from '../../src/flow/business-message.ts';
import { decodeAnswer } from '../../src/flow/decode-answer.ts';
import { keyLength, paymentReference } from '../../src/flow/payment-identity.ts';
import { readNotification } from '../../src/flow/read-notification.ts';
import type { NetworkId } from '../../src/profile/network-profile.ts';
import { key, links, networkIds, startedAtMs } from './support/links.ts';
import { reportOf } from './support/report-of.ts';
import { reported } from './support/reported.ts';

/** One report, and what it comes to. */
interface Case {
  readonly status: string;
  readonly reason?: string;
  readonly comes: object;
}

const open = { kind: 'pending', expect: 'either' };
const done = { kind: 'succeeded' };
const unknown = { kind: 'unknown' };
const refused = (code: string, reason: string) => ({ kind: 'declined', reason, raw: { code, status: 'RJCT' } });
const late = (code: string) => ({ kind: 'declined', advice: 'later', raw: { code, status: 'RJCT' } });

/** Taken, done, refused, too late, seen before, and what nobody knows. */
const common: readonly Case[] = [
  { status: 'PDNG', comes: open },
  { status: 'ACSC', comes: done },
  { status: 'RJCT', reason: 'AC03', comes: refused('AC03', 'invalid_account') },
  { status: 'RJCT', reason: 'AB03', comes: { kind: 'declined', reason: 'issuer_unavailable' } },
  { status: 'RJCT', reason: 'AM05', comes: unknown },
  { status: 'XXXX', comes: open },
];
const clock: Case = { status: 'RJCT', reason: 'TM01', comes: late('TM01') };

const own: Readonly<Record<NetworkId, readonly Case[]>> = {
  fednow: [clock, { status: 'ACWP', comes: done }, { status: 'ACTC', comes: open }],
  rtp: [clock, { status: 'RCVD', comes: open }, { status: 'ACTC', comes: done }, { status: 'ACWP', comes: done }],
  fedwire: [{ status: 'ACSP', comes: open }],
  'pix-spi': [
    { status: 'ACSP', comes: open },
    { status: 'ACCC', comes: done },
    { status: 'RJCT', reason: 'DS27', comes: refused('DS27', 'invalid_account') },
  ],
  'sepa-sct': [{ status: 'ACCP', comes: open }],
  'sepa-sct-inst': [clock, { status: 'ACCP', comes: done }],
  'cbpr-plus': [{ status: 'ACCP', comes: open }],
  'swiss-sps': [{ status: 'ACCP', comes: open }],
};

describe.each(networkIds)('a report of %s', (id) => {
  const link = links[id];
  const ours = key.slice(0, keyLength(link.profile));
  const original = reported(link, ours, startedAtMs);
  const read = (text: string) => {
    const found = readBusinessMessage(link, text);
    return typeof found === 'string' ? expect.unreachable(found) : found;
  };

  it.each([...common, ...own[id]])('$status $reason is what the network means by it', (one) => {
    const found = read(reportOf(link, original, one));
    expect(decodeAnswer(link, { kind: 'message', message: found }, ours)).toMatchObject(one.comes);
    const [item, ...more] = readNotification(link, found);
    expect(more).toEqual([]);
    expect(item?.subject).toMatchObject({ by: 'provider_key', value: ours });
    expect(item?.decoded).toMatchObject(one.comes);
  });

  it('names the payment as the ledger does', () => {
    const found = read(reportOf(link, original, { status: 'ACSC' }));
    expect(decodeAnswer(link, { kind: 'message', message: found }, ours)).toMatchObject({
      value: { providerReference: paymentReference(link, ours) },
    });
  });

  it('on another payment says nothing about this one', () => {
    const another = reported(link, ours.replace('0', 'f'), startedAtMs);
    const found = read(reportOf(link, another, { status: 'ACSC' }));
    const decoded = decodeAnswer(link, { kind: 'message', message: found }, ours);
    expect(decoded).toMatchObject({ kind: 'unknown', cause: 'answer_mismatch' });
  });

  it.each(link.profile.header ? [link] : [])('that is addressed to another is not read', () => {
    const text = reportOf(link, original, { status: 'ACSC' });
    expect(readBusinessMessage({ ...link, us: link.network }, text)).toMatch(/somebody else/);
  });
});

/** As participants write them: with prefixes, white space and a signature that the channel has verified. */
describe('a report as networks write it', () => {
  it('of RTP: prefixes on the root, times without a zone', () => {
    const { rtp } = links;
    const { messageId, instructionId } = reported(rtp, key, startedAtMs);
    const party = (member: string) =>
      `<head:FIId><head:FinInstnId><head:ClrSysMmbId><head:MmbId>${member}</head:MmbId></head:ClrSysMmbId></head:FinInstnId></head:FIId>`;
    const text = `<?xml version="1.0" encoding="UTF-8"?>
<Message xmlns="urn:tch" xmlns:head="urn:iso:std:iso:20022:tech:xsd:head.001.001.01" xmlns:ps="urn:iso:std:iso:20022:tech:xsd:pacs.002.001.10">
  <AppHdr>
    <head:Fr>${party('990000001T1')}</head:Fr><head:To>${party('021000021T1')}</head:To>
    <head:BizMsgIdr>B20261123990000001T1BABC00000000001</head:BizMsgIdr><head:MsgDefIdr>pacs.002.001.10</head:MsgDefIdr>
    <head:CreDt>2026-11-23T08:15:01</head:CreDt>
    <head:Sgntr><ds:Signature xmlns:ds="http://www.w3.org/2000/09/xmldsig#"/></head:Sgntr>
  </AppHdr>
  <MessageStatusReport>
    <ps:FIToFIPmtStsRpt>
      <ps:GrpHdr><ps:MsgId>M20261123990000001T1BABC00000000001</ps:MsgId><ps:CreDtTm>2026-11-23T08:15:01</ps:CreDtTm></ps:GrpHdr>
      <ps:OrgnlGrpInfAndSts><ps:OrgnlMsgId>${messageId}</ps:OrgnlMsgId><ps:OrgnlMsgNmId>pacs.008.001.08</ps:OrgnlMsgNmId></ps:OrgnlGrpInfAndSts>
      <ps:TxInfAndSts><ps:OrgnlInstrId>${instructionId}</ps:OrgnlInstrId><ps:TxSts>ACTC</ps:TxSts>
        <ps:OrgnlTxRef><ps:IntrBkSttlmAmt Ccy="USD">51.74</ps:IntrBkSttlmAmt></ps:OrgnlTxRef></ps:TxInfAndSts>
    </ps:FIToFIPmtStsRpt>
  </MessageStatusReport>
</Message>`;
    const found = readBusinessMessage(rtp, text);
    if (typeof found === 'string') return expect.unreachable(found);
    expect(readNotification(rtp, found)).toMatchObject([
      { subject: { value: key }, decoded: { kind: 'succeeded', value: { amount: { minorUnits: 5174n } } } },
    ]);
    for (const [what, changed] of [
      ['another element', text.replaceAll('MessageStatusReport', 'CreditTransfers')],
      ['two documents', text.replace('</MessageStatusReport>', '</MessageStatusReport><MessageReject/>')],
      [
        'an element of another namespace inside',
        text.replace('<ps:TxSts>ACTC</ps:TxSts>', '<head:TxSts>ACTC</head:TxSts>'),
      ],
      ['a header of another namespace', text.replace('<AppHdr>', '<AppHdr xmlns="urn:x">')],
      ['a header of another name', text.replaceAll('AppHdr>', 'Header>')],
      ['a document of another namespace', text.replace('<MessageStatusReport>', '<MessageStatusReport xmlns="urn:x">')],
      ['a root of another name', text.replace('<Message ', '<Other ').replace('</Message>', '</Other>')],
      [
        'a root of another namespace',
        text.replace('<Message ', '<x:Message xmlns:x="urn:x" ').replace('</Message>', '</x:Message>'),
      ],
    ] as const)
      expect(readBusinessMessage(rtp, changed), what).toBe('it is not in the envelope of the network');
  });

  it('of Pix: one namespace for all, and the identifier that was built for the end-to-end one', () => {
    const pix = links['pix-spi'];
    const ours = key.slice(0, keyLength(pix.profile));
    const { instructionId } = reported(pix, ours, startedAtMs);
    const party = (member: string) => `<FIId><FinInstnId><Othr><Id>${member}</Id></Othr></FinInstnId></FIId>`;
    const text = `<Envelope xmlns="https://www.bcb.gov.br/pi/pacs.002/1.17">
  <AppHdr><Fr>${party('00038166')}</Fr><To>${party('12345678')}</To><BizMsgIdr>M00038166abcdefghijklmnopqrstuvw</BizMsgIdr>
    <MsgDefIdr>pacs.002.spi.1.17</MsgDefIdr><CreDt>2026-11-23T13:15:01.000Z</CreDt><Sgntr/></AppHdr>
  <Document><FIToFIPmtStsRpt>
    <GrpHdr><MsgId>M00038166abcdefghijklmnopqrstuvw</MsgId><CreDtTm>2026-11-23T13:15:01.000Z</CreDtTm></GrpHdr>
    <TxInfAndSts><OrgnlInstrId>${instructionId}</OrgnlInstrId><OrgnlEndToEndId>${instructionId}</OrgnlEndToEndId>
      <TxSts>RJCT</TxSts><StsRsnInf><Rsn><Cd>AB03</Cd></Rsn><AddtlInf>time &amp; tide</AddtlInf></StsRsnInf></TxInfAndSts>
  </FIToFIPmtStsRpt></Document>
</Envelope>`;
    const found = readBusinessMessage(pix, text);
    if (typeof found === 'string') return expect.unreachable(found);
    expect(readNotification(pix, found)).toMatchObject([{ subject: { value: ours }, decoded: late('AB03') }]);
    for (const changed of [
      text.replace('pacs.002/1.17', 'pacs.002/1.3'),
      text.replace('<Document>', '<Document xmlns="urn:x">'),
      text.replace('</Envelope>', '<Document/></Envelope>'),
    ])
      expect(readBusinessMessage(pix, changed)).toBe('it is not in the envelope of the network');
    expect(readBusinessMessage(pix, text.replace('pacs.002.spi.1.17', 'pacs.008.spi.1.16'))).toMatch(/announces/);
  });
});
