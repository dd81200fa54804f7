import { InvalidRequest } from './invalid-request.ts';

/** A JSON object whose members are all known by name. */
export type JsonFields = Readonly<Record<string, unknown>>;

export interface TextLimits {
  readonly maxLength: number;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Parses a body as one JSON object; an empty body counts as `{}`. Throws InvalidRequest. */
export function parseFields(body: string, known: readonly string[]): JsonFields {
  if (body === '') return {};
  const parsed = parseJson(body);
  if (!parsed) throw new InvalidRequest('json_invalid', 'The body is not valid JSON');
  return fieldsOf(parsed.value, known, undefined);
}

function parseJson(text: string): { readonly value: unknown } | undefined {
  try {
    return { value: JSON.parse(text) };
  } catch {
    return undefined;
  }
}

/** Checks that a value is an object with known members only. Throws InvalidRequest that lists the known ones. */
export function fieldsOf(value: unknown, known: readonly string[], param: string | undefined): JsonFields {
  if (!isObject(value)) throw new InvalidRequest('parameter_invalid', 'A JSON object is needed here', param);
  for (const name of Object.keys(value)) {
    if (known.includes(name)) continue;
    const path = param === undefined ? name : `${param}.${name}`;
    throw new InvalidRequest('parameter_unknown', `Unknown parameter ${path}; known are: ${known.join(', ')}`, path);
  }
  return value;
}

/** Printable text of 1 to `maxLength` characters, or undefined where it is absent or null. Throws InvalidRequest. */
export function optionalText(fields: JsonFields, name: string, limits: TextLimits): string | undefined {
  const value = fields[name];
  if (value === undefined || value === null) return undefined;
  const isText = typeof value === 'string' && value.length > 0 && value.length <= limits.maxLength;
  if (!isText || /\p{Cc}/u.test(value)) {
    throw new InvalidRequest(
      'parameter_invalid',
      `${name} must be 1 to ${limits.maxLength} printable characters`,
      name,
    );
  }
  return value;
}

export function requiredText(fields: JsonFields, name: string, limits: TextLimits): string {
  const value = optionalText(fields, name, limits);
  if (value === undefined) throw new InvalidRequest('parameter_missing', `${name} is missing`, name);
  return value;
}

export function optionalFlag(fields: JsonFields, name: string): boolean | undefined {
  const value = fields[name];
  if (value === undefined) return undefined;
  if (typeof value !== 'boolean') throw new InvalidRequest('parameter_invalid', `${name} must be true or false`, name);
  return value;
}

/** A finite number between the bounds, both included. Throws InvalidRequest. */
export function optionalNumber(fields: JsonFields, name: string, least: number, most: number): number | undefined {
  const value = fields[name];
  if (value === undefined) return undefined;
  if (typeof value !== 'number' || !(value >= least && value <= most)) {
    throw new InvalidRequest('parameter_invalid', `${name} must be a number from ${least} to ${most}`, name);
  }
  return value;
}

/** One of a closed list of words. Throws InvalidRequest that lists them. */
export function optionalWord<Word extends string>(
  fields: JsonFields,
  name: string,
  words: readonly Word[],
): Word | undefined {
  const value = fields[name];
  if (value === undefined) return undefined;
  const word = words.find((candidate) => candidate === value);
  if (word === undefined) {
    throw new InvalidRequest('parameter_invalid', `Unknown ${name}; known are: ${words.join(', ')}`, name);
  }
  return word;
}

/** A currency as three capital letters. Throws InvalidRequest. */
export function requiredCurrency(fields: JsonFields): string {
  const code = requiredText(fields, 'currency', { maxLength: 3 });
  if (/^[A-Z]{3}$/.test(code)) return code;
  throw new InvalidRequest('parameter_invalid', 'currency must be three capital letters', 'currency');
}

const ACCOUNT_KINDS = ['token', 'account', 'iban'] as const;

/** Names an account in the book by its kind and its value, of which the member has exactly one. Throws InvalidRequest. */
export function requiredAccount(fields: JsonFields, name: string): string {
  if (fields[name] === undefined) throw new InvalidRequest('parameter_missing', `${name} is missing`, name);
  const account = fieldsOf(fields[name], ACCOUNT_KINDS, name);
  const [kind, ...others] = ACCOUNT_KINDS.filter((candidate) => account[candidate] !== undefined);
  if (kind && others.length === 0) return `${kind}:${requiredText(account, kind, { maxLength: 64 })}`;
  throw new InvalidRequest('parameter_invalid', `${name} takes exactly one of ${ACCOUNT_KINDS.join(', ')}`, name);
}
