import type { Issue } from '@polyrail/core';

/** The fields of a command that HTTP calls otherwise, the longer names first. */
const httpNames: readonly (readonly [RegExp, string])[] = [
  [/^idempotencyKey$/, 'idempotency_key'],
  [/^amount\.currency$/, 'currency'],
  [/^from(\.\w+)*$/, 'source_account'],
  [/^to(\.\w+)*$/, 'destination_account'],
];

/** Issues of a command, under the names that its fields have over HTTP. */
export function commandIssues(issues: readonly Issue[]): readonly Issue[] {
  return issues.map(({ path, code, message }) => {
    const [, name = path] = httpNames.find(([pattern]) => pattern.test(path)) ?? [];
    return { path: name, code, message: message.startsWith(path) ? name + message.slice(path.length) : message };
  });
}

/** Codes of values that are well formed, but that the payment or the provider does not take. */
const refusedValues: ReadonlySet<string> = new Set([
  'unsupported',
  'partial_unsupported',
  'currency_mismatch',
  'too_large',
  'no_route',
]);

/** True when a field is badly formed; false when the payment or the provider refuses a well-formed value. */
export function isMalformed(issues: readonly Issue[] = []): boolean {
  return issues.some(({ code }) => !refusedValues.has(code));
}
