import type { MessageId, Messages } from '../../src/model/message-types.ts';
import {
  type DecimalModel,
  type ElementModel,
  rootModel,
  type TimeForm,
  typeModel,
} from '../../src/model/type-model.ts';
import { below, pick, type Random } from './pick.ts';
import { randomDigits, randomText, textMatching } from './random-text.ts';

/** A value that the schema of a message allows. */
export function randomValue<Id extends MessageId>(id: Id, random: Random): Messages[Id] {
  const fullness = pick(random, [0, 0.1, 0.3, 0.5]);
  return new ValueMaker(random, fullness).make(rootModel(id).type, 0) as Messages[Id];
}

const anything = [
  '<x></x>',
  '<x xmlns="urn:example:x"><y a="1">text &amp; more</y></x>',
  '<p:x xmlns:p="urn:example:x" p:b="2">é</p:x>',
];
const signature =
  '<ds:Signature xmlns:ds="http://www.w3.org/2000/09/xmldsig#"><ds:SignatureValue>AAAA</ds:SignatureValue></ds:Signature>';

class ValueMaker {
  readonly #random: Random;
  readonly #fullness: number;

  constructor(random: Random, fullness: number) {
    this.#random = random;
    this.#fullness = fullness;
  }

  make(type: number, depth: number): unknown {
    const random = this.#random;
    const model = typeModel(type);
    switch (model.kind) {
      case 'text':
        if (model.pattern === undefined) return randomText(random, model.minLength, model.maxLength);
        return textMatching(model.pattern, random).slice(0, model.maxLength);
      case 'codes':
        return pick(random, model.codes);
      case 'decimal':
        return this.#decimal(model);
      case 'boolean':
        return random() < 0.5;
      case 'binary':
        return Buffer.from(randomDigits(random, Math.min(model.maxOctets, 1 + below(random, 40)))).toString('base64');
      case 'time':
        return this.#time(model.form) + (model.pattern === '.*Z' ? 'Z' : this.#zone());
      case 'amount':
        return { Ccy: this.make(model.currency, depth), value: this.make(model.number, depth) };
      case 'any':
        return model.namespace === '##any' ? pick(random, anything) : signature;
      case 'sequence': {
        const elements = model.particles.flatMap((particle) =>
          particle.kind === 'element' ? particle : pick(random, particle.alternatives),
        );
        const entries = elements.map((element) => [element.name, this.#occurrences(element, depth)] as const);
        return Object.fromEntries(entries.filter(([, value]) => value !== undefined));
      }
    }
  }

  #occurrences({ type, min, max }: ElementModel, depth: number): unknown {
    const isThere = min > 0 || this.#random() < this.#fullness / (1 + depth / 4);
    if (!isThere) return undefined;
    if (max === 1) return this.make(type, depth + 1);
    const count = Math.min(max, Math.max(1, min, below(this.#random, 3)));
    return Array.from({ length: count }, () => this.make(type, depth + 1));
  }

  #decimal({ totalDigits, fractionDigits, minInclusive }: DecimalModel): string {
    const random = this.#random;
    const whole = below(random, Math.min(12, totalDigits - Math.min(fractionDigits, totalDigits - 1)) + 1);
    const fraction = below(random, Math.min(fractionDigits, 5) + 1);
    const text = `${1 + below(random, 9)}${randomDigits(random, Math.max(0, whole - 1))}`;
    const sign = minInclusive === undefined && random() < 0.2 ? '-' : pick(random, ['', '', '', '+']);
    return `${sign}${random() < 0.1 ? '00' : ''}${text}${fraction > 0 ? `.${randomDigits(random, fraction)}` : ''}`;
  }

  #time(form: TimeForm): string {
    const two = (from: number, count: number): string => String(from + below(this.#random, count)).padStart(2, '0');
    const day = `20${two(10, 80)}-${two(1, 12)}-${two(1, 28)}`;
    const time = `${two(0, 24)}:${two(0, 60)}:${two(0, 60)}${pick(this.#random, ['', '', '.5', '.123456'])}`;
    const forms = { gYear: day.slice(0, 4), gYearMonth: day.slice(0, 7), date: day, time, dateTime: `${day}T${time}` };
    return forms[form];
  }

  #zone(): string {
    return pick(this.#random, ['', '', 'Z', '+01:00', '-04:00', '+14:00']);
  }
}
