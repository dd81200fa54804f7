import type { ElementParticle } from './element-particle.ts';
import type { Particle } from './sequence-content.ts';

/** An element of a sequence, and the place where it stands: alternatives share one. */
export interface Member {
  readonly particle: ElementParticle;
  readonly place: number;
}

/** A sequence as readers and writers go through it: by name, and by place. */
export interface SequenceShape {
  readonly particles: readonly Particle[];
  /** In order. */
  readonly members: readonly Member[];
  readonly byName: ReadonlyMap<string, Member>;
  /** The next place that has to be filled, from each place on, and behind the last. */
  readonly required: readonly number[];
}

export function sequenceShape(particles: readonly Particle[]): SequenceShape {
  const members = particles.flatMap((alternatives, place) => alternatives.map((particle) => ({ particle, place })));
  const required = particles.map((_, from) => {
    const found = particles.findIndex((alternatives, at) => at >= from && alternatives.every(({ min }) => min > 0));
    return found < 0 ? particles.length : found;
  });
  const byName = new Map(members.map((member) => [member.particle.name, member]));
  return { particles, members, byName, required: [...required, particles.length] };
}
