import { PolyrailError } from './error.ts';

const inspect = Symbol.for('nodejs.util.inspect.custom');
const mask = '****';

/**
 * A value that must not be printed: it shows as `****` in templates, JSON, `util.inspect`, logs and errors.
 * The only way to the value is {@link Secret.expose}, so a search for `.expose(` finds every use.
 */
export class Secret {
  readonly #value: string;

  /** @throws PolyrailError `configuration_invalid` for an empty value */
  constructor(value: string) {
    if (typeof value !== 'string' || value === '')
      throw new PolyrailError('configuration_invalid', 'a secret cannot be empty');
    this.#value = value;
    Object.freeze(this);
  }

  /** The clear value. Call it only where the bytes for the wire are made. */
  expose(): string {
    return this.#value;
  }

  toString(): string {
    return mask;
  }

  toJSON(): string {
    return mask;
  }

  [Symbol.toPrimitive](): string {
    return mask;
  }

  static {
    Object.defineProperty(Secret.prototype, inspect, { value: () => mask });
  }
}
