import type { Issue } from '@polyrail/core';
import type { z } from 'zod';

/** The mistakes in a request body, each under the name of its field. They never repeat a value. */
export function requestIssues(error: z.core.$ZodError, body: unknown): readonly Issue[] {
  return error.issues.flatMap((issue) => describe(issue, body));
}

function describe(issue: z.core.$ZodIssue, body: unknown): readonly Issue[] {
  const path = issue.path.map(String).join('.');
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((key) => {
      const name = printable(path === '' ? key : `${path}.${key}`);
      return { path: name, code: 'unknown_field', message: `${name} is not a field of this request` };
    });
  if (issue.code === 'invalid_union' && path === '')
    return (issue.errors[closest(issue.errors, body)] ?? []).flatMap((inner) => describe(inner, body));
  if (path === '') return [{ path: 'body', code: 'invalid', message: 'body must be one JSON object' }];
  return [
    valueAt(body, issue.path) === undefined
      ? { path, code: 'missing', message: `${path} is missing` }
      : { path, code: 'invalid', message: `${path} ${issue.message}` },
  ];
}

/** Of several shapes that a body may have, the one that it lacks least of. */
function closest(errors: readonly (readonly z.core.$ZodIssue[])[], body: unknown): number {
  const lacks = errors.map((issues) => issues.filter(({ path }) => valueAt(body, path) === undefined).length);
  return lacks.indexOf(Math.min(...lacks));
}

function valueAt(body: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (value, name) => (typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined),
    body,
  );
}

function printable(text: string): string {
  return text.slice(0, 64).replace(/[^\x20-\x7e]/g, '?');
}
