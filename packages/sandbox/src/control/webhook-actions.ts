import type { WireRequest } from '../http/wire.ts';
import { InvalidRequest } from '../invalid-request.ts';
import { onlyKnown } from '../only-known.ts';
import type { DeliveryAttempt } from '../webhook/delivery.ts';
import type { Endpoint } from '../webhook/endpoint-registry.ts';
import type { WebhookEvent } from '../webhook/webhook-event.ts';
import type { ArmedWebhookFault, WebhookFaultOrder, WebhookFiring } from '../webhook/webhook-fault-queue.ts';
import type { Webhooks } from '../webhook/webhooks.ts';
import { decodeEndpoint, decodeResend, decodeRotation, decodeWebhookFault } from './decode-webhook.ts';
import { isoTime } from './iso-time.ts';

const MAX_LISTED = 1000;

/** What controls do, by method and path below `/_sandbox/`; the object is the answer. */
export type Actions = Readonly<Record<string, (request: WireRequest) => object>>;

/** The controls of webhooks. */
export function webhookActions(webhooks: Webhooks): Actions {
  const { faults } = webhooks;
  const listed = (): object => ({ endpoints: webhooks.endpoints().map(endpointJson) });
  return {
    'GET webhooks': listed,
    'POST webhooks': ({ body }) => endpointJson(webhooks.register(decodeEndpoint(body))),
    'DELETE webhooks': ({ query }) => {
      remove(webhooks, new URLSearchParams(query));
      return listed();
    },
    'POST webhooks/rotate': ({ body }) => {
      const { endpoint, overlapMs } = decodeRotation(body);
      return endpointJson(webhooks.rotate(endpoint, overlapMs));
    },
    'GET webhooks/events': ({ query }) => eventsJson(webhooks, new URLSearchParams(query)),
    'GET webhooks/deliveries': ({ query }) => deliveriesJson(webhooks, new URLSearchParams(query)),
    'POST webhooks/resend': ({ body }) => {
      const event = decodeResend(body);
      webhooks.resend(event);
      return { event };
    },
    'GET webhooks/faults': () => ({
      armed: faults.armed().map(faultJson),
      firings: faults.firings().map(firingJson),
    }),
    'POST webhooks/faults': ({ body }) => faultJson(faults.add(decodeWebhookFault(body))),
    'DELETE webhooks/faults': () => {
      faults.clear();
      return { armed: [] };
    },
  };
}

/** Removes the endpoint that the query names, or all. */
function remove(webhooks: Webhooks, query: URLSearchParams): void {
  onlyKnown(query, ['id']);
  const id = query.get('id');
  const ids = id === null ? webhooks.endpoints().map((endpoint) => endpoint.id) : [id];
  for (const known of ids) {
    if (!webhooks.remove(known)) throw new InvalidRequest('parameter_invalid', `No such endpoint: ${known}`, 'id');
  }
}

function endpointJson(endpoint: Endpoint): object {
  const { overlapEndsAt } = endpoint;
  return {
    id: endpoint.id,
    url: endpoint.url,
    scheme: endpoint.scheme,
    secret: endpoint.secret,
    next_secret: endpoint.nextSecret,
    previous_secret: endpoint.previousSecret ?? null,
    overlap_ends_at: overlapEndsAt === undefined ? null : isoTime(overlapEndsAt),
    disabled: endpoint.disabled,
  };
}

function eventsJson(webhooks: Webhooks, query: URLSearchParams): object {
  onlyKnown(query, ['key']);
  const key = query.get('key');
  const events = webhooks.events().filter((event) => key === null || event.key === key);
  return { events: events.slice(-MAX_LISTED).map(eventJson) };
}

function eventJson({ id, type, at, key, resource }: WebhookEvent): object {
  return { id, type, at: isoTime(at), resource: resource.id, key: key ?? null };
}

function deliveriesJson(webhooks: Webhooks, query: URLSearchParams): object {
  onlyKnown(query, ['event']);
  return {
    count: webhooks.attempted,
    pending: webhooks.pending,
    overflowed: webhooks.overflowed,
    deliveries: webhooks
      .deliveries(query.get('event') ?? undefined)
      .slice(-MAX_LISTED)
      .map(attemptJson),
  };
}

function attemptJson({ at, status, error, fault, ...rest }: DeliveryAttempt): object {
  return { ...rest, at: isoTime(at), status: status ?? null, error: error ?? null, fault: fault ?? null };
}

function faultJson(fault: ArmedWebhookFault): object {
  const { delayMs, ageMs, ...rest }: ArmedWebhookFault & WebhookFaultOrder = fault;
  return { ...rest, delay_ms: delayMs, age_ms: ageMs };
}

function firingJson({ faultId, at, ...rest }: WebhookFiring): object {
  return { ...rest, fault_id: faultId, at: isoTime(at) };
}
