import type { Delivery, Provider } from '@polyrail/core';
import { httpResponse } from '@polyrail/http';
import { answerOf } from './payment-answer.ts';
import { paymentIntents } from './payment-intents-provider.ts';

/** The provider of the comparison over a transport that answers at once, so that what is left is the work of the line. */
export function providerWithoutWire(answer: (body: string) => Delivery<unknown> = succeed): Provider {
  return {
    ...paymentIntents({ origin: 'http://127.0.0.1:1' }),
    transport: {
      send: async (request) => answer(String((request as { readonly body?: unknown }).body)),
      close: async () => undefined,
    },
  };
}

const headers = { 'content-type': 'application/json', 'request-id': 'req_benchmark0000' };

/** The answer that the local server would give. */
export function succeed(body: string): Delivery<unknown> {
  return { phase: 'answered', response: httpResponse(200, headers, answerOf(body)) };
}

/** The connection was lost after the request had left. */
export function loseAnswer(): Delivery<unknown> {
  return { phase: 'sent_no_answer', fault: { code: 'connection_lost', message: 'the connection was lost' } };
}
