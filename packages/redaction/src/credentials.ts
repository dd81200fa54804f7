import { sensitiveNameInText } from './sensitive-name.ts';

/** What stands in place of a credential. */
export const mask = '****';

/** A value in quotes, in escaped quotes, or bare. Objects and arrays are no values: their fields are. */
const value = String.raw`(?:(")((?:[^"\\]|\\.)*)|(\\+"|')((?:[^"'\\]|\\(?![\\"']))*)|([^\s"'\\&,;<>{}[\])(]+))`;

/** `name: value`, `name=value`, `"name":"value"`, `{\"name\":\"value\"}`, `name%3Dvalue`, `<name>value</name>`. */
const named = new RegExp(
  String.raw`(${sensitiveNameInText}(\\*["'])?)(?:>[^<>]+(?=<)|(\s{0,3}(?:[:=]|%3[AD])\s{0,3})${value})`,
  'gi',
);

const headerLine = /((?:authorization|cookie)\s{0,3}:\s{0,3})[^"'\\\r\n]+/gi;

/** Credentials that are known by their form. Each expression takes time in proportion to the text. */
const forms: readonly (readonly [RegExp, string])[] = [
  [/-----BEGIN ([A-Z ]{0,32}PRIVATE KEY)-----[\s\S]*?(?:-----END \1-----|$)/g, mask],
  [headerLine, `$1${mask}`],
  [/\b(bearer|basic|dpop)(\s+|%20|\+)(?=[a-z]*[^a-z\s])[\w.~+/=%-]{8,}/gi, `$1$2${mask}`],
  [/\beyJ[\w-]{8,}\.[\w-]+(?:\.[\w-]*){0,3}/g, mask],
  [/(?<![A-Za-z0-9])((?:sk|rk|whsec|whsk|shpat|shpss|ghp|gho|glpat)_)[\w.+/=-]{8,}/g, `$1${mask}`],
  [/\bAKIA[A-Z0-9]{16}\b/g, mask],
  // The password of a URL.
  [/(\b[a-z][a-z\d+.-]{1,16}:\/\/[^\s:/?#@"'\\]{0,64}:)[^\s/?#@"'\\]{1,256}@/gi, `$1${mask}@`],
];

/** One look that says whether any of the others is worth it. */
const anyForm = new RegExp(
  String.raw`PRIVATE KEY|bearer|basic|eyJ|[sr]k_|whse?[ck]|shp[as]|gh[po]_|glpat|AKIA|:\/\/|${sensitiveNameInText}`,
  'i',
);

/** Hides credentials that a text names, or that have the form of one. */
export function maskCredentials(text: string): string {
  if (!anyForm.test(text)) return text;
  let masked = text;
  for (const [form, replacement] of forms) masked = masked.replaceAll(form, replacement);
  return masked.replaceAll(named, hideValue);
}

function hideValue(_found: string, ...groups: readonly unknown[]): string {
  const [name, nameQuote, parting = '>', quote = '', , otherQuote = '', , bare] = groups;
  // A bare number in JSON stays JSON.
  const added = bare !== undefined && nameQuote === '"' ? '"' : '';
  return `${name}${parting}${quote}${otherQuote}${added}${mask}${added}`;
}
