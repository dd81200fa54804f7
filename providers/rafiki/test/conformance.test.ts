import { httpResponse } from '@polyrail/http';
import { DEFAULT_API_KEY } from '@polyrail/sandbox';
import { type ConformanceSubject, conformance } from '@polyrail/testkit';
import { describe, it } from 'vitest';
import { startBench, subject } from './rafiki-bench.ts';

const json = { 'content-type': 'application/graphql-response+json' };
const eur = (value: unknown, assetScale: unknown = 2, assetCode: unknown = 'EUR') => ({ value, assetCode, assetScale });
const answer = (payment: object) => JSON.stringify({ data: { result: { payment }, payment } });
const completed = { id: '1', state: 'COMPLETED', debitAmount: eur('5000'), sentAmount: eur('4900') };

const conformanceSubject: ConformanceSubject = {
  ...subject,
  refundsSamples: false,
  async start() {
    const bench = await startBench();
    // What turns a request away is a limit: a 503 does not say what was executed.
    return {
      ...bench,
      arm: (fault, times) => bench.arm(fault === 'unavailable_503' ? 'throttle_429_seconds' : fault, times),
    };
  },
  secrets: [DEFAULT_API_KEY],
  answersWith: (body) => [200, 400, 401, 500, 503].map((status) => httpResponse(status, json, body)),
  hostileBodies: [
    ...[
      { ...completed, id: 1 },
      { ...completed, state: ['COMPLETED'] },
      { ...completed, state: 'completed' },
      { ...completed, debitAmount: eur('5000', '2') },
      { ...completed, debitAmount: eur('50000', 3) },
      { ...completed, debitAmount: eur('5000', 2, 'XRP') },
      { ...completed, debitAmount: eur('5000', 2, 'GBP') },
      { ...completed, debitAmount: eur('5000', 2, '__proto__') },
      { ...completed, debitAmount: eur('-5000') },
      { ...completed, debitAmount: eur('5e3') },
      { ...completed, debitAmount: eur(2 ** 53) },
      { ...completed, debitAmount: null },
      { ...completed, debitAmount: '50.00' },
      { ...completed, sentAmount: eur('0') },
      { ...completed, sentAmount: eur(null) },
      { ...completed, sentAmount: undefined },
    ].map(answer),
    '{"data":{"result":null,"payment":null}}',
    '{"data":{"result":{"payment":null}},"errors":[{"message":"no"}]}',
    '{"data":{"result":[{"payment":{"id":"1"}}],"payment":[]}}',
  ],
  declines: [
    { error: 'RatesUnavailable', reason: 'system_error' } as const,
    { error: 'DestinationAssetConflict', reason: 'invalid_account' } as const,
    { error: 'toString', reason: 'do_not_honour' } as const,
  ].map(({ error, reason }) => ({
    reason,
    answer: httpResponse(200, json, answer({ ...completed, state: 'FAILED', error, sentAmount: eur('0') })),
  })),
};

conformance({ describe, it }, conformanceSubject);
