import type { Issue } from '@polyrail/core';
import type { z } from 'zod';

/** The mistakes in a request body, the first one of each field under its name. They never repeat a value. */
export function requestIssues(error: z.core.$ZodError, body: unknown): readonly Issue[] {
  const issues = error.issues.flatMap((issue) => describe(issue, body));
  // A list has a length too, so what is wrong with a text of no length is said of it again.
  return issues.filter(({ path }, at) => issues.findIndex((earlier) => earlier.path === path) === at);
}

function describe(issue: z.core.$ZodIssue, body: unknown): readonly Issue[] {
  const path = issue.path.map(String).join('.');
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((key) => {
      const name = printable(path === '' ? key : `${path}.${key}`);
      return { path: name, code: 'unknown_field', message: `${name} is not a field of this request` };
    });
  const shape = issue.code === 'invalid_union' ? closest(issue.errors, valueAt(body, issue.path)) : undefined;
  if (shape !== undefined)
    return shape.flatMap((inner) => describe({ ...inner, path: [...issue.path, ...inner.path] }, body));
  if (path === '') return [{ path: 'body', code: 'invalid', message: 'body must be one JSON object' }];
  return [
    valueAt(body, issue.path) === undefined
      ? { path, code: 'missing', message: `${path} is missing` }
      : { path, code: 'invalid', message: `${path} ${issue.message}` },
  ];
}

type Issues = readonly z.core.$ZodIssue[];

/** Of several shapes that an object may have, the one that it lacks least of. A value that says nothing has none of them. */
function closest(shapes: readonly Issues[], value: unknown): Issues | undefined {
  if (typeof value !== 'object' || value === null || Object.keys(value).length === 0) return undefined;
  const lacks = (issues: Issues) =>
    issues.filter(({ path }) => path.length === 1 && valueAt(value, path) === undefined).length;
  return shapes
    .filter((issues) => !issues.some(({ path, code }) => path.length === 0 && code === 'invalid_type'))
    .toSorted((one, other) => lacks(one) - lacks(other))[0];
}

function valueAt(body: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (value, name) => (typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined),
    body,
  );
}

function printable(text: string): string {
  return text === '' ? '""' : text.slice(0, 64).replace(/[^\x20-\x7e]/g, '?');
}
