import type { Gateway, ProviderDescription } from '@polyrail/core';
import { z } from 'zod';
import type { HostServer } from '../host-server.ts';
import { amountOutput, viewMinorUnits } from '../request/http-amount.ts';
import { problems } from './responses.ts';

const providerView = z
  .object({
    id: z.string(),
    protocol: z.string(),
    verbs: z.array(z.string()).describe('The operations that it has.'),
    capabilities: z.object({
      currencies: z.union([z.literal('any'), z.array(z.string())]),
      instruments: z.array(z.string()),
      partial_capture: z.boolean(),
      partial_refund: z.boolean(),
      max_amount: amountOutput.optional(),
      max_reference_length: z.int().optional(),
    }),
    breakers: z
      .record(z.string(), z.string())
      .describe('closed: requests pass. open: they are held back. half_open: a few try.'),
  })
  .meta({ id: 'Provider' });

/** `GET /providers`. */
export function providerRoutes(app: HostServer, gateway: Gateway): void {
  app.get(
    '/providers',
    {
      schema: {
        operationId: 'listProviders',
        summary: 'List the providers',
        description: 'What each can do, and whether it is cut off at the moment.',
        tags: ['providers'],
        response: { 200: z.object({ providers: z.array(providerView) }), ...problems(401) },
      },
    },
    async () => ({ providers: gateway.providers().map(viewProvider) }),
  );
}

function viewProvider({ id, protocol, verbs, capabilities, breakers }: ProviderDescription) {
  const { currencies, instruments, partialCapture = false, partialRefund = false } = capabilities;
  const { maxMinorUnits, maxReferenceLength } = capabilities;
  return {
    id,
    protocol,
    verbs,
    capabilities: {
      currencies,
      instruments,
      partial_capture: partialCapture,
      partial_refund: partialRefund,
      ...(maxMinorUnits !== undefined && { max_amount: viewMinorUnits({ minorUnits: maxMinorUnits }) }),
      ...(maxReferenceLength !== undefined && { max_reference_length: maxReferenceLength }),
    },
    breakers,
  };
}
