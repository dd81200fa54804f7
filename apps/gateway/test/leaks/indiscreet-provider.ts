import type { Delivery, Operation, Provider } from '@polyrail/core';

type Answer = ReturnType<Operation<'charge', { request: unknown; response: unknown }>['decode']>;

/** A provider, and the word that it is told to answer with. */
export interface IndiscreetProvider {
  readonly provider: Provider;
  /** From now on its answers and its transport's faults hold this text. */
  say(text: string, kind: 'declined' | 'rejected' | 'unknown' | 'not_sent' | 'lost'): void;
}

/** A provider that repeats in its answers what it should keep to itself. */
export function indiscreetProvider(): IndiscreetProvider {
  let delivery: Delivery<unknown> = { phase: 'not_sent', fault: { code: 'connection_refused', message: '' } };
  const charge: Operation<'charge', { request: unknown; response: unknown }> = {
    idempotency: { carrier: 'header', name: 'key', windowMs: 86_400_000, replays: 'first' },
    resolution: { by: 'inquiry', notFound: { inconclusiveForMs: 60_000 } },
    encode: (command) => command,
    decode: (response) => response as Answer,
  };
  return {
    provider: {
      specificationVersion: 1,
      id: 'indiscreet',
      protocol: 'scripted',
      capabilities: { currencies: 'any', instruments: ['token'] },
      operations: { charge },
      inquiry: { encode: (command) => command, decode: (response) => response as Answer },
      transport: { send: async () => delivery, close: async () => undefined },
    },
    say(text, kind) {
      const raw = { code: text, status: text, message: text };
      const fault = { code: 'connection_lost', message: text } as const;
      switch (kind) {
        case 'declined':
          delivery = { phase: 'answered', response: { kind, reason: 'do_not_honour', raw } };
          break;
        case 'rejected':
          delivery = { phase: 'answered', response: { kind, reason: 'provider_refused', message: text, raw } };
          break;
        case 'unknown':
          delivery = { phase: 'answered', response: { kind, cause: 'provider_error', message: text, raw } };
          break;
        case 'not_sent':
          delivery = { phase: 'not_sent', fault: { ...fault, code: 'connection_refused' } };
          break;
        case 'lost':
          delivery = { phase: 'sent_no_answer', fault };
          break;
      }
    },
  };
}
