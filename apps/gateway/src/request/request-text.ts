import { hasCardNumber } from '@polyrail/redaction';
import { z } from 'zod';
import { noCardRule } from './no-card-rule.ts';

/** A text of a request. Control characters are refused by the model, for every host; card numbers here, before any store. */
export function requestText(maxLength: number): z.ZodString {
  const rule = `must be a text of 1 to ${maxLength} characters`;
  return z.string(rule).min(1, rule).max(maxLength, rule).refine(isNoCard, noCardRule);
}

function isNoCard(value: string): boolean {
  return !hasCardNumber(value);
}
