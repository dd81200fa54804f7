import type { ParsedElement } from '@polyrail/xml/document';
import { type Content, isRecord, type MessageFrame, type ReadDocument } from './content.ts';
import { onlyAttribute, onlyElements } from './element-form.ts';
import type { ElementParticle } from './element-particle.ts';
import type { Issue } from './issue.ts';
import { sequenceReader } from './read-sequence.ts';
import { refuse } from './schema-refusal.ts';
import { type SequenceShape, sequenceShape } from './sequence-shape.ts';
import { addViolation } from './simple-content.ts';
import { sequenceWriter } from './write-sequence.ts';

/** What stands in one place of a sequence: one element, or, of a choice, one of several. */
export type Particle = readonly ElementParticle[];

/** An element that is a sequence of elements. It becomes what it is made of when the first one comes. */
export function sequenceContent(makeParticles: () => readonly Particle[]): Content {
  const content: Content = {
    read: (cursor, tag) => made().read(cursor, tag),
    fromElement: (element, document) => made().fromElement(element, document),
    check: (value, path, issues, frame) => made().check(value, path, issues, frame),
    write: (value, tag, sink) => made().write(value, tag, sink),
  };
  const made = (): Content => Object.assign(content, contentOfShape(sequenceShape(makeParticles())));
  return content;
}

function contentOfShape(shape: SequenceShape): Content {
  return {
    read: sequenceReader(shape),
    fromElement: (element, document) => readSequence(shape.particles, element, document),
    check: (value, path, issues, frame) => checkSequence(shape, value, path, issues, frame),
    write: sequenceWriter(shape),
  };
}

function readSequence(
  particles: readonly Particle[],
  element: ParsedElement,
  document: ReadDocument,
): Readonly<Record<string, unknown>> {
  onlyAttribute(element, undefined);
  const children = onlyElements(element, document);
  const value: Record<string, unknown> = {};
  let at = 0;
  for (const alternatives of particles) {
    const next = children[at];
    const particle = next && alternatives.find(({ name }) => isNamed(next, name, document));
    if (!particle) {
      if (!isOptional(alternatives)) refuseNext(alternatives, next, element);
      continue;
    }
    const first = at;
    while (at - first < particle.max && isNamed(children[at], particle.name, document)) at += 1;
    if (at - first < particle.min) refuse('element_missing', `at least ${particle.min} ${particle.name}`, element);
    const read = children.slice(first, at).map((child) => particle.content.fromElement(child, document));
    value[particle.name] = particle.max === 1 ? read[0] : read;
  }
  const rest = children[at];
  if (rest) refuseRest(particles, rest, document);
  return value;
}

function isNamed(element: ParsedElement | undefined, name: string, { frame }: ReadDocument): boolean {
  return element?.local === name && element.namespace === frame.namespace;
}

function isOptional(alternatives: Particle): boolean {
  return alternatives.some(({ min }) => min === 0);
}

function refuseNext(alternatives: Particle, next: ParsedElement | undefined, parent: ParsedElement): never {
  const expected = listOf(alternatives.map(({ name }) => name));
  if (next) refuse('element_unexpected', expected, next);
  refuse('element_missing', expected, parent);
}

function refuseRest(particles: readonly Particle[], rest: ParsedElement, document: ReadDocument): never {
  const known = particles.flat().find(({ name }) => isNamed(rest, name, document));
  if (known) refuse('element_repeated', `in its place, and at most ${known.max}`, rest);
  refuse('element_unexpected', 'no such element here', rest);
}

function listOf(names: readonly string[]): string {
  return names.length === 1 ? `${names[0]}` : `one of ${names.join(', ')}`;
}

function checkSequence(
  { byName, particles }: SequenceShape,
  value: unknown,
  path: string,
  issues: Issue[],
  frame: MessageFrame,
): void {
  if (!isRecord(value)) {
    addViolation({ code: 'type_invalid', detail: 'an object' }, path, issues);
    return;
  }
  for (const key of Object.keys(value))
    if (!byName.has(key) && value[key] !== undefined)
      addViolation({ code: 'element_unexpected', detail: listOf([...byName.keys()]) }, `${path}/${key}`, issues);
  for (const alternatives of particles) checkParticle(alternatives, value, path, issues, frame);
}

function checkParticle(
  alternatives: Particle,
  value: Readonly<Record<string, unknown>>,
  path: string,
  issues: Issue[],
  frame: MessageFrame,
): void {
  const given = alternatives.filter(({ name }) => value[name] !== undefined);
  const names = alternatives.map(({ name }) => name);
  if (given.length > 1) addViolation({ code: 'choice_invalid', detail: listOf(names) }, path, issues);
  if (given.length === 0 && !isOptional(alternatives))
    addViolation({ code: 'element_missing', detail: listOf(names) }, path, issues);
  for (const { name, min, max, content } of given) {
    const child = value[name];
    if (max === 1) content.check(child, `${path}/${name}`, issues, frame);
    else if (!Array.isArray(child))
      addViolation({ code: 'type_invalid', detail: 'an array' }, `${path}/${name}`, issues);
    else {
      // An empty array is nothing, as where the key is left out.
      if (child.length < min)
        addViolation({ code: 'element_missing', detail: `at least ${min} ${name}` }, path, issues);
      if (child.length > max)
        addViolation({ code: 'element_repeated', detail: `at most ${max} ${name}` }, path, issues);
      // Holes in it are looked at too, as they are when it is written.
      for (const [at, one] of child.entries())
        content.check(one, `${path}/${name}${child.length > 1 ? `[${at + 1}]` : ''}`, issues, frame);
    }
  }
}
