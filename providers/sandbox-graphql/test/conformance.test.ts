import { declineReasons } from '@polyrail/core';
import { httpResponse } from '@polyrail/http';
import { DEFAULT_API_KEY } from '@polyrail/sandbox';
import { type ConformanceSubject, conformance } from '@polyrail/testkit';
import { describe, it } from 'vitest';
import { subject } from './sandbox-bench.ts';

const json = { 'content-type': 'application/graphql-response+json' };

const conformanceSubject: ConformanceSubject = {
  ...subject,
  secrets: [DEFAULT_API_KEY],
  answersWith: (body) => [200, 400, 401, 409, 500, 503].map((status) => httpResponse(status, json, body)),
  hostileBodies: [
    '{"data":{}}',
    '{"data":{"transfer":null,"charge":null}}',
    '{"data":{"transfer":{"resource":null,"userErrors":[]}}}',
    '{"data":{"transfer":{"resource":{"id":1,"status":"SUCCEEDED","currency":"USD"},"amount":"5000"}}}',
    '{"data":{"transfer":{"resource":{"id":"1","status":"SUCCEEDED","currency":"USD"},"amount":-5000}}}',
    '{"data":{"transfer":{"resource":{"id":"1","status":"SUCCEEDED","currency":"XXXX"},"amount":"5000"}}}',
    '{"data":{"transfer":{"resource":{"id":"1","status":["SUCCEEDED"],"currency":"USD"},"amount":"5000"}}}',
    '{"data":{"operation":{"status":"SUCCEEDED","payload":null}}}',
    '{"data":{"operation":null},"errors":[{}]}',
    '{"data":{"operation":[{"status":"SUCCEEDED"}]}}',
    `{"data":null,"errors":[${Array(10_000).fill('{"message":"no"}').join()}]}`,
  ],
  declines: (
    ['do_not_honour', 'invalid_account', 'insufficient_funds', 'expired_instrument', 'limit_exceeded'] as const
  ).map((reason) => {
    const payload = {
      resource: { id: 'tr_1', status: 'DECLINED', currency: 'USD' },
      amount: '5000',
      declineCode: declineReasons[reason].iso8583,
      userErrors: [],
    };
    const data = { authorize: payload, charge: payload, transfer: payload };
    return { reason, answer: httpResponse(200, json, JSON.stringify({ data })) };
  }),
};

conformance({ describe, it }, conformanceSubject);
