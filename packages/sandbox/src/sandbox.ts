import { randomInt } from 'node:crypto';
import { createServer, type RequestListener, type Server } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { Acquirer } from './acquirer/acquirer.ts';
import { type Behaviour, DEFAULT_BEHAVIOUR } from './acquirer/behaviour.ts';
import { Book } from './acquirer/book.ts';
import { Script } from './acquirer/script.ts';
import type { StateChange } from './acquirer/state-change.ts';
import { SandboxClock, type TimeSource } from './clock.ts';
import { controlApi } from './control/control.ts';
import { FaultQueue } from './fault/fault-queue.ts';
import { acquirerDialect } from './graphql/acquirer-dialect.ts';
import { braintreeDialect } from './graphql/braintree-dialect.ts';
import { graphqlWire } from './graphql/graphql-wire.ts';
import { rafikiDialect } from './graphql/rafiki-dialect.ts';
import { encodeRafikiEvent } from './graphql/rafiki-view.ts';
import { distortJson } from './http/distort-json.ts';
import { httpFront } from './http/front.ts';
import { RequestJournal } from './http/request-journal.ts';
import type { Wire } from './http/wire.ts';
import { wireByPath } from './http/wire-by-path.ts';
import { type Iso20022Network, type Iso20022Options, iso20022Network } from './iso20022/iso20022-network.ts';
import { MESSAGES_PATH, STREAM_PATH } from './iso20022/iso20022-wire.ts';
import { isLoopback } from './loopback.ts';
import { seededRandom } from './random.ts';
import { encodeEvent } from './rest/encode-event.ts';
import { restWire } from './rest/rest-wire.ts';
import { acquirerDialect as acquirerSoapDialect } from './soap/acquirer-dialect.ts';
import { cybersourceDialect } from './soap/cybersource/cybersource-dialect.ts';
import type { SoapSecurity } from './soap/soap-security.ts';
import { soapWire } from './soap/soap-wire.ts';
import { DEFAULT_DELIVERY, type DeliverySettings } from './webhook/delivery.ts';
import type { EndpointOrder } from './webhook/endpoint-registry.ts';
import { Webhooks } from './webhook/webhooks.ts';
import { withoutAbsent } from './without-absent.ts';

/** The API key that is let in unless others are given. */
export const DEFAULT_API_KEY = 'sk_test_sandbox';

/** The servers of GraphQL and SOAP load once it has been up for so long: a first request would wait for them, and many live shorter. */
const LOAD_AFTER_MS = 250;

/** Where webhooks go from the start, and how they are delivered. */
export interface WebhookOptions extends Partial<EndpointOrder>, Partial<DeliverySettings> {}

/** What HTTPS needs, in PEM. */
export interface SandboxTls {
  readonly key: string;
  readonly cert: string;
  /** The authority that clients need a certificate of (mutual TLS). Default: clients need none. */
  readonly clientCa?: string;
}

/** How a sandbox starts. Every option has a default. */
export interface SandboxOptions extends Partial<Behaviour> {
  /** Default 0: any free port. */
  readonly port?: number;
  /** Default `127.0.0.1`. Any other than a loopback address needs `allowRemote`. */
  readonly host?: string;
  /** The control API has no authentication, so other machines are let in only on purpose. Default false. */
  readonly allowRemote?: boolean;
  /** Default: `sk_test_sandbox` alone. */
  readonly apiKeys?: readonly string[];
  /** The same seed gives the same identifiers. Default: drawn at random. */
  readonly seed?: number;
  /** What the clock runs on. Default `Date.now`. */
  readonly timeSource?: TimeSource;
  /** How many operations are kept before more are turned away with 503. Default 200,000. */
  readonly capacity?: number;
  /** How many requests may wait for their answer before more are turned away with 503. Default 5,000. */
  readonly maxInFlight?: number;
  /** Speaks HTTPS instead of HTTP, TLS 1.2 or newer. */
  readonly tls?: SandboxTls;
  /** What SOAP requests have to prove, and who signs the answers. Default: nothing, nobody. */
  readonly soapSecurity?: SoapSecurity;
  /** The ISO 20022 network: its rules, its key, its members. */
  readonly iso20022?: Iso20022Options;
  /** The first endpoint, and how webhooks are delivered. Default: no endpoint until one is registered. */
  readonly webhooks?: WebhookOptions;
}

/** A running sandbox. Everything that the control API does can be done on it directly. */
export interface Sandbox {
  readonly url: string;
  readonly port: number;
  /** The truth about money. */
  readonly book: Book;
  readonly script: Script;
  readonly faults: FaultQueue;
  readonly requests: RequestJournal;
  readonly webhooks: Webhooks;
  readonly iso20022: Iso20022Network;
  readonly clock: SandboxClock;
  readonly behaviour: Readonly<Behaviour>;
  /** Changes the switches that are given; they act on the next request. */
  behave(change: Partial<Behaviour>): void;
  /** Forgets payments, keys, movements, faults, script, requests and events; switches, endpoints and clock go back to the start. */
  reset(): void;
  /** Stops listening and cuts every connection. */
  close(): Promise<void>;
}

/**
 * Starts a sandbox acquirer over HTTP.
 * Rejects where the host or the webhook URL is no loopback address and `allowRemote` is not set, and where it cannot listen.
 */
export async function startSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
  const host = options.host ?? '127.0.0.1';
  if (!options.allowRemote && !isLoopback(host)) {
    throw new RangeError(`${host} is no loopback address: set allowRemote to let other machines in`);
  }
  const initial = initialBehaviour(options);
  const behaviour: Behaviour = { ...initial };
  const clock = new SandboxClock(options.timeSource);
  const book = new Book();
  const script = new Script();
  const faults = new FaultQueue(() => clock.now());
  const journal = new RequestJournal();
  const seed = options.seed ?? randomInt(4_294_967_296);
  const run = runTag(seed);
  const webhooks = webhooksOf(options, clock, run);
  const announce = (change: StateChange): void => webhooks.announce(change);
  const capacity = options.capacity ?? 200_000;
  const acquirer = new Acquirer({ clock, book, script, behaviour, run, capacity, announce });
  const iso20022 = iso20022Network({ acquirer, behaviour, clock, seed, run, capacity }, options.iso20022);
  const wire = wireOf(acquirer, clock, options, iso20022.wire);
  const reset = (): void => {
    clock.reset();
    for (const part of [acquirer, book, script, faults, journal, webhooks]) part.reset();
    wire.reset?.();
    Object.assign(behaviour, initial);
  };
  const control = controlApi({
    book,
    script,
    faults,
    journal,
    webhooks,
    iso20022: iso20022.face,
    clock,
    behaviour,
    reset,
  });
  const maxInFlight = options.maxInFlight ?? 5000;
  const front = httpFront({ wire, control, clock, faults, journal, maxInFlight });
  const server = serverOf(options.tls, front);
  const port = await listen(server, options.port ?? 0, host);
  clock.after(LOAD_AFTER_MS, () => void wire.load?.());
  return {
    url: `${options.tls ? 'https' : 'http'}://${host.includes(':') ? `[${host}]` : host}:${port}`,
    port,
    book,
    script,
    faults,
    requests: journal,
    webhooks,
    iso20022: iso20022.face,
    clock,
    behaviour,
    behave: (change) => void Object.assign(behaviour, change),
    reset,
    close: async () => {
      await stop(server, clock);
      await webhooks.close();
    },
  };
}

function wireOf(
  acquirer: Acquirer,
  clock: SandboxClock,
  { apiKeys = [DEFAULT_API_KEY], soapSecurity }: SandboxOptions,
  iso20022: Wire,
): Wire {
  const wires = {
    '/graphql': graphqlWire(acquirerDialect(apiKeys), acquirer, clock),
    '/braintree/graphql': graphqlWire(braintreeDialect(apiKeys), acquirer, clock),
    '/rafiki/graphql': graphqlWire(rafikiDialect(apiKeys), acquirer, clock),
    '/soap': soapWire(acquirerSoapDialect(acquirer, clock, apiKeys), clock, soapSecurity),
    // It knows no other proof than a signature of the Body, and signs nothing.
    '/commerce/1.x/transactionProcessor': soapWire(cybersourceDialect(acquirer, clock), clock, {
      callers: soapSecurity?.callers ?? [],
    }),
    [MESSAGES_PATH]: iso20022,
    [STREAM_PATH]: iso20022,
  };
  return wireByPath(wires, restWire({ acquirer, clock, apiKeys }));
}

function webhooksOf(options: SandboxOptions, clock: SandboxClock, run: string): Webhooks {
  const { url, secret, scheme, ...delivery } = options.webhooks ?? {};
  return new Webhooks({
    clock,
    run,
    settings: { ...DEFAULT_DELIVERY, ...withoutAbsent(delivery) },
    allowRemote: options.allowRemote ?? false,
    endpoint: url === undefined ? undefined : { url, ...withoutAbsent({ secret, scheme }) },
    encode: (event) => (event.scheme === 'rafiki' ? encodeRafikiEvent(event) : encodeEvent(event)),
    tamper: (body) => distortJson(body, 'other_amount'),
  });
}

function initialBehaviour(options: SandboxOptions): Behaviour {
  return {
    personality: options.personality ?? DEFAULT_BEHAVIOUR.personality,
    keyWindowMs: options.keyWindowMs ?? DEFAULT_BEHAVIOUR.keyWindowMs,
    lateMs: options.lateMs ?? DEFAULT_BEHAVIOUR.lateMs,
    inquiryLagMs: options.inquiryLagMs ?? DEFAULT_BEHAVIOUR.inquiryLagMs,
    magicAmounts: options.magicAmounts ?? DEFAULT_BEHAVIOUR.magicAmounts,
    settlement: options.settlement ?? DEFAULT_BEHAVIOUR.settlement,
    settleAfterMs: options.settleAfterMs ?? DEFAULT_BEHAVIOUR.settleAfterMs,
  };
}

function runTag(seed: number): string {
  const word = Math.floor(seededRandom(seed)() * 4_294_967_296);
  return word.toString(16).padStart(8, '0');
}

function serverOf(tls: SandboxTls | undefined, front: RequestListener): Server {
  const keepAliveTimeout = 60_000;
  if (tls === undefined) return createServer({ keepAliveTimeout }, front);
  const { key, cert, clientCa } = tls;
  const client = clientCa === undefined ? {} : { ca: clientCa, requestCert: true, rejectUnauthorized: true };
  return createSecureServer({ keepAliveTimeout, key, cert, minVersion: 'TLSv1.2', ...client }, front);
}

function listen(server: Server, port: number, host: string): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      resolve(addressOf(server).port);
    });
  });
}

function addressOf(server: Server): AddressInfo {
  const address = server.address();
  if (address === null || typeof address === 'string') throw new TypeError('The server has no port');
  return address;
}

function stop(server: Server, clock: SandboxClock): Promise<void> {
  clock.stop();
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
