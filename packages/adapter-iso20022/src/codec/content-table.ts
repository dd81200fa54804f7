import { type ElementModel, isSequence, typeModel } from '../model/type-model.ts';
import { amountContent } from './amount-content.ts';
import { anyContent } from './any-content.ts';
import type { Content } from './content.ts';
import { ElementParticle } from './element-particle.ts';
import { type Particle, sequenceContent } from './sequence-content.ts';
import { booleanContent, textContent } from './simple-content.ts';
import { type SimpleType, simpleType } from './simple-type.ts';

const contents = new Map<number, Content>();

/** The content of a type of the table; made when it is first needed, and shared by all messages that have the type. */
export function contentOf(type: number): Content {
  const known = contents.get(type);
  if (known) return known;
  const content = makeContent(type);
  contents.set(type, content);
  return content;
}

function makeContent(type: number): Content {
  if (isSequence(type)) return sequenceContent(() => particlesOf(type));
  const model = typeModel(type);
  switch (model.kind) {
    case 'sequence':
      throw new Error(`type ${type} is a sequence`);
    case 'amount':
      return amountContent(simple(model.number), simple(model.currency));
    case 'any':
      return anyContent(model);
    case 'boolean':
      return booleanContent(simpleType(model));
    default:
      return textContent(simpleType(model));
  }
}

function particlesOf(type: number): readonly Particle[] {
  const model = typeModel(type);
  if (model.kind !== 'sequence') throw new Error(`type ${type} is not a sequence`);
  return model.particles.map((particle) =>
    particle.kind === 'choice' ? particle.alternatives.map(elementParticle) : [elementParticle(particle)],
  );
}

function simple(type: number): SimpleType {
  const model = typeModel(type);
  if (model.kind === 'sequence' || model.kind === 'amount' || model.kind === 'any')
    throw new Error(`type ${type} is not simple`);
  return simpleType(model);
}

function elementParticle({ name, type, min, max }: ElementModel): ElementParticle {
  return new ElementParticle(name, min, max, contentOf(type));
}
