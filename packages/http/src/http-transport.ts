import { type Clock, PolyrailError, systemClock, type Transport } from '@polyrail/core/provider';
import type { AxiosInstance } from 'axios';
import { Attempt } from './attempt.ts';
import type { Authenticator } from './authenticator.ts';
import { createAxiosEngine } from './axios-engine.ts';
import { completeRequest } from './complete-request.ts';
import { createEngine, type Engine } from './engine.ts';
import { type HttpExchange, reportExchange } from './http-exchange.ts';
import type { HttpRequest } from './http-request.ts';
import type { HttpResponse } from './http-response.ts';
import { completeLimits, type HttpLimits } from './limits.ts';
import { parseOrigin } from './origin.ts';
import { violationOf, violationOfField, violationOfPath } from './request-guard.ts';

import type { TlsOptions } from './tls.ts';

/** Where a transport goes and within which bounds. */
export interface HttpOptions {
  /** Scheme, host and port, as in `https://api.provider.example`. Every request goes there and nowhere else. */
  readonly origin: string;
  /** Put in front of every path, as in `/v1`. Default: nothing. */
  readonly basePath?: string;
  /** Allows `http:` outside loopback. Default: false. */
  readonly allowPlainHttp?: boolean;
  /** Runs last on each request. Default: none. */
  readonly authenticator?: Authenticator;
  /** Headers of every request; a request's own header of the same name wins. */
  readonly headers?: Readonly<Record<string, string>>;
  readonly tls?: TlsOptions;
  readonly limits?: Partial<HttpLimits>;
  /** Default: the system's. */
  readonly clock?: Clock;
}

export interface HttpTransportOptions extends HttpOptions {
  /**
   * Sends through this axios instance instead of the own engine: its interceptors, agents, proxy and TLS settings then apply, and
   * `tls` and `limits` here do not, except `maxResponseBytes`. How far a request got is unknown then, so every failure is
   * `sent_no_answer`, except where the error says `delivery: 'not_sent'` as those of `createHttpClient` do.
   */
  readonly client?: AxiosInstance;
  /** Told of every attempt when it ends. What it throws is dropped. */
  readonly onExchange?: (exchange: HttpExchange) => void;
}

/** What every request says unless the host or the request says otherwise. */
const defaultHeaders: Readonly<Record<string, string>> = { 'accept-encoding': 'identity', 'user-agent': 'polyrail' };

/**
 * The one way out: sends requests to one origin and reports how far each got. It follows no redirect, honours no proxy of the
 * environment and sends a request at most once.
 *
 * @throws PolyrailError `transport_invalid` for options that cannot be used; `send` never throws
 */
export function httpTransport(options: HttpTransportOptions): Transport<HttpRequest, HttpResponse> {
  const { authenticator, onExchange, clock = systemClock } = options;
  const basePath = checkedBasePath(options.basePath ?? '');
  const headers = checkedHeaders(options.headers);
  const engine = engineOf(options, clock);

  function prepare(request: HttpRequest, attempt: Attempt): void {
    const complete = completeRequest(request, basePath, headers);
    if (typeof complete === 'string') attempt.fail('protocol_violation', complete);
    else if (authenticator === undefined) start(complete, attempt);
    else authenticate(authenticator, complete, attempt);
  }

  function authenticate(by: Authenticator, request: HttpRequest, attempt: Attempt): void {
    const refuse = () => attempt.fail('credentials_unavailable', 'the authenticator failed');
    try {
      Object.freeze(request.headers);
      const ready = by.apply(Object.freeze(request));
      if (ready instanceof Promise) ready.then((late) => start(late, attempt)).catch(refuse);
      else start(ready, attempt);
    } catch {
      refuse();
    }
  }

  function start(request: HttpRequest, attempt: Attempt): void {
    if (attempt.settled) return;
    const violation = violationOf(request);
    if (violation === undefined) engine.start(request, attempt);
    else attempt.fail('protocol_violation', violation);
  }

  return {
    send(request, context) {
      const attempt = new Attempt(context, clock);
      try {
        if (!attempt.settled) prepare(request, attempt);
      } catch {
        attempt.fail('unknown_fault', 'the request could not be started');
      }
      if (onExchange === undefined) return attempt.delivery;
      return reportExchange(request, attempt.delivery, clock, onExchange);
    },
    close: () => engine.close(),
  };
}

function engineOf(options: HttpTransportOptions, clock: Clock): Engine {
  const origin = parseOrigin(options.origin, options.allowPlainHttp ?? false);
  const limits = completeLimits(options.limits);
  return options.client === undefined
    ? createEngine(origin, limits, options.tls, clock)
    : createAxiosEngine(options.client, origin, limits.maxResponseBytes);
}

function checkedBasePath(basePath: string): string {
  const violation = basePath === '' ? undefined : violationOfPath(basePath);
  if (violation !== undefined || /[?]|\/$/.test(basePath))
    throw new PolyrailError(
      'transport_invalid',
      'a base path is written as /v1, without a slash at its end and a query',
    );
  return basePath;
}

function checkedHeaders(own: Readonly<Record<string, string>> = {}): Readonly<Record<string, string>> {
  const headers: Record<string, string> = { ...defaultHeaders };
  for (const [name, value] of Object.entries(own)) {
    const violation = violationOfField(name.toLowerCase(), value);
    if (violation !== undefined) throw new PolyrailError('transport_invalid', violation);
    headers[name.toLowerCase()] = value;
  }
  return Object.freeze(headers);
}
