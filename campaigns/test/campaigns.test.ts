import type { Store } from '@polyrail/core';
import { describe, expect, it, type TestContext } from 'vitest';
import { type Probe, refusesClearly } from '../src/adversity/under-load.ts';
import type { CampaignResult } from '../src/campaign-result.ts';
import { campaigns, isCampaignName } from '../src/campaigns.ts';
import { keysCampaign } from '../src/keys.ts';
import { killCampaign } from '../src/kill.ts';
import { powerCampaign } from '../src/power.ts';
import { processesCampaign } from '../src/processes.ts';
import { type StorePlace, storePlace } from '../src/store-place.ts';
import { suspendedCampaign } from '../src/suspended.ts';
import { webhooksCampaign } from '../src/webhooks.ts';

const seed = 20_261_123;
const timeout = 120_000;

/** How much of each campaign is run with every test run. The command runs all of it. */
const slices = { kill: 2, processes: 20, suspended: 1, webhooks: 400, keys: 20, iso20022: 150, adversity: 1, power: 1 };

/** What takes longest for what it shows is left to the command. */
const leftToTheCommand = [
  '4 processes on postgres',
  'sct-inst',
  'corrupted file',
  'clock back',
  'clock back on postgres',
];

for (const [name, count] of Object.entries(slices))
  describe(`a slice of ${name}`, () => {
    if (!isCampaignName(name)) throw new Error(`there is no campaign ${name}`);
    const parts = campaigns[name]({ seed, count }).filter(({ title }) => !leftToTheCommand.includes(title));
    for (const { title, run } of parts)
      it(title, { timeout }, async (context) => {
        const { violations } = shown(await run(), context);
        for (const [what, list] of Object.entries(violations)) expect(list, what).toEqual([]);
      });
  });

// Where a random moment was an innocent one, it is tried again.
describe('what is broken on purpose is caught:', { retry: 2 }, () => {
  it('a gateway that forgets when it is killed', { timeout }, async () => {
    const { violations } = await killCampaign({ place: await memory(), kills: 3, seed });
    expect(violations['acknowledged webhooks lost']).not.toEqual([]);
    expect(violations['payments that do not end in their true state']).not.toEqual([]);
  });

  it('two gateways that do not share a store', { timeout }, async () => {
    const cast = { place: await memory(), processes: 2, keys: 10, seed, patienceMs: 0 };
    const { violations } = await processesCampaign(cast);
    expect(violations['keys that did not move money exactly once']).toHaveLength(10);
    expect(violations['work of the killed process that was taken too early, or not within its lease']).not.toEqual([]);
  });

  it('a suspended gateway whose clock stood still with it', { timeout }, async (context) => {
    const place = await storePlace('postgres');
    if (place === undefined) return context.skip('this machine has no postgres');
    const cast = { place, times: 1, seed, clockGoesOn: false };
    const { violations } = await suspendedCampaign(cast).finally(() => place.remove());
    expect(violations['keys that did not move money exactly once']).not.toEqual([]);
  });

  it('a store that gives a key to everybody', { timeout }, async () => {
    const place = await broken((store) => ({ claim: (claim) => store.claim(claim).then(() => ({ kind: 'claimed' })) }));
    const { violations } = await keysCampaign({ place, keys: 5, callers: 8 });
    expect(violations['keys that were not executed exactly once']).not.toEqual([]);
  });

  it('an inbox that acknowledges before it stores', { timeout }, async () => {
    let n = 0;
    const place = await broken((store) => ({
      async accept(records, nowMs) {
        n += 1;
        return n % 10 === 0 ? records.map(() => 'new') : store.accept(records, nowMs);
      },
    }));
    const { violations } = await webhooksCampaign({ place, webhooks: 200, seed });
    expect(violations["payments whose state or story is not the book's"]).not.toEqual([]);
  });

  it('an inbox that takes every repeat for new', { timeout }, async () => {
    let n = 0;
    const place = await broken((store) => ({
      accept(records, nowMs) {
        n += 1;
        return store.accept(
          records.map((record) => ({ ...record, id: `${record.id} ${n}` })),
          nowMs,
        );
      },
    }));
    const { violations } = await webhooksCampaign({ place, webhooks: 200, seed });
    expect(violations['acknowledgements that are wrong']).not.toEqual([]);
  });

  it('a gateway that takes payments, or moves money, although nothing can be kept', async () => {
    const refusal = { status: 503, code: 'ledger_unavailable', movements: 0 };
    const taken = { status: 201, code: undefined, movements: 1 };
    const probing = (probe: Probe) => refusesClearly(async () => probe, 10);
    expect(await probing(refusal)).toEqual([]);
    expect(await probing({ ...refusal, movements: 1 })).not.toEqual([]);
    expect(await probing({ ...refusal, code: undefined })).not.toEqual([]);
    expect(await probing(taken)).not.toEqual([]);
  });

  it('a gateway that acknowledges before the disk has it', { timeout }, async (context) => {
    const result = shown(await powerCampaign({ cuts: 2, seed, acknowledges: 'too-soon' }), context);
    expect(result.violations['acknowledged writes lost']).not.toEqual([]);
  });
});

/** A machine that cannot show it skips the test, and says why. */
function shown(result: CampaignResult | string, { skip }: TestContext): CampaignResult {
  if (typeof result === 'string') return skip(result);
  return result;
}

async function memory(): Promise<StorePlace> {
  const place = await storePlace('memory');
  if (place === undefined) throw new Error('there always is memory');
  return place;
}

/** A store in memory with something wrong about it. */
async function broken(wrong: (store: Store) => Partial<Store>): Promise<StorePlace> {
  const place = await memory();
  return {
    ...place,
    async open() {
      const store = await place.open();
      const instead: Partial<Record<string | symbol, unknown>> = wrong(store);
      return new Proxy(store, {
        get(target, name) {
          const member: unknown = instead[name] ?? Reflect.get(target, name);
          return typeof member === 'function' ? member.bind(target) : member;
        },
      });
    },
  };
}
