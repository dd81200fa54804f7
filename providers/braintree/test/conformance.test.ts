import { httpResponse } from '@polyrail/http';
import { DEFAULT_API_KEY } from '@polyrail/sandbox';
import { type ConformanceSubject, conformance } from '@polyrail/testkit';
import { describe, it } from 'vitest';
import { startBench, subject } from './braintree-bench.ts';

const json = { 'content-type': 'application/json' };

const conformanceSubject: ConformanceSubject = {
  ...subject,
  async start() {
    const bench = await startBench();
    // What turns a request away at Braintree is a limit: a 503 does not say what was executed.
    return {
      ...bench,
      arm: (fault, times) => bench.arm(fault === 'unavailable_503' ? 'throttle_429_seconds' : fault, times),
    };
  },
  secrets: [DEFAULT_API_KEY],
  answersWith: (body) => [200, 400, 500, 503].map((status) => httpResponse(status, json, body)),
  hostileBodies: [
    '{"data":{"result":{"payment":{"id":"1","status":"SETTLED","amount":{"value":"5000"}}}}}',
    '{"data":{"result":{"payment":{"id":1,"status":"SETTLED","amount":{"value":"50.00","currencyCode":"EUR"}}}}}',
    '{"data":{"result":{"payment":{"id":"1","status":"SETTLED","amount":{"value":50,"currencyCode":"EUR"}}}}}',
    '{"data":{"result":{"payment":{"id":"1","status":"SETTLED","amount":{"value":"5e1","currencyCode":"EUR"}}}}}',
    '{"data":{"result":{"payment":{"id":"1","status":"GATEWAY_REJECTED","statusHistory":[{"gatewayRejectionReason":"DUPLICATE","duplicateOf":{"id":"2","orderId":"other","status":"SETTLED","amount":{"value":"50.00","currencyCode":"EUR"}}}]}}}}',
    '{"data":{"search":{"payments":{"edges":[]}}},"errors":[{"message":"no"}]}',
    '{"data":{"search":{"payments":{"edges":[null]}},"node":null}}',
    '{"data":{"search":{"payments":{"edges":[{"node":{"__typename":"Transaction","id":[],"status":"SETTLED"}}]}}}}',
  ],
  declines: (
    [
      ['2001', 'insufficient_funds'],
      ['2004', 'expired_instrument'],
      ['2015', 'not_permitted'],
      ['2099', 'do_not_honour'],
    ] as const
  ).map(([legacyCode, reason]) => {
    const statusHistory = [{ __typename: 'ProcessorDeclinedEvent', processorResponse: { legacyCode } }];
    const data = { result: { payment: { id: 'ch_1', status: 'PROCESSOR_DECLINED', statusHistory } } };
    return { reason, answer: httpResponse(200, json, JSON.stringify({ data })) };
  }),
};

conformance({ describe, it }, conformanceSubject);
