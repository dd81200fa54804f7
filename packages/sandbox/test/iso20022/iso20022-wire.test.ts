import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Sandbox } from '../../src/index.ts';
import { type Bench, startBench, us } from './support/bench.ts';
import { transferDocument, UETR } from './support/documents.ts';
import { newMember, post, signed, unsignedMessage } from './support/member.ts';
import { isSignedBy, summary, textOf } from './support/read-answer.ts';

const usRsa = newMember(us.id, 'us-rsa', 'rsa');
const them = newMember('011000015', 'them-1');

let bench: Bench;
let sandbox: Sandbox;
beforeAll(async () => {
  bench = await startBench();
  sandbox = bench.sandbox;
  sandbox.iso20022.participants.add({ member: us.id, keys: { [usRsa.keyId]: usRsa.publicPem } });
  sandbox.iso20022.participants.add({ member: them.id, keys: { [them.keyId]: them.publicPem } });
});
beforeEach(() => sandbox.reset());
afterAll(() => sandbox.close());

describe('a credit transfer', () => {
  it('is settled once and answered with a signed status report', async () => {
    const { status, body } = await bench.pay('M1');
    expect(status).toBe(200);
    expect(summary(body, 'TxSts', 'OrgnlMsgId', 'OrgnlUETR', 'OrgnlEndToEndId', 'OrgnlTxId', 'IntrBkSttlmAmt')).toEqual(
      ['pacs.002.001.10', 'ACSC', 'M1', UETR, 'INV-1', 'T-M1', '50.00'],
    );
    expect(isSignedBy(body, sandbox.iso20022.publicKey)).toBe(true);
    expect(isSignedBy(body.replace('ACSC', 'RJCT'), sandbox.iso20022.publicKey)).toBe(false);
    expect(textOf(body, 'ds:KeyName')).toBe(sandbox.iso20022.keyId);
    expect(sandbox.book.movements()).toMatchObject([
      {
        key: UETR,
        clientReference: 'M1',
        amount: 5000n,
        currency: 'USD',
        debit: 'account:00123',
        credit: 'account:00456',
      },
    ]);
  });

  it('may be signed with RSA', async () => {
    const { body } = await bench.pay('M1', { by: usRsa });
    expect(summary(body, 'TxSts')).toEqual(['pacs.002.001.10', 'ACSC']);
  });

  it('names the message that it answers in its header', async () => {
    const { body } = await bench.pay('M1');
    expect(/<Rltd>.*<BizMsgIdr>M1<\/BizMsgIdr><MsgDefIdr>pacs\.008\.001\.08</s.test(body)).toBe(true);
    expect(/<To><FIId>.*<MmbId>021000021<.*<\/To>/s.test(body)).toBe(true);
  });

  it.each([
    ['05', 'MS03'],
    ['14', 'AC01'],
    ['51', 'AM04'],
    ['54', 'AC04'],
    ['57', 'AG01'],
    ['61', 'AM14'],
    ['91', 'AB08'],
    ['96', 'AB09'],
  ])('is rejected by the digits %s with %s', async (digits, reason) => {
    const { body } = await bench.pay('M1', { amount: `50.${digits}` });
    expect(summary(body, 'TxSts', 'Cd')).toEqual(['pacs.002.001.10', 'RJCT', 'USABA']);
    expect(/<StsRsnInf><Rsn><Cd>([^<]*)/.exec(body)?.[1]).toBe(reason);
    expect(sandbox.book.movements()).toEqual([]);
  });

  it('follows the script', async () => {
    sandbox.script.pushFor('transfer', '41');
    const { body } = await bench.pay('M1');
    expect(/<StsRsnInf><Rsn><Cd>MS03<\/Cd><\/Rsn><AddtlInf>[^<]*41</.test(body)).toBe(true);
  });

  it.each([
    ['TM01', { createdAt: -20_001 }],
    ['AM18', { count: '2' }],
    ['AM03', { currency: 'EUR' }],
    ['AM09', { amount: '1.005' }],
    ['AM09', { amount: '0.00' }],
    ['AM02', { amount: '10000000.01' }],
  ])('is rejected by the rules of the rail with %s: %j', async (reason, options) => {
    const createdAt = sandbox.clock.now() + ('createdAt' in options ? options.createdAt : 0);
    const { body } = await bench.pay('M1', { ...options, createdAt });
    expect(/<TxSts>RJCT<\/TxSts><StsRsnInf><Rsn><Cd>([^<]*)/.exec(body)?.[1]).toBe(reason);
    expect(sandbox.book.movements()).toEqual([]);
  });

  it('counts its age from the header Date where a delivery has one', async () => {
    const old = bench.transfer('M1', { createdAt: sandbox.clock.now() - 60_000 });
    const { body } = await post(sandbox, old, { date: new Date(sandbox.clock.now()).toUTCString() });
    expect(summary(body, 'TxSts')).toEqual(['pacs.002.001.10', 'ACSC']);
  });

  it('with digits 68 is settled in silence, its answer coming late on the stream', async () => {
    const message = bench.transfer('M1', { amount: '50.68' });
    expect(await post(sandbox, message)).toEqual({ status: 202, body: '' });
    expect(sandbox.book.movements()).toHaveLength(1);
    expect(await bench.waiting()).toEqual([]);
    sandbox.clock.advance(15_000);
    const [late = ''] = await bench.waiting();
    expect(summary(late, 'TxSts', 'OrgnlMsgId')).toEqual(['pacs.002.001.10', 'ACSC', 'M1']);
    // What comes again gets the answer that was given.
    expect(await post(sandbox, message)).toEqual({ status: 200, body: late });
    expect(sandbox.book.movements()).toHaveLength(1);
  });

  it.each([
    ['webhook', 1],
    ['poll', 0],
  ] as const)('with settlement %s is decided after its answer', async (settlement, told) => {
    sandbox.behave({ settlement, settleAfterMs: 5_000 });
    expect(await bench.pay('M1')).toEqual({ status: 202, body: '' });
    expect(sandbox.book.movements()).toHaveLength(0);
    sandbox.clock.advance(5_000);
    expect(sandbox.book.movements()).toHaveLength(1);
    expect(await bench.waiting()).toHaveLength(told);
    sandbox.clock.advance(25_000);
    expect(summary((await bench.inquire('Q1', 'M1')).body, 'TxSts')).toEqual(['pacs.002.001.10', 'ACSC']);
  });
});

describe('a message that comes again', () => {
  it('gets the same bytes and moves nothing', async () => {
    const message = bench.transfer('M1');
    const first = await post(sandbox, message);
    sandbox.clock.advance(60_000);
    expect(await post(sandbox, message)).toEqual(first);
    expect(sandbox.book.movements()).toHaveLength(1);
  });

  it('is given back where other bytes had its id', async () => {
    await bench.pay('M1');
    const { body } = await bench.pay('M1', { amount: '60.00' });
    expect(summary(body, 'Ref', 'RjctgPtyRsn')).toEqual(['admi.002.001.01', 'M1', 'DUPLICATE_ID']);
    expect(sandbox.book.movements()).toHaveLength(1);
  });

  it('is a duplicate where another message had its UETR', async () => {
    await bench.pay('M1');
    const { body } = await bench.pay('M2');
    expect(/<TxSts>RJCT<\/TxSts><StsRsnInf><Rsn><Cd>AM05</.test(body)).toBe(true);
    expect(sandbox.book.movements()).toHaveLength(1);
  });

  it('is settled again by a network that ignores ids, or has forgotten them', async () => {
    sandbox.behave({ personality: 'ignores' });
    const message = bench.transfer('M1');
    await post(sandbox, message);
    await post(sandbox, message);
    expect(sandbox.book.movementsOf(UETR)).toHaveLength(2);
    sandbox.behave({ personality: 'forgets', keyWindowMs: 1000 });
    await post(sandbox, message);
    expect(sandbox.book.movementsOf(UETR)).toHaveLength(2);
    sandbox.clock.advance(1000);
    await post(sandbox, message);
    expect(sandbox.book.movementsOf('M1')).toHaveLength(3);
  });
});

describe('an inquiry', () => {
  it('tells where the payment stands', async () => {
    await bench.pay('M1', { amount: '50.51' });
    sandbox.clock.advance(25_000);
    const { body } = await bench.inquire('Q1', 'M1');
    expect(summary(body, 'TxSts', 'OrgnlMsgId', 'OrgnlMsgNmId')).toEqual([
      'pacs.002.001.10',
      'RJCT',
      'M1',
      'pacs.008.001.08',
    ]);
    expect(body).toContain('<Cd>AM04</Cd>');
  });

  it('is refused and counted before its time', async () => {
    await bench.pay('M1');
    sandbox.clock.advance(24_000);
    const { body } = await bench.inquire('Q1', 'M1');
    expect(summary(body, 'Ref', 'RjctgPtyRsn')).toEqual(['admi.002.001.01', 'Q1', 'INQUIRY_TOO_EARLY']);
    expect(sandbox.iso20022.violationCount).toBe(1);
    expect(sandbox.iso20022.violations()).toMatchObject([{ rule: 'inquiry_too_early', member: us.id, message: 'Q1' }]);
    sandbox.clock.advance(1_000);
    expect(summary((await bench.inquire('Q2', 'M1')).body, 'TxSts')).toEqual(['pacs.002.001.10', 'ACSC']);
    expect(sandbox.iso20022.violationCount).toBe(1);
  });

  it('finds nothing where there is nothing, or the ids do not belong together', async () => {
    await bench.pay('M1');
    sandbox.clock.advance(25_000);
    for (const [id, original, uetr] of [
      ['Q1', 'M9', UETR],
      ['Q2', 'M1', '00000000-0000-4000-8000-000000000000'],
    ] as const) {
      const { body } = await bench.inquire(id, original, uetr);
      expect(/<TxSts>RJCT<\/TxSts><StsRsnInf><Rsn><Cd>AG09</.test(body)).toBe(true);
      expect(textOf(body, 'OrgnlMsgId')).toBe(original);
    }
  });

  it('says that nothing is decided while that is so', async () => {
    sandbox.behave({ lateMs: 60_000 });
    await bench.pay('M1', { amount: '50.68' });
    sandbox.clock.advance(25_000);
    expect(summary((await bench.inquire('Q1', 'M1')).body, 'TxSts')).toEqual(['pacs.002.001.10', 'PDNG']);
  });

  it('sees a payment only after the lag', async () => {
    sandbox.behave({ inquiryLagMs: 60_000 });
    await bench.pay('M1');
    sandbox.clock.advance(25_000);
    expect((await bench.inquire('Q1', 'M1')).body).toContain('<Cd>AG09</Cd>');
    sandbox.clock.advance(35_000);
    expect(summary((await bench.inquire('Q2', 'M1')).body, 'TxSts')).toEqual(['pacs.002.001.10', 'ACSC']);
  });
});

describe('a message that is not believed', () => {
  const tampered = (xml: string): string => xml.replace('50.00', '51.00');
  const other = newMember(us.id, us.keyId);
  it.each<readonly [string, () => string, string]>([
    ['changed after signing', () => tampered(bench.transfer('M1')), 'SIGNATURE'],
    ['unsigned', () => bench.transfer('M1').replace(/<ds:Signature .*<\/ds:Signature>/s, ''), 'SIGNATURE'],
    ['by an unknown key', () => bench.transfer('M1', { by: newMember(us.id, 'nobody') }), 'SIGNATURE'],
    ['by another key of that name', () => bench.transfer('M1', { by: other }), 'SIGNATURE'],
    ['by the key of another member', () => bench.transfer('M1', { by: { ...them, id: us.id } }), 'SENDER'],
    ['with a document type', () => `<!DOCTYPE x>${bench.transfer('M1')}`, 'SYNTAX'],
    ['cut off', () => bench.transfer('M1').slice(0, -20), 'SYNTAX'],
    ['no XML', () => 'hello', 'SYNTAX'],
    [
      'with two signatures',
      () => bench.transfer('M1').replace(/(<ds:Signature .*<\/ds:Signature>)/s, '$1$1'),
      'SIGNATURE',
    ],
  ])('%s is given back', async (_, message, reason) => {
    const { status, body } = await post(sandbox, message());
    expect(status).toBe(200);
    expect(summary(body, 'RjctgPtyRsn')).toEqual(['admi.002.001.01', reason]);
    expect(isSignedBy(body, sandbox.iso20022.publicKey)).toBe(true);
    expect(sandbox.book.movements()).toEqual([]);
  });

  it('says which message the network does not take, and leaves its id free', async () => {
    const message = unsignedMessage(us, { id: 'M1', definition: 'pacs.009.001.08', document: '<X></X>' });
    expect(summary((await post(sandbox, signed(message, us))).body, 'RjctgPtyRsn')).toEqual([
      'admi.002.001.01',
      'UNKNOWN_MESSAGE',
    ]);
    expect(summary((await bench.pay('M1')).body, 'TxSts')).toEqual(['pacs.002.001.10', 'ACSC']);
  });

  it('has another content type or method', async () => {
    expect((await post(sandbox, bench.transfer('M1'), { 'content-type': 'text/plain' })).status).toBe(415);
    expect((await fetch(`${sandbox.url}/iso20022/messages`)).status).toBe(405);
  });

  it.each([
    ['with another message id inside', (xml: string) => xml.replace('<MsgId>M1<', '<MsgId>M2<'), 'GrpHdr/MsgId'],
    ['without an amount', (xml: string) => xml.replace(/<IntrBkSttlmAmt.*?<\/IntrBkSttlmAmt>/, ''), 'IntrBkSttlmAmt'],
    ['with an amount that is none', (xml: string) => xml.replace('50.00', '5e1'), 'IntrBkSttlmAmt'],
    [
      'without an end-to-end id',
      (xml: string) => xml.replace('<EndToEndId>INV-1</EndToEndId>', ''),
      'PmtId/EndToEndId',
    ],
    ['in another namespace', (xml: string) => xml.replace('head.001.001.02', 'head.001.001.01'), 'AppHdr'],
    [
      'of another definition',
      (xml: string) =>
        xml.replace(
          '<Document xmlns="urn:iso:std:iso:20022:tech:xsd:pacs.008',
          '<Document xmlns="urn:iso:std:iso:20022:tech:xsd:pacs.009',
        ),
      'Document',
    ],
    [
      'with prefixes',
      (xml: string) => xml.replace('<Doc>', '<x:Doc xmlns:x="urn:x">').replace('</Doc>', '</x:Doc>'),
      'Document',
    ],
    ['with a date that is none', (xml: string) => xml.replace(/<CreDt>[^<]*/, '<CreDt>yesterday'), 'CreDt'],
  ])('%s cannot be read, and nothing moves', async (_, change, at) => {
    const document = transferDocument('M1');
    const createdAt = sandbox.clock.now();
    const plain = unsignedMessage(us, { id: 'M1', definition: 'pacs.008.001.08', document, createdAt });
    const { body } = await post(sandbox, signed(change(plain), us));
    expect(summary(body, 'RjctgPtyRsn', 'ErrLctn')).toEqual(['admi.002.001.01', 'SYNTAX', at]);
    expect(sandbox.book.movements()).toEqual([]);
  });
});

it('says that it is full', async () => {
  const small = await startBench({ capacity: 1 });
  await small.pay('M1');
  const { body } = await small.pay('M2', { uetr: undefined });
  expect(summary(body, 'RjctgPtyRsn')).toEqual(['admi.002.001.01', 'FULL']);
  await small.sandbox.close();
});
