import { type Clock, PolyrailError, systemClock } from '@polyrail/core/provider';
import { createHttpClient, retryAfterMs, type TlsOptions } from '@polyrail/http';
import type { LiveSecrets } from './live-secret.ts';
import { type StandardWebhooksSigner, standardWebhooksSigner } from './standard-webhooks-signer.ts';
import { readWebhookUrl } from './webhook-url.ts';

/** An endpoint of the host. */
export interface WebhookEndpoint {
  /** The same id as in the outbox of the gateway. */
  readonly id: string;
  /** Absolute; https, or http on loopback. */
  readonly url: string;
  /** The secrets that the receiver may hold now, two during a rotation: each makes one signature. */
  readonly secrets: LiveSecrets;
}

export interface WebhookSenderOptions {
  readonly endpoints: readonly WebhookEndpoint[];
  /** Time for one try, from its start to the last byte of the answer, in milliseconds. Default: 15,000. */
  readonly timeoutMs?: number;
  readonly tls?: TlsOptions;
  /** Default: the system's. */
  readonly clock?: Clock;
}

/** What became of one try. `gone`: the endpoint wants no more events. */
export type WebhookVerdict =
  | { readonly kind: 'delivered' }
  | { readonly kind: 'gone' }
  | { readonly kind: 'failed'; readonly message: string; readonly retryAfterMs?: number };

/** Signs and sends one event to one endpoint: the `send` of a gateway's outbox. It never rejects. */
export type WebhookSender = (
  endpointId: string,
  event: { readonly id: string; readonly body: string },
  signal: AbortSignal,
) => Promise<WebhookVerdict>;

interface Target {
  readonly path: string;
  readonly client: ReturnType<typeof createHttpClient>;
  readonly signer: StandardWebhooksSigner;
}

/**
 * Sends the events of a gateway to the host's endpoints, signed by Standard Webhooks at each try. A 2xx is delivered, 410
 * wants no more, everything else failed; the `Retry-After` of a 429 or 503 is passed on. No redirect is followed.
 *
 * @throws PolyrailError `configuration_invalid` for a URL or a secret that cannot be used
 * @see https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md
 */
export function webhookSender(options: WebhookSenderOptions): WebhookSender {
  const { clock = systemClock } = options;
  const targets = targetsOf(options, clock);
  return async (endpointId, event, signal): Promise<WebhookVerdict> => {
    const target = targets.get(endpointId);
    if (target === undefined) return { kind: 'failed', message: `there is no endpoint ${endpointId}` };
    try {
      const body = Buffer.from(event.body);
      const signature = target.signer.sign(event.id, Math.floor(clock.now() / 1_000), body);
      const headers = { ...signature, 'content-type': 'application/json' };
      const answer = await target.client.post(target.path, body, { headers, signal });
      return verdictOn(answer.status, Object.fromEntries(Object.entries(answer.headers)));
    } catch (error) {
      return { kind: 'failed', message: error instanceof Error ? error.message : 'it could not be sent' };
    }
  };
}

function verdictOn(status: number, headers: Readonly<Record<string, string>>): WebhookVerdict {
  if (status >= 200 && status < 300) return { kind: 'delivered' };
  if (status === 410) return { kind: 'gone' };
  const message = `it answered ${status}${status < 400 ? ': redirects are not followed' : ''}`;
  const pauseMs = status === 429 || status === 503 ? retryAfterMs(headers) : undefined;
  return { kind: 'failed', message, ...(pauseMs !== undefined && { retryAfterMs: pauseMs }) };
}

/** Endpoints on one origin share its client, and with it the bounds. */
function targetsOf(
  { endpoints, timeoutMs = 15_000, tls }: WebhookSenderOptions,
  clock: Clock,
): ReadonlyMap<string, Target> {
  const clients = new Map<string, Target['client']>();
  const targets = endpoints.map(({ id, url, secrets }): [string, Target] => {
    const place = readWebhookUrl(url);
    if (place === undefined)
      throw new PolyrailError(
        'configuration_invalid',
        `the URL of endpoint ${id} must be https, or http on loopback, without user and fragment`,
      );
    const client =
      clients.get(place.origin) ?? clientOf({ origin: place.origin, timeoutMs, clock, ...(tls && { tls }) });
    clients.set(place.origin, client);
    return [id, { path: place.path, client, signer: standardWebhooksSigner(secrets) }];
  });
  return new Map(targets);
}

function clientOf(options: Parameters<typeof createHttpClient>[0]): Target['client'] {
  const client = createHttpClient(options);
  client.defaults.validateStatus = () => true;
  // Whatever the answer's body is, it is read to its end and not looked at.
  client.defaults.responseType = 'arraybuffer';
  return client;
}
