import { beforeAll, describe, expect, it } from 'vitest';
import { type Channels, leaksOf, plantEverywhere } from './leaks/channels.ts';
import { planted, plantedCards } from './leaks/planted.ts';

const names = [
  'log',
  'answers',
  'timelines',
  'events',
  'webhooks',
  'metrics',
  'openapi',
  'traces',
  'crash',
  'database',
] as const;

let channels: Channels;
beforeAll(async () => {
  channels = await plantEverywhere();
}, 120_000);

describe('20 secrets and 14 card numbers in more than 20 renderings', () => {
  it('are planted', () => {
    expect(planted).toHaveLength(14 + 16);
    expect(plantedCards.length).toBeGreaterThanOrEqual(14 * 20);
    for (const plant of planted) expect(plant.isShownBy(plant.text), plant.name).toBe(true);
    for (const name of names) expect(channels[name].length).toBeGreaterThan(100);
  });

  it.each(names)('do not leak through the %s', (name) => {
    expect(leaksOf(channels[name]).map((plant) => plant.name)).toEqual([]);
    expect(channels[name]).not.toContain('CANARY');
  });
});
