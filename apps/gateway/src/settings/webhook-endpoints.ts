import { type Endpoint, Secret, statusLattice } from '@polyrail/core';
import { type LiveSecret, readWebhookUrl, type WebhookEndpoint } from '@polyrail/webhooks';
import { z } from 'zod';
import { isSigningSecret, signingSecretRule } from './signing-secret.ts';

/** Where the host's own applications hear of their payments. */
export interface EndpointConfig extends Endpoint, WebhookEndpoint {
  readonly secrets: readonly LiveSecret[];
}

const maxEndpoints = 32;

/** The events that there are: one for each status that a payment can get. */
const eventTypes: readonly string[] = Object.keys(statusLattice)
  .filter((status) => status !== 'processing')
  .map((status) => `payment.${status}`);

const idRule = 'must be 1 to 64 lower-case letters, digits and hyphens';
const urlRule = 'must be an https URL, or http on loopback, without user and fragment';
const secretsRule = 'must be an array of 1 to 4 secrets, two during a rotation';
const eventsRule = `must be an array of ${eventTypes.join(', ')}`;
const tenantRule = 'must be the tenant of an API key';

const endpoint = z.strictObject(
  {
    id: z.string(idRule).regex(/^[a-z0-9-]{1,64}$/, idRule),
    url: z.string(urlRule).refine((url) => readWebhookUrl(url) !== undefined, urlRule),
    secrets: z
      .array(
        z.string(signingSecretRule).refine((text) => isSigningSecret(new Secret(text)), signingSecretRule),
        secretsRule,
      )
      .min(1, secretsRule)
      .max(4, secretsRule),
    events: z.array(z.enum(eventTypes, eventsRule), eventsRule).min(1, eventsRule).optional(),
    tenant: z
      .string(tenantRule)
      .regex(/^[\w-]{1,64}$/, tenantRule)
      .optional(),
  },
  'must be an object with id, url, secrets and, if wanted, events and tenant',
);

/** Reads `POLYRAIL_WEBHOOK_ENDPOINTS`. No value of it gets into an issue. */
export const webhookEndpoints = z
  .string()
  .transform(parseJson)
  .pipe(
    z
      .array(endpoint, { error: 'must be a JSON array of endpoints' })
      .max(maxEndpoints, `must be at most ${maxEndpoints} endpoints`)
      .refine(
        (all) => new Set(all.map(({ id }) => id)).size === all.length,
        'must have a different id for each endpoint',
      ),
  )
  .transform((all) => all.map(configOf));

function configOf({ id, url, secrets, events, tenant }: z.infer<typeof endpoint>): EndpointConfig {
  return {
    id,
    url,
    secrets: secrets.map((text, index) => ({ id: `${id} secret ${index + 1}`, secret: new Secret(text) })),
    ...(events && { types: events }),
    ...(tenant !== undefined && { tenant }),
  };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
