import { type Behaviour, PERSONALITIES, SETTLEMENTS } from '../acquirer/behaviour.ts';
import { COMMAND_KINDS, type CommandKind } from '../acquirer/command.ts';
import { isOutcomeCode, OUTCOME_MESSAGES, type OutcomeCode } from '../acquirer/outcome-code.ts';
import { FAULT_NAMES } from '../fault/fault.ts';
import type { FaultMatch, FaultOrder } from '../fault/fault-queue.ts';
import { OPERATION_NAMES } from '../http/wire.ts';
import { InvalidRequest } from '../invalid-request.ts';
import { fieldsOf, optionalFlag, optionalNumber, optionalText, optionalWord, parseFields } from '../json-fields.ts';
import { withoutAbsent } from '../without-absent.ts';

const DAY_MS = 86_400_000;
const YEAR_MS = 366 * DAY_MS;
const TEXT = { maxLength: 2000 };

const FAULT_FIELDS = [
  'fault',
  'times',
  'rate',
  'seed',
  'match',
  'delay_ms',
  'interval_ms',
  'retry_after_seconds',
  'retry_after_form',
  'location',
  'bytes',
];

/** Reads `POST /_sandbox/faults`. The bounds of the numbers are checked where the fault is armed. */
export function decodeFault(body: string): FaultOrder {
  const fields = parseFields(body, FAULT_FIELDS);
  const fault = optionalWord(fields, 'fault', FAULT_NAMES);
  if (!fault) {
    throw new InvalidRequest('parameter_missing', `fault is missing; known are: ${FAULT_NAMES.join(', ')}`, 'fault');
  }
  const number = (name: string): number | undefined => optionalNumber(fields, name, 0, Number.MAX_SAFE_INTEGER);
  return withoutAbsent({
    fault,
    times: number('times'),
    rate: number('rate'),
    seed: number('seed'),
    match: fields['match'] === undefined ? undefined : decodeMatch(fields['match']),
    delayMs: number('delay_ms'),
    intervalMs: number('interval_ms'),
    retryAfterSeconds: number('retry_after_seconds'),
    retryAfterForm: optionalWord(fields, 'retry_after_form', ['seconds', 'date']),
    location: optionalText(fields, 'location', TEXT),
    bytes: number('bytes'),
  });
}

function decodeMatch(value: unknown): FaultMatch {
  const fields = fieldsOf(value, ['operation', 'method', 'path', 'key'], 'match');
  return withoutAbsent({
    operation: optionalWord(fields, 'operation', OPERATION_NAMES),
    method: optionalText(fields, 'method', TEXT),
    path: optionalText(fields, 'path', TEXT),
    key: optionalText(fields, 'key', TEXT),
  });
}

/** Reads `POST /_sandbox/clock`: how to move the clock. */
export function decodeClock(body: string): { readonly advanceMs: number } | { readonly now: number } {
  const fields = parseFields(body, ['advance_ms', 'now']);
  const advanceMs = optionalNumber(fields, 'advance_ms', -YEAR_MS, YEAR_MS);
  const text = optionalText(fields, 'now', TEXT);
  if ((advanceMs === undefined) === (text === undefined)) {
    throw new InvalidRequest('parameter_invalid', 'Give either advance_ms, or now as an ISO 8601 instant');
  }
  if (advanceMs !== undefined) return { advanceMs };
  const now = Date.parse(text ?? '');
  if (Number.isNaN(now)) throw new InvalidRequest('parameter_invalid', 'now must be an ISO 8601 instant', 'now');
  return { now };
}

const BEHAVIOUR_FIELDS = [
  'personality',
  'key_window_ms',
  'late_ms',
  'inquiry_lag_ms',
  'magic_amounts',
  'settlement',
  'settle_after_ms',
];

/** Reads `POST /_sandbox/personality`: the switches to change; the others stay as they are. */
export function decodeBehaviour(body: string): Partial<Behaviour> {
  const fields = parseFields(body, BEHAVIOUR_FIELDS);
  return withoutAbsent({
    personality: optionalWord(fields, 'personality', PERSONALITIES),
    keyWindowMs: optionalNumber(fields, 'key_window_ms', 0, YEAR_MS),
    lateMs: optionalNumber(fields, 'late_ms', 0, DAY_MS),
    inquiryLagMs: optionalNumber(fields, 'inquiry_lag_ms', 0, DAY_MS),
    magicAmounts: optionalFlag(fields, 'magic_amounts'),
    settlement: optionalWord(fields, 'settlement', SETTLEMENTS),
    settleAfterMs: optionalNumber(fields, 'settle_after_ms', 0, DAY_MS),
  });
}

/** Reads `POST /_sandbox/script`. */
export function decodeScript(body: string): { readonly outcomes: readonly OutcomeCode[]; readonly for?: CommandKind } {
  const fields = parseFields(body, ['outcomes', 'for']);
  const outcomes = fields['outcomes'];
  if (!Array.isArray(outcomes) || !outcomes.every(isOutcomeCode)) {
    const known = Object.keys(OUTCOME_MESSAGES).sort().join(', ');
    const rule = `outcomes must be a list of two-character response codes, such as ${known}`;
    throw new InvalidRequest('parameter_invalid', rule, 'outcomes');
  }
  return { outcomes, ...withoutAbsent({ for: optionalWord(fields, 'for', COMMAND_KINDS) }) };
}
