import { cardNumbersIn, maskCardNumber } from './card-number.ts';
import { mask, maskCredentials } from './credentials.ts';
import { maskIbans } from './iban.ts';
import { isSensitiveName } from './sensitive-name.ts';

/** What a redactor knows beyond the forms of card numbers, account numbers and credentials. */
export interface RedactorOptions {
  /** Names of fields whose values are never shown, such as those that a schema marks. Default: none but the usual ones. */
  readonly names?: readonly string[];
  /** Secrets that are hidden wherever they turn up, as they are and in URLs and base64. Default: none. */
  readonly secrets?: readonly { expose(): string }[];
}

/** Keeps out of sight what nobody may see. */
export interface Redactor {
  /** The last net: hides card numbers, IBANs, credentials and known secrets in a text. Idempotent. */
  text(text: string): string;
  /**
   * Hides the values of sensitive fields and numbers that are card numbers, at any depth. What changes is a copy. Texts stay as
   * they are: they are for {@link Redactor.text}.
   */
  fields<Fields extends object>(fields: Fields): Fields;
  /** Hides one more secret from now on, as when one is replaced; those before stay hidden. */
  hide(secret: { expose(): string }): void;
}

const maxDepth = 8;
const maxNames = 2_000;
/** A shorter secret would turn up in words that are none. */
const shortestSecret = 6;

/** Makes a redactor. */
export function createRedactor({ names = [], secrets = [] }: RedactorOptions = {}): Redactor {
  const own = new Set(names.map((name) => name.toLowerCase()));
  const verdicts = new Map<string, boolean>();
  const values = new Set(secrets.map((secret) => secret.expose()));
  let known = secretPattern(values);

  function isHidden(name: string): boolean {
    const verdict = verdicts.get(name);
    if (verdict !== undefined) return verdict;
    const fresh = own.has(name.toLowerCase()) || isSensitiveName(name);
    // Names that callers make up must not fill the memory.
    if (verdicts.size < maxNames) verdicts.set(name, fresh);
    return fresh;
  }

  function visible(value: unknown, depth: number): unknown {
    if (typeof value === 'number' || typeof value === 'bigint') return isCardNumber(value) ? mask : value;
    if (ArrayBuffer.isView(value)) return `${value.byteLength} bytes`;
    if (typeof value !== 'object' || value === null || 'toJSON' in value || value instanceof Error) return value;
    if (depth === maxDepth) return mask;
    return Array.isArray(value) ? visibleItems(value, depth) : visibleFields(value, depth);
  }

  function visibleItems(items: readonly unknown[], depth: number): readonly unknown[] {
    const shown = items.map((item) => visible(item, depth + 1));
    return shown.some((item, at) => item !== items[at]) ? shown : items;
  }

  function visibleFields<Fields extends object>(fields: Fields, depth: number): Fields {
    let copy: Fields | undefined;
    for (const name of Object.keys(fields)) {
      const value: unknown = Reflect.get(fields, name);
      const shown = value !== undefined && isHidden(name) ? mask : visible(value, depth + 1);
      if (shown === value) continue;
      copy ??= { ...fields };
      Reflect.set(copy, name, shown);
    }
    return copy ?? fields;
  }

  return {
    text(text) {
      const withoutKnown = known === undefined ? text : text.replaceAll(known, mask);
      return maskCardNumbers(maskIbans(maskCredentials(withoutKnown)));
    },
    fields: (fields) => visibleFields(fields, 0),
    hide(secret) {
      known = secretPattern(values.add(secret.expose()));
    },
  };
}

function isCardNumber(value: number | bigint): boolean {
  return value >= 1e13 && cardNumbersIn(String(value)).length > 0;
}

function maskCardNumbers(text: string): string {
  const found = cardNumbersIn(text);
  if (found.length === 0) return text;
  let masked = '';
  let end = 0;
  for (const { from, to, digits } of found) {
    // A bare number in JSON stays JSON.
    const quote = /(?<!\\)":$/.test(text.slice(Math.max(0, from - 3), from)) ? '"' : '';
    masked += `${text.slice(end, from)}${quote}${maskCardNumber(digits)}${quote}`;
    end = to;
  }
  return masked + text.slice(end);
}

function secretPattern(values: ReadonlySet<string>): RegExp | undefined {
  const long = [...values].filter((value) => value.length >= shortestSecret);
  const forms = new Set(long.flatMap((value) => [value, encodeURIComponent(value), ...inBase64(value), inJson(value)]));
  const literals = [...forms]
    .sort((a, b) => b.length - a.length)
    .map((form) => form.replaceAll(/[\\^$.*+?()[\]{}|/-]/g, '\\$&'));
  return literals.length === 0 ? undefined : new RegExp(literals.join('|'), 'g');
}

function inBase64(value: string): readonly string[] {
  return [Buffer.from(value).toString('base64'), Buffer.from(value).toString('base64url')];
}

function inJson(value: string): string {
  return JSON.stringify(value).slice(1, -1);
}
