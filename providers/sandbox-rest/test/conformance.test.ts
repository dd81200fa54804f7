import { declineReasons } from '@polyrail/core';
import { httpResponse } from '@polyrail/http';
import { DEFAULT_API_KEY } from '@polyrail/sandbox';
import { type ConformanceSubject, conformance } from '@polyrail/testkit';
import { describe, it } from 'vitest';
import { subject } from './sandbox-bench.ts';

const json = { 'content-type': 'application/json' };

const conformanceSubject: ConformanceSubject = {
  ...subject,
  secrets: [DEFAULT_API_KEY],
  answersWith: (body) => [200, 201, 402, 404, 409, 422, 500, 503].map((status) => httpResponse(status, json, body)),
  declines: (
    ['do_not_honour', 'invalid_account', 'insufficient_funds', 'expired_instrument', 'limit_exceeded'] as const
  ).map((reason) => {
    const error = { type: 'declined', code: declineReasons[reason].iso8583, message: 'declined' };
    return { reason, answer: httpResponse(402, json, JSON.stringify({ error })) };
  }),
};

conformance({ describe, it }, conformanceSubject);
