import { type Clock, systemClock, type Transport } from '@polyrail/core/provider';
import type { AxiosInstance } from 'axios';
import { Attempt } from './attempt.ts';
import type { Authenticator } from './authenticator.ts';
import { createGuardedEngine } from './guarded-engine.ts';
import { type HttpExchange, reportExchange } from './http-exchange.ts';
import type { HttpRequest } from './http-request.ts';
import type { HttpResponse } from './http-response.ts';
import type { HttpLimits } from './limits.ts';
import type { RotatingTls } from './rotating-tls.ts';
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
  /** Default: the system's authorities, no certificate of the client. */
  readonly tls?: TlsOptions | RotatingTls;
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

/** What a host may set for one account at a provider, whatever the protocol over HTTP. */
export interface HttpProviderOptions
  extends Pick<HttpTransportOptions, 'client' | 'clock' | 'limits' | 'onExchange' | 'tls'> {
  /** Another id, for a second account at the same provider. */
  readonly id?: string;
}

/**
 * The one way out: sends requests to one origin and reports how far each got. It follows no redirect, honours no proxy of the
 * environment and sends a request at most once.
 *
 * @throws PolyrailError `transport_invalid` for options that cannot be used; `send` never throws
 */
export function httpTransport(options: HttpTransportOptions): Transport<HttpRequest, HttpResponse> {
  const { onExchange, clock = systemClock } = options;
  const engine = createGuardedEngine(options, clock);
  return {
    send(request, context) {
      const attempt = new Attempt(context, clock);
      engine.start(request, attempt);
      if (onExchange === undefined) return attempt.delivery;
      return reportExchange(request, attempt.delivery, clock, onExchange);
    },
    close: () => engine.close(),
  };
}
