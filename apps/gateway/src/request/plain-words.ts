import type { z } from 'zod';

const types: Readonly<Record<string, string>> = {
  string: 'a text',
  boolean: 'true or false',
  object: 'an object',
};

/** What is wrong with a value, for those who read it aloud. For the rules of a schema that have no words of their own. */
export function plainWords(issue: z.core.$ZodRawIssue): string {
  if (issue.code === 'invalid_type') return `must be ${types[issue.expected] ?? 'of another type'}`;
  if (issue.code === 'too_small' && issue.origin === 'string') return 'must not be empty';
  if (issue.code === 'too_big' && issue.origin === 'string') return `must have at most ${issue.maximum} characters`;
  return 'is not as this API describes it';
}
