import type { Content } from './content.ts';
import type { ElementParticle } from './element-particle.ts';
import type { Member, SequenceShape } from './sequence-shape.ts';
import { type TextCursor, unusual } from './text-cursor.ts';

const [lessThan, slash, greaterThan, blank] = [60, 47, 62, 32];

/** Makes the reader of a sequence that is written the usual way. */
export function sequenceReader({ members, particles, required }: SequenceShape): Content['read'] {
  const heads = Int32Array.from(members, ({ particle }) => headOf(particle.nameCodes, 0));
  const count = members.length;
  const places = particles.length;
  return (cursor, { closeCodes }) => {
    cursor.expectCode(greaterThan);
    cursor.depth -= 1;
    if (cursor.depth <= 0) throw unusual;
    const value: Record<string, unknown> = {};
    let next = 0;
    let free = 0;
    for (;;) {
      if (cursor.skipSpace() !== lessThan) throw unusual;
      if (cursor.codes[cursor.at + 1] === slash) break;
      const head = headOf(cursor.codes, cursor.at + 1);
      while (next < count && (heads[next] !== head || !isNext(cursor, members[next]))) next += 1;
      const member = members[next];
      if (!member || member.place < free || member.place > (required[free] ?? 0)) throw unusual;
      const { particle, place } = member;
      free = place + 1;
      next += 1;
      value[particle.name] = particle.max === 1 ? readOne(cursor, particle) : readRun(cursor, particle);
    }
    if ((required[free] ?? 0) < places) throw unusual;
    cursor.expect(closeCodes);
    cursor.depth += 1;
    return value;
  };
}

function isNext(cursor: TextCursor, member: Member | undefined): boolean {
  const codes = member?.particle.nameCodes;
  return codes !== undefined && cursor.has(codes, cursor.at + 1) && isNameEnd(cursor, codes.length);
}

/** What is known to come: only its name is stepped over. */
function readOne(cursor: TextCursor, particle: ElementParticle): unknown {
  cursor.at += particle.nameCodes.length + 1;
  return particle.content.read(cursor, particle);
}

function readRun(cursor: TextCursor, particle: ElementParticle): readonly unknown[] {
  const run: unknown[] = [];
  do {
    run.push(readOne(cursor, particle));
  } while (
    cursor.skipSpace() === lessThan &&
    cursor.has(particle.nameCodes, cursor.at + 1) &&
    isNameEnd(cursor, particle.nameCodes.length)
  );
  if (run.length < particle.min || run.length > particle.max) throw unusual;
  return run;
}

function isNameEnd({ codes, at }: TextCursor, length: number): boolean {
  const code = codes[at + 1 + length];
  return code === greaterThan || code === blank;
}

/** The first two characters: enough to pass over most elements that do not come. */
function headOf(codes: Uint16Array, at: number): number {
  return ((codes[at] ?? 0) << 16) | (codes[at + 1] ?? 0);
}
