import { adversities, adversityCampaign } from './adversity.ts';
import type { CampaignResult } from './campaign-result.ts';
import { iso20022Campaign } from './iso20022.ts';
import { iso20022CodecCampaign } from './iso20022-codec.ts';
import { keysCampaign } from './keys.ts';
import { killCampaign } from './kill.ts';
import { powerCampaign } from './power.ts';
import { processesCampaign } from './processes.ts';
import { type StoreName, type StorePlace, storePlace } from './store-place.ts';
import { suspendedCampaign } from './suspended.ts';
import { webhooksCampaign } from './webhooks.ts';

/** One run of a campaign. */
export interface Part {
  readonly title: string;
  /** A text says why this machine cannot show it. */
  run(): Promise<CampaignResult | string>;
}

/** What the command line says. */
export interface CampaignOptions {
  readonly seed: number;
  /** How often, or of how many. Default: what the campaign has to show. */
  readonly count?: number;
}

/** Every campaign, with what it has to show. */
export const campaigns = {
  kill: ({ seed, count: kills = 200 }: CampaignOptions): readonly Part[] =>
    onEach(['sqlite', 'postgres'], (place) => killCampaign({ place, kills, seed })),
  processes: ({ seed, count: keys = 1_000 }: CampaignOptions): readonly Part[] =>
    [2, 4].flatMap((processes) =>
      onEach(
        ['postgres'],
        (place) => processesCampaign({ place, processes, keys, seed }),
        `${processes} processes on `,
      ),
    ),
  suspended: ({ seed, count: times = 20 }: CampaignOptions): readonly Part[] =>
    onEach(['postgres'], (place) => suspendedCampaign({ place, times, seed })),
  webhooks: ({ seed, count: webhooks = 100_000 }: CampaignOptions): readonly Part[] =>
    onEach(['sqlite', 'postgres'], (place) => webhooksCampaign({ place, webhooks, seed })),
  keys: ({ count: keys = 10_000 }: CampaignOptions): readonly Part[] =>
    onEach(['sqlite', 'postgres'], (place) => keysCampaign({ place, keys, callers: 32 })),
  iso20022: ({ seed, count: payments = 10_000 }: CampaignOptions): readonly Part[] =>
    (['fednow', 'sct-inst'] as const).map((rail) => ({
      title: rail,
      run: () => iso20022Campaign({ rail, payments, seed }),
    })),
  adversity: ({ seed }: CampaignOptions): readonly Part[] =>
    adversities.map((name) => ({ title: name, run: () => adversityCampaign(name, seed) })),
  power: ({ seed, count: cuts = 20 }: CampaignOptions): readonly Part[] => [
    { title: 'power cuts on sqlite', run: () => powerCampaign({ cuts, seed }) },
  ],
  'iso20022-codec': ({ seed, count: mutants = 120_000 }: CampaignOptions): readonly Part[] => [
    { title: 'verdicts on mutants', run: () => iso20022CodecCampaign(mutants, seed) },
  ],
};

export function isCampaignName(name: string): name is keyof typeof campaigns {
  return Object.hasOwn(campaigns, name);
}

/** The same on each store, in a place of its own. */
function onEach(
  names: readonly StoreName[],
  run: (place: StorePlace) => Promise<CampaignResult>,
  prefix: string = '',
): readonly Part[] {
  return names.map((name) => ({
    title: `${prefix}${name}`,
    async run() {
      const place = await storePlace(name);
      if (place === undefined) return `this machine has no ${name}`;
      return run(place).finally(() => place.remove());
    },
  }));
}
