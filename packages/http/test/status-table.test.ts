import { describe, expect, it } from 'vitest';
import { httpResponse } from '../src/http-response.ts';
import { defaultMeaning, judgeStatus, type StatusMeaning } from '../src/status-table.ts';

const all = Array.from({ length: 500 }, (_, index) => 100 + index);
const between = (from: number, to: number) => all.filter((status) => status >= from && status < to);
const response = (status: number, headers: Record<string, string> = {}) => httpResponse(status, headers, '');

describe('what a status means unless a provider documents it otherwise', () => {
  it.each([
    ['1xx', between(100, 200)],
    ['3xx', between(300, 400)],
    ['5xx', between(500, 600)],
  ])('%s may have been executed', (_name, statuses) => {
    for (const status of statuses) expect(defaultMeaning(status)).toBe('unknown');
  });

  it('2xx is decided by the body', () => {
    for (const status of between(200, 300)) expect(defaultMeaning(status)).toBe('decode');
  });

  it('4xx is a refusal only where HTTP says that nothing was executed', () => {
    const known: Readonly<Record<number, StatusMeaning>> = {
      400: 'refused',
      401: 'unauthorized',
      402: 'decode',
      403: 'unauthorized',
      404: 'refused',
      405: 'refused',
      409: 'in_progress',
      410: 'refused',
      413: 'refused',
      415: 'refused',
      422: 'refused',
      429: 'rate_limited',
    };
    for (const status of between(400, 500)) expect(defaultMeaning(status)).toBe(known[status] ?? 'unknown');
  });

  it('a number that is no status may have been executed', () => {
    for (const status of [0, 99, 600, 999, -1, Number.NaN]) expect(defaultMeaning(status)).toBe('unknown');
  });
});

describe('what a status comes to', () => {
  it.each([
    ['refused', { kind: 'rejected', reason: 'provider_refused' }],
    ['unauthorized', { kind: 'rejected', reason: 'provider_unauthorized' }],
    ['rate_limited', { kind: 'rejected', reason: 'rate_limited' }],
    ['unavailable', { kind: 'rejected', reason: 'provider_unavailable' }],
    ['in_progress', { kind: 'unknown', cause: 'in_progress' }],
    ['unknown', { kind: 'unknown', cause: 'provider_error' }],
  ] as const)('%s', (meaning, expected) => {
    expect(judgeStatus(meaning, response(418), undefined)).toEqual({
      ...expected,
      message: 'the provider answered 418',
    });
  });

  it('carries what the provider said, and the pause that it asks for', () => {
    const date = 'Mon, 23 Nov 2026 07:00:00 GMT';
    const until = 'Mon, 23 Nov 2026 07:00:30 GMT';
    const raw = { code: 'slow_down' };
    expect(judgeStatus('rate_limited', response(429, { 'retry-after': '7' }), raw)).toMatchObject({
      retryAfterMs: 7_000,
      raw,
    });
    expect(judgeStatus('unknown', response(503, { 'retry-after': until, date }), undefined)).toMatchObject({
      retryAfterMs: 30_000,
    });
    expect(judgeStatus('unavailable', response(503, { 'retry-after': 'soon' }), undefined)).not.toHaveProperty(
      'retryAfterMs',
    );
  });
});
