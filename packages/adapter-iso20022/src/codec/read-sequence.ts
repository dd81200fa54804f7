import type { Tag } from './content.ts';
import type { ElementParticle, Particle } from './sequence-content.ts';
import { type TextCursor, unusual } from './text-cursor.ts';

interface Candidate {
  readonly particle: ElementParticle;
  readonly hash: number;
  readonly place: number;
}

const [lessThan, slash, greaterThan, blank] = [60, 47, 62, 32];

/** Makes the reader of a sequence that is written the usual way: one look at a name tells which element comes. */
export function sequenceReader(particles: readonly Particle[]): (cursor: TextCursor, tag: Tag) => unknown {
  const candidates = particles.flatMap((alternatives, place) =>
    alternatives.map((particle): Candidate => ({ particle, hash: hashOf(particle.name), place })),
  );
  const places = particles.length;
  // The next place, from each one on, that has to be filled.
  const required = particles.map((_, from) => {
    const found = particles.findIndex((alternatives, at) => at >= from && alternatives.every(({ min }) => min > 0));
    return found < 0 ? places : found;
  });
  required.push(places);

  return (cursor, { close }) => {
    cursor.expect('>');
    cursor.depth -= 1;
    if (cursor.depth <= 0) throw unusual;
    const value: Record<string, unknown> = {};
    let next = 0;
    let free = 0;
    for (;;) {
      if (cursor.skipSpace() !== lessThan) throw unusual;
      if (cursor.text.charCodeAt(cursor.at + 1) === slash) break;
      const hash = hashAt(cursor.text, cursor.at + 1);
      while (next < candidates.length && candidates[next]?.hash !== hash) next += 1;
      const candidate = candidates[next];
      if (!candidate || candidate.place < free || candidate.place > (required[free] ?? 0)) throw unusual;
      const { particle, place } = candidate;
      free = place + 1;
      next += 1;
      value[particle.name] = particle.max === 1 ? readOne(cursor, particle) : readRun(cursor, particle);
    }
    if ((required[free] ?? 0) < places) throw unusual;
    cursor.expect(close);
    cursor.depth += 1;
    return value;
  };
}

function readOne(cursor: TextCursor, particle: ElementParticle): unknown {
  if (!cursor.text.startsWith(particle.name, cursor.at + 1)) throw unusual;
  cursor.at += particle.name.length + 1;
  return particle.content.read(cursor, particle);
}

function readRun(cursor: TextCursor, particle: ElementParticle): readonly unknown[] {
  const run: unknown[] = [];
  do {
    run.push(readOne(cursor, particle));
    cursor.skipSpace();
  } while (cursor.text.startsWith(particle.name, cursor.at + 1) && isNameEnd(cursor, particle.name));
  if (run.length < particle.min || run.length > particle.max) throw unusual;
  return run;
}

function isNameEnd({ text, at }: TextCursor, name: string): boolean {
  const code = text.charCodeAt(at + 1 + name.length);
  return code === greaterThan || code === blank;
}

function hashAt(text: string, start: number): number {
  let hash = 0;
  for (let at = start; ; at += 1) {
    const code = text.charCodeAt(at);
    // Also at the end of the text.
    if (!(code > blank && code !== greaterThan)) return hash;
    hash = (Math.imul(hash, 31) + code) | 0;
  }
}

function hashOf(name: string): number {
  return hashAt(`${name}>`, 0);
}
