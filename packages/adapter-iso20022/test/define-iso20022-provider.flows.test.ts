import type { Payment } from '@polyrail/core';
import { describe, expect, it } from 'vitest';
import { identify, keyOfUetr } from '../src/flow/payment-identity.ts';
import type { MessageId } from '../src/model/message-types.ts';
import { original, usAgent } from './profile/support/samples.ts';
import { type Dishonesty, NetworkBench, stranger } from './support/network-bench.ts';

const created = '2026-11-23T13:15:01+00:00';
const foreignUetr = '8a562c67-ca16-48ba-b074-65581be6f001';
const usd = (value: string, Ccy = 'USD') => ({ Ccy, value });

/** How the network names a transfer of ours. */
function named({ link }: NetworkBench, { providerReference = '', createdAtMs }: Payment) {
  const own = identify(link, keyOfUetr(link.us, providerReference) ?? '', createdAtMs);
  const OrgnlGrpInf = { OrgnlMsgId: own.messageId, OrgnlMsgNmId: original.OrgnlMsgNmId };
  return {
    OrgnlGrpInf,
    OrgnlInstrId: own.instructionId,
    OrgnlEndToEndId: 'INV51',
    OrgnlTxId: own.transactionId,
    OrgnlUETR: own.uetr,
  };
}

/** What happens next to a transfer that the network has taken. @returns the answer at the door */
type Step = (bench: NetworkBench, transfer: Payment) => Promise<unknown>;

/** A pacs.002 about it: a status, perhaps a reason, and what else it says. */
const status =
  (TxSts: string, reason?: string, change: object = {}, dishonesty?: Dishonesty): Step =>
  (bench, transfer) => {
    const StsRsnInf = reason === undefined ? undefined : [{ Rsn: { Cd: reason } }];
    const TxInfAndSts = [{ ...named(bench, transfer), TxSts, StsRsnInf, ...change }];
    const value = { FIToFIPmtStsRpt: { GrpHdr: { MsgId: 'S', CreDtTm: created }, TxInfAndSts } };
    return bench.push('pacs.002.001.10', value, dishonesty);
  };

const amount = (value: string, currency?: string) => ({ OrgnlTxRef: { IntrBkSttlmAmt: usd(value, currency) } });

/** A pacs.004. */
const returned =
  (value: string, RtrId = 'R-1', id: MessageId = 'pacs.004.001.10'): Step =>
  (bench, transfer) => {
    const { OrgnlUETR } = named(bench, transfer);
    const GrpHdr = { MsgId: 'R', CreDtTm: created, NbOfTxs: '1', SttlmInf: { SttlmMtd: 'CLRG' } };
    const TxInf = [{ RtrId, OrgnlUETR, RtrdIntrBkSttlmAmt: usd(value), RtrRsnInf: [{ Rsn: { Cd: 'FOCR' } }] }];
    return bench.push(id, { PmtRtr: { GrpHdr, TxInf } });
  };

/** A camt.029 with a case or without. */
const resolved =
  (
    confirmation: string,
    caseId: (bench: NetworkBench, transfer: Payment) => string | undefined,
    change?: object,
  ): Step =>
  (bench, transfer) => {
    const Agt = usAgent('021150706');
    const Assgnmt = { Id: 'A', Assgnr: { Agt }, Assgne: { Agt }, CreDtTm: created };
    const Id = caseId(bench, transfer);
    const RslvdCase = Id === undefined ? undefined : { Id, Cretr: { Agt } };
    const CxlDtls = [{ TxInfAndSts: [change ?? named(bench, transfer)] }];
    const value = { RsltnOfInvstgtn: { Assgnmt, RslvdCase, Sts: { Conf: confirmation }, CxlDtls } };
    return bench.push('camt.029.001.09', value);
  };

const recalled: Step = async (bench, transfer) => (await bench.recall(transfer, 'recall')).outcome.kind;
const theCase = ({ sent }: NetworkBench) => /<Case><Id>([^<]*)/.exec(sent.at(-1) ?? '')?.[1];
const noCase = () => undefined;

/** Lives through the steps. @returns the payment afterwards, and what people were told of */
async function live(steps: readonly Step[], bench: NetworkBench = new NetworkBench()) {
  const transfer = await bench.pay('one');
  const answers: unknown[] = [];
  for (const step of steps) answers.push(await step(bench, transfer));
  const told = bench.events.filter(({ type }) => type === 'conflict' || type === 'trouble' || type === 'job_buried');
  return { bench, transfer, answers, after: await bench.stored(transfer), told: told.map(({ type }) => type) };
}

describe('a status report from the network', () => {
  it.each<[string, readonly Step[], string]>([
    ['settles', [status('ACTC'), status('ACSC')], 'succeeded'],
    ['refuses', [status('RJCT', 'AC03', amount('51.74'))], 'declined'],
    ['refuses our signature', [status('RJCT', 'DS0H')], 'not_executed'],
    ['refuses the message', [status('RJCT', 'FF01')], 'not_executed'],
    ['withdraws', [status('CANC')], 'not_executed'],
    ['says what it said before', [status('ACSC'), status('ACSC')], 'succeeded'],
    ['is overtaken by an earlier one', [status('ACSC'), status('ACTC'), status('PDNG')], 'succeeded'],
  ])('that %s is believed', async (_, steps, expected) => {
    const { after, told } = await live(steps);
    expect(after?.status).toBe(expected);
    expect(told).toEqual([]);
  });

  it.each<[string, readonly Step[], string]>([
    ['settles, then refuses', [status('ACSC'), status('RJCT', 'AC03')], 'succeeded'],
    ['refuses, then settles', [status('RJCT', 'AC03'), status('ACSC')], 'declined'],
    ['takes the credit back', [status('ACWP'), status('RJCT')], 'succeeded'],
    ['settles another amount', [status('ACSC', undefined, amount('99.00'))], 'pending'],
    ['settles another currency', [status('ACSC', undefined, amount('51.74', 'EUR'))], 'pending'],
    ['refuses another amount', [status('RJCT', 'AC03', amount('99.00'))], 'pending'],
    ['refuses a message with another amount', [status('RJCT', 'FF01', amount('99.00'))], 'pending'],
    ['refuses another currency', [status('RJCT', 'AC03', amount('51.74', 'EUR'))], 'pending'],
    ['withdraws another amount', [status('CANC', undefined, amount('99.00'))], 'pending'],
    ['names another payment too', [status('RJCT', 'AC03', { OrgnlUETR: foreignUetr })], 'pending'],
  ])('that %s goes to a person', async (_, steps, expected) => {
    const { after, told } = await live(steps);
    expect(after?.status).toBe(expected);
    expect(told.length).toBeGreaterThan(0);
  });

  it.each([
    ['RJCT', 'ACSC'],
    ['ACSC', 'RJCT'],
  ])('that says %s and %s of one payment changes nothing', async (first, second) => {
    const { bench, transfer } = await live([]);
    const TxInfAndSts = [first, second].map((TxSts) => ({ ...named(bench, transfer), TxSts }));
    const value = { FIToFIPmtStsRpt: { GrpHdr: { MsgId: 'S', CreDtTm: created }, TxInfAndSts } };
    await bench.push('pacs.002.001.10', value);
    expect((await bench.stored(transfer))?.status).toBe('pending');
    expect(bench.events.filter(({ type }) => type === 'job_buried')).toHaveLength(2);
  });

  it.each<[string, Dishonesty, string]>([
    ['is not signed', { key: 'none' }, 'refused'],
    ['is signed with a key of somebody else', { key: stranger.key }, 'refused'],
    ['is addressed to another bank', { header: { To: { FIId: usAgent('026009593') } } }, 'new'],
    ['announces another message', { header: { MsgDefIdr: 'pacs.008.001.08' } }, 'new'],
  ])('that %s is not believed', async (_, dishonesty, door) => {
    const { after, answers } = await live([status('ACSC', undefined, {}, dishonesty)]);
    expect(answers).toEqual([door]);
    expect(after?.status).toBe('pending');
  });

  it.each(['2020-01-01T00:00:00+00:00', '2030-01-01T00:00:00+00:00'])(
    'is as true with a clock that is wrong: %s',
    async (CreDt) => {
      const { after } = await live([status('ACSC', undefined, {}, { header: { CreDt } })]);
      expect(after?.status).toBe('succeeded');
    },
  );

  it('has one effect for one identifier, and another content under it is reported', async () => {
    const same = { header: { BizMsgIdr: 'SAME' } };
    const steps = [
      status('ACTC', undefined, {}, same),
      status('ACTC', undefined, {}, same),
      status('ACSC', undefined, {}, same),
    ];
    const { after, answers, told } = await live(steps);
    expect(answers).toEqual(['new', 'duplicate', 'conflict']);
    expect(after?.status).toBe('pending');
    expect(told).toEqual(['trouble', 'job_buried']);
  });

  it('is about the payment of its tenant, whatever key another one used', async () => {
    const bench = new NetworkBench();
    const mine = await bench.pay('one', 'a');
    const other = await bench.pay('one', 'b');
    await status('ACSC')(bench, other);
    expect([await bench.stored(mine), await bench.stored(other)]).toMatchObject([
      { status: 'pending' },
      { status: 'succeeded' },
    ]);
  });

  it('settles a payment that a person has been told of', async () => {
    const bench = new NetworkBench();
    const transfer = await bench.pay('one');
    for (let hours = 0; hours < 80; hours += 4) {
      await bench.clock.advance(4 * 3_600_000);
      await bench.drain();
    }
    expect((await bench.stored(transfer))?.status).toBe('needs_review');
    await status('ACSC')(bench, transfer);
    expect((await bench.stored(transfer))?.status).toBe('succeeded');
  });
});

describe('what a person has settled', () => {
  it.each([
    [false, 'ACSC', 'not_executed'],
    [true, 'RJCT', 'succeeded'],
  ])(
    'as executed: %s stays so when the network says %s after all, and is told of',
    async (executed, says, expected) => {
      const byHand: Step = ({ gateway }, { id }) =>
        gateway.settleByHand({ payment: id, executed, actor: 'ops', reason: 'the network said so by telephone' });
      const { after, told } = await live([byHand, status(says)]);
      expect(after?.status).toBe(expected);
      expect(told).toContain('conflict');
    },
  );
});

/** A camt.054 with one payment that left our account. */
function booked(Refs: object): object {
  const NtryDtls = [{ TxDtls: [{ Refs }] }];
  const Ntry = [{ Amt: usd('51.74'), CdtDbtInd: 'DBIT', Sts: { Cd: 'BOOK' }, BkTxCd: {}, NtryDtls }];
  const Ntfctn = [{ Id: 'N', Acct: { Id: { Othr: { Id: '1' } } }, Ntry }];
  return { BkToCstmrDbtCdtNtfctn: { GrpHdr: { MsgId: 'N', CreDtTm: created }, Ntfctn } };
}

describe('a booking', () => {
  it('that names the customer reference only is about nothing', async () => {
    const { bench, transfer } = await live([]);
    await bench.push('camt.054.001.08', booked({ EndToEndId: 'INV51' }));
    expect((await bench.stored(transfer))?.status).toBe('pending');
    await bench.push('camt.054.001.08', booked({ EndToEndId: 'INV51', UETR: transfer.providerReference }));
    expect((await bench.stored(transfer))?.status).toBe('succeeded');
  });
});

describe('what comes for a request for payment', () => {
  it('is money only when it comes in: a debit under its name goes to a person', async () => {
    const bench = new NetworkBench();
    const request = await bench.request('one');
    await bench.push('camt.054.001.08', booked({ UETR: request.providerReference }));
    expect((await bench.stored(request))?.status).toBe('pending');
    expect(bench.events.map(({ type }) => type)).toContain('conflict');
  });

  it('may be asked back: a person has to answer, unless it is no money of ours', async () => {
    const bench = new NetworkBench();
    const request = await bench.request('one');
    const Agt = usAgent('021150706');
    const Assgnmt = { Id: 'A', Assgnr: { Agt }, Assgne: { Agt }, CreDtTm: created };
    const asked = (OrgnlUETR?: string) => ({ FIToFIPmtCxlReq: { Assgnmt, Undrlyg: [{ TxInf: [{ OrgnlUETR }] }] } });
    const buried = () => bench.events.flatMap((event) => (event.type === 'job_buried' ? event.job.reason : []));
    await bench.push('camt.056.001.08', asked(foreignUetr));
    expect(buried()).toEqual([]);
    await bench.push('camt.056.001.08', asked(request.providerReference));
    expect(buried()).toEqual([expect.stringContaining('asked back')]);
  });
});

describe('the answer to a recall', () => {
  const open = [status('ACSC'), recalled];
  it.each<[string, readonly Step[]]>([
    ['by its case', [...open, resolved('RJCR', theCase)]],
    ['by the transfer alone', [...open, resolved('RJCR', noCase)]],
    ['by a case of the other side, and the transfer', [...open, resolved('RJCR', () => 'THEIR-CASE')]],
  ])('ends it: %s', async (_, steps) => {
    const { after, told } = await live(steps);
    expect(after).toMatchObject({ status: 'succeeded', openOperation: undefined });
    expect(told).toEqual([]);
  });

  it.each<[string, readonly Step[]]>([
    ['by the customer reference alone', [...open, resolved('RJCR', noCase, { OrgnlEndToEndId: 'INV51' })]],
    ['beside another payment', [...open, resolved('RJCR', theCase, { OrgnlUETR: foreignUetr })]],
    ['that contradicts itself', [...open, resolved('CNCL', theCase, { TxCxlSts: 'RJCR' })]],
    ['with a code that nobody knows', [...open, resolved('QNTM', theCase)]],
    ['that is not final', [...open, resolved('PDCR', theCase), resolved('IPAY', theCase), resolved('PECR', noCase)]],
  ])('leaves it open: %s', async (_, steps) => {
    const { after } = await live(steps);
    expect(after?.openOperation).toBeDefined();
  });

  it('never refuses the transfer itself, whatever it calls its case', async () => {
    const { after, told } = await live([resolved('RJCR', (bench, transfer) => named(bench, transfer).OrgnlTxId)]);
    expect(after?.status).toBe('pending');
    expect(told).toContain('conflict');
  });

  it.each<[string, readonly Step[], string, boolean]>([
    ['whole', [...open, resolved('CNCL', theCase), returned('51.74')], 'refunded', false],
    ['before any answer', [...open, returned('51.74')], 'refunded', false],
    ['in a newer version of the message', [...open, returned('51.74', 'R-1', 'pacs.004.001.11')], 'refunded', false],
    ['the same one twice', [...open, returned('51.74'), returned('51.74')], 'refunded', false],
    ['a second one', [...open, returned('51.74'), returned('51.74', 'R-2')], 'refunded', true],
    ['a part', [...open, returned('20.00')], 'succeeded', true],
    ['parts beyond the amount', [...open, returned('31.74'), returned('31.74', 'R-2')], 'succeeded', true],
    ['more than was sent', [...open, returned('99.00')], 'succeeded', true],
    ['after a refusal', [...open, resolved('RJCR', theCase), returned('51.74')], 'succeeded', true],
    ['that nobody asked for', [status('ACSC'), returned('51.74')], 'succeeded', true],
    ['before the transfer is settled', [returned('51.74')], 'pending', true],
  ])('brings money back: %s', async (_, steps, expected, isTold) => {
    const { after, told } = await live(steps);
    expect(after?.status).toBe(expected);
    expect(told.length > 0).toBe(isTold);
  });

  it('leaves nothing to recall once the money is back', async () => {
    const { bench, transfer } = await live([...open, returned('51.74')]);
    expect((await bench.recall(transfer, 'again')).outcome).toMatchObject({
      kind: 'rejected',
      reason: 'payment_state',
    });
  });
});
