import { describe, expect, it } from 'vitest';
import type { Sample } from '../src/interleave.ts';
import { SampleSet } from '../src/sample-set.ts';

const sample = (client: Sample['client'], round: number, cpuMicros: number, inFlight = 1): Sample => ({
  client,
  round,
  inFlight,
  cpuMicros,
  perSecond: 1,
  p50Ms: 1,
  p99Ms: 1,
  wallMs: 1,
  serverBusy: 0,
});

describe('SampleSet', () => {
  it('takes ratios inside a round, so a slow round does not count twice', () => {
    const samples = new SampleSet([
      sample('axios', 1, 10),
      sample('Polyrail', 1, 5),
      sample('axios', 2, 100),
      sample('Polyrail', 2, 50),
      sample('axios', 3, 10),
      sample('Polyrail', 3, 9),
      sample('Polyrail', 1, 1_000, 64),
    ]);
    expect(samples.ratio('Polyrail', 'axios', 1, 'cpuMicros')).toBe(0.5);
    expect(samples.median('Polyrail', 1, 'cpuMicros')).toBe(9);
  });
});
