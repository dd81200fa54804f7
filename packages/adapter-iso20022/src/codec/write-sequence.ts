import { type Content, isRecord, NotWritable } from './content.ts';
import type { ElementParticle } from './element-particle.ts';
import type { SequenceShape } from './sequence-shape.ts';
import type { XmlSink } from './xml-sink.ts';

/** Makes the writer of a sequence: one pass over the keys of a value. */
export function sequenceWriter(shape: SequenceShape): Content['write'] {
  const { members, particles, required } = shape;
  const names = members.map(({ particle }) => particle.name);
  const places = particles.length;
  return (value, tag, sink) => {
    if (!isRecord(value)) throw new NotWritable();
    const record = sink.isSorting ? sorted(shape, value) : value;
    sink.markup(tag.openCodes);
    let next = 0;
    let free = 0;
    for (const key in record) {
      const child = record[key];
      if (child === undefined) continue;
      while (next < names.length && names[next] !== key) next += 1;
      const member = members[next];
      if (!member || member.place < free || member.place > (required[free] ?? 0)) throw new NotWritable();
      free = member.place + 1;
      next += 1;
      const { particle } = member;
      if (particle.max === 1) particle.content.write(child, particle, sink);
      else writeRun(particle, child, sink);
    }
    if ((required[free] ?? 0) < places) throw new NotWritable();
    sink.markup(tag.closeCodes);
  };
}

function sorted(
  { byName }: SequenceShape,
  value: Readonly<Record<string, unknown>>,
): Readonly<Record<string, unknown>> {
  const placeOf = ([key]: readonly [string, unknown]): number => byName.get(key)?.place ?? 0;
  return Object.fromEntries(Object.entries(value).sort((one, other) => placeOf(one) - placeOf(other)));
}

function writeRun(particle: ElementParticle, children: unknown, sink: XmlSink): void {
  if (!Array.isArray(children)) throw new NotWritable();
  if (children.length < particle.min || children.length > particle.max) throw new NotWritable();
  for (const child of children) particle.content.write(child, particle, sink);
}
