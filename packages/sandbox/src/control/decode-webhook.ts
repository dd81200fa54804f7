import { STATE_CHANGES } from '../acquirer/state-change.ts';
import { InvalidRequest } from '../invalid-request.ts';
import { fieldsOf, optionalNumber, optionalText, optionalWord, parseFields, requiredText } from '../json-fields.ts';
import type { EndpointOrder } from '../webhook/endpoint-registry.ts';
import { WEBHOOK_FAULT_NAMES } from '../webhook/webhook-fault.ts';
import type { WebhookFaultMatch, WebhookFaultOrder } from '../webhook/webhook-fault-queue.ts';
import { WEBHOOK_SCHEMES } from '../webhook/webhook-scheme.ts';
import { withoutAbsent } from '../without-absent.ts';

const TEXT = { maxLength: 2000 };
const YEAR_MS = 31_536_000_000;

/** Reads `POST /_sandbox/webhooks`. */
export function decodeEndpoint(body: string): EndpointOrder {
  const fields = parseFields(body, ['url', 'secret', 'scheme']);
  return {
    url: requiredText(fields, 'url', TEXT),
    ...withoutAbsent({
      secret: optionalText(fields, 'secret', TEXT),
      scheme: optionalWord(fields, 'scheme', WEBHOOK_SCHEMES),
    }),
  };
}

/** Reads `POST /_sandbox/webhooks/rotate`. */
export function decodeRotation(body: string): { readonly endpoint: string; readonly overlapMs: number | undefined } {
  const fields = parseFields(body, ['endpoint', 'overlap_ms']);
  const overlapMs = optionalNumber(fields, 'overlap_ms', 0, YEAR_MS);
  return { endpoint: requiredText(fields, 'endpoint', TEXT), overlapMs };
}

/** Reads `POST /_sandbox/webhooks/resend`: the id of the event. */
export function decodeResend(body: string): string {
  return requiredText(parseFields(body, ['event']), 'event', TEXT);
}

/** Reads `POST /_sandbox/webhooks/faults`. The bounds of the numbers are checked where the fault is armed. */
export function decodeWebhookFault(body: string): WebhookFaultOrder {
  const fields = parseFields(body, ['fault', 'times', 'rate', 'seed', 'match', 'delay_ms', 'age_ms']);
  const fault = optionalWord(fields, 'fault', WEBHOOK_FAULT_NAMES);
  if (!fault) {
    const known = WEBHOOK_FAULT_NAMES.join(', ');
    throw new InvalidRequest('parameter_missing', `fault is missing; known are: ${known}`, 'fault');
  }
  const number = (name: string): number | undefined => optionalNumber(fields, name, 0, Number.MAX_SAFE_INTEGER);
  return withoutAbsent({
    fault,
    times: number('times'),
    rate: number('rate'),
    seed: number('seed'),
    match: fields['match'] === undefined ? undefined : decodeMatch(fields['match']),
    delayMs: number('delay_ms'),
    ageMs: number('age_ms'),
  });
}

function decodeMatch(value: unknown): WebhookFaultMatch {
  const fields = fieldsOf(value, ['type', 'key', 'endpoint', 'attempt'], 'match');
  return withoutAbsent({
    type: optionalWord(fields, 'type', STATE_CHANGES),
    key: optionalText(fields, 'key', TEXT),
    endpoint: optionalText(fields, 'endpoint', TEXT),
    attempt: optionalNumber(fields, 'attempt', 1, 1000),
  });
}
