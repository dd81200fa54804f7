import type { ClientName } from './client-list.ts';
import type { Sample } from './interleave.ts';
import { median } from './statistics.ts';

/** The figures of a sample that can be compared. */
export type Figure = 'cpuMicros' | 'perSecond' | 'p50Ms' | 'p99Ms' | 'serverBusy';

/** Reads the samples of a comparison. */
export class SampleSet {
  readonly #samples: readonly Sample[];

  constructor(samples: readonly Sample[]) {
    this.#samples = samples;
  }

  /** The median over all rounds. */
  median(client: ClientName, inFlight: number, figure: Figure): number {
    return median(this.#of(client, inFlight).map((sample) => sample[figure]));
  }

  /** The median over all rounds of the ratio inside each round. */
  ratio(client: ClientName, base: ClientName, inFlight: number, figure: Figure): number {
    const bases = this.#of(base, inFlight);
    return median(
      this.#of(client, inFlight).map(
        (sample) => sample[figure] / (bases.find(({ round }) => round === sample.round)?.[figure] ?? Number.NaN),
      ),
    );
  }

  #of(client: ClientName, inFlight: number): readonly Sample[] {
    return this.#samples.filter((sample) => sample.client === client && sample.inFlight === inFlight);
  }
}
