import { redactText } from '@polyrail/redaction';
import type { ProviderAnswer } from '../model/outcome.ts';
import type { AttemptResult } from '../resilience/attempt-result.ts';

/** A result whose words may be logged, stored and shown: without card numbers, account numbers and credentials. */
export function redactResult<Result extends AttemptResult>(result: Result): Result {
  const message = 'message' in result ? { message: redactText(result.message) } : undefined;
  const raw = 'raw' in result && result.raw !== undefined ? { raw: redactAnswer(result.raw) } : undefined;
  const value =
    'value' in result && result.value.raw !== undefined
      ? { value: { ...result.value, raw: redactAnswer(result.value.raw) } }
      : undefined;
  const hidden = message ?? raw ?? value;
  return hidden === undefined ? result : { ...result, ...message, ...raw, ...value };
}

function redactAnswer({ code, status, message }: ProviderAnswer): ProviderAnswer {
  return {
    ...(code !== undefined && { code: redactText(code) }),
    ...(status !== undefined && { status: redactText(status) }),
    ...(message !== undefined && { message: redactText(message) }),
  };
}
