import { memoryMessages, message, type OutgoingMessage } from '@polyrail/adapter-iso20022';
import { createGateway, money } from '@polyrail/core';
import { describe, expect, it } from 'vitest';
import { fednow } from '../src/index.ts';

const own = '021000021';
const sent: OutgoingMessage[] = [];

/** The service, as its answers to a transfer come from the queue. */
function service(status: string, reason?: string) {
  return memoryMessages((outgoing) => {
    sent.push(outgoing);
    const value = (name: string) => new RegExp(`<${name}>([^<]+)<`).exec(outgoing.xml)?.[1] ?? '';
    const report = message('pacs.002.001.10').write({
      FIToFIPmtStsRpt: {
        GrpHdr: { MsgId: '20261123021150706status', CreDtTm: '2026-11-23T12:00:01-05:00' },
        TxInfAndSts: [
          {
            OrgnlGrpInf: { OrgnlMsgId: value('MsgId'), OrgnlMsgNmId: 'pacs.008.001.08' },
            OrgnlUETR: value('UETR'),
            TxSts: status,
            ...(reason !== undefined && { StsRsnInf: [{ Rsn: { Cd: reason } }] }),
          },
        ],
      },
    });
    const header = message('head.001.001.02').write({
      Fr: { FIId: { FinInstnId: { ClrSysMmbId: { MmbId: '021150706' } } } },
      To: { FIId: { FinInstnId: { ClrSysMmbId: { MmbId: own } } } },
      BizMsgIdr: '20261123021150706status',
      MsgDefIdr: 'pacs.002.001.10',
      CreDt: '2026-11-23T12:00:01-05:00',
    });
    if (report.kind === 'refused' || header.kind === 'refused') throw new Error(JSON.stringify([report, header]));
    const wrapped = `<FedNowPaymentStatus>${header.xml}${report.xml}</FedNowPaymentStatus>`;
    const xml = `<FedNowOutgoing xmlns="urn:fednow:outgoing:v001"><FedNowOutgoingMessage>${wrapped}</FedNowOutgoingMessage></FedNowOutgoing>`;
    return { phase: 'answered', response: { kind: 'message', bytes: Buffer.from(xml) } };
  });
}

const account = (id: string, routing: string) =>
  ({ type: 'account', id, member: { system: 'USABA', id: routing } }) as const;

const transfer = {
  amount: money(1_999n, 'USD'),
  reference: 'INV2026001',
  from: account('00123', own),
  to: account('0456789', '011000015'),
  debtor: { name: 'Debtor Inc' },
  creditor: { name: 'Creditor LLC' },
};

describe('FedNow', () => {
  it('settles a transfer, in the envelope of the service', async () => {
    const gateway = createGateway({ providers: [fednow({ routingNumber: own, transport: service('ACSC') })] });
    const { outcome } = await gateway.transfer({ ...transfer, idempotencyKey: 'one' });
    expect(outcome).toMatchObject({ kind: 'succeeded' });
    const xml = sent.at(-1)?.xml ?? '';
    const opening =
      '<FedNowIncoming xmlns="urn:fednow:incoming:v001"><FedNowIncomingMessage><FedNowCustomerCreditTransfer><AppHdr';
    expect(xml.startsWith(opening)).toBe(true);
    expect(xml).toContain('<Id>frb.fednow.01</Id>');
    expect(xml).toContain('<MmbId>021150706</MmbId>');
    expect(xml).toMatch(/<MsgId>\d{8}021000021[A-Za-z0-9]{18}<\/MsgId>/);
    expect(xml).toContain('<IntrBkSttlmAmt Ccy="USD">19.99</IntrBkSttlmAmt>');
    expect(xml).toContain('<Id><Othr><Id>00123</Id></Othr></Id>');
    await gateway.close();
  });

  it.each([
    ['RJCT', 'AC04', { kind: 'declined', reason: 'account_closed' }],
    ['RJCT', 'TM01', { kind: 'declined', reason: 'issuer_unavailable', advice: 'later' }],
    ['ACWP', undefined, { kind: 'succeeded', value: { raw: { status: 'ACWP' } } }],
    ['ACTC', undefined, { kind: 'pending' }],
  ])('reads %s %s', async (status, reason, expected) => {
    const gateway = createGateway({ providers: [fednow({ routingNumber: own, transport: service(status, reason) })] });
    expect((await gateway.transfer({ ...transfer, idempotencyKey: 'one' })).outcome).toMatchObject(expected);
    await gateway.close();
  });

  it.each([
    ['the bank of the creditor', { to: { type: 'account', id: '1' } }, /bank of each account/],
    ['a routing number with its check digit', { to: account('1', '011000016') }, /InstdAgt/],
    ['US dollars', { amount: money(100n, 'EUR') }, /does not take EUR/],
    ['at most ten million', { amount: money(1_000_000_001n, 'USD') }, /at most 1000000000/],
  ] as const)('demands %s, and sends nothing without', async (_what, change, message) => {
    const before = sent.length;
    const gateway = createGateway({ providers: [fednow({ routingNumber: own, transport: service('ACSC') })] });
    const { outcome } = await gateway.transfer({ ...transfer, ...change, idempotencyKey: 'bad' });
    expect(outcome).toMatchObject({
      kind: 'rejected',
      reason: 'invalid_command',
      message: expect.stringMatching(message),
    });
    expect(sent).toHaveLength(before);
    await gateway.close();
  });
});
