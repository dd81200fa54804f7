import { describe, expect, it } from 'vitest';
import { links } from './flow/support/links.ts';
import { NetworkBench } from './support/network-bench.ts';

describe.each([
  ['rtp', 15_000],
  ['pix-spi', 40_000],
] as const)('silence of %s', (id, settleByMs) => {
  it(`goes to a person after ${settleByMs} ms, and nothing is asked or sent again`, async () => {
    const bench = new NetworkBench(links[id]);
    const transfer = await bench.pay('one');
    const states: unknown[] = [];
    for (const laterMs of [settleByMs - 1_000, 2 * 60_000, 24 * 3_600_000]) {
      await bench.clock.advance(laterMs);
      await bench.drain();
      states.push((await bench.stored(transfer))?.status);
    }
    expect(states).toEqual(['pending', 'needs_review', 'needs_review']);
    expect(bench.sent).toHaveLength(1);
  });

  it('is ended by the word of a person, and the key stays used', async () => {
    const bench = new NetworkBench(links[id]);
    const transfer = await bench.pay('one');
    const verdict = { payment: transfer.id, actor: 'ops', reason: 'the network has no such payment', executed: false };
    expect(await bench.gateway.settleByHand(verdict)).toMatchObject({ status: 'not_executed' });
    expect(await bench.pay('one')).toMatchObject({ id: transfer.id, status: 'not_executed' });
    expect(bench.sent).toHaveLength(1);
  });
});

describe.each(['sepa-sct', 'cbpr-plus', 'fedwire'] as const)('silence of %s', (id) => {
  it('asks nothing by itself, though the network has a message for it', async () => {
    const bench = new NetworkBench(links[id]);
    const transfer = await bench.pay('one');
    for (let hours = 0; hours < 80; hours += 4) {
      await bench.clock.advance(4 * 3_600_000);
      await bench.drain();
    }
    expect((await bench.stored(transfer))?.status).toBe('needs_review');
    expect(bench.sent).toHaveLength(1);
  });

  it('hands a message that came back to a person', async () => {
    const bench = new NetworkBench(links[id]);
    const transfer = await bench.pay('one');
    const Ref = /<MsgId>([^<]*)/.exec(bench.sent[0] ?? '')?.[1] ?? '';
    const value = {
      'admi.002.001.01': { RltdRef: { Ref }, Rsn: { RjctgPtyRsn: 'E990', RjctnDtTm: '2026-11-23T13:15:01+00:00' } },
    };
    await bench.push('admi.002.001.01', value);
    expect((await bench.stored(transfer))?.status).toBe('pending');
    const told = bench.events.flatMap((event) => (event.type === 'job_buried' ? event.job.reason : []));
    expect(told).toEqual([expect.stringContaining('gave a message back')]);
  });
});
