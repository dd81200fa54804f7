import { STATUS_CODES } from 'node:http';
import { Readable } from 'node:stream';
import { type Clock, type Delivery, type SendContext, systemClock } from '@polyrail/core/provider';
import axios, {
  AxiosError,
  AxiosHeaders,
  type AxiosInstance,
  type AxiosResponse,
  type InternalAxiosRequestConfig,
} from 'axios';
import { Attempt } from './attempt.ts';
import { deliveryOf, faultError, marked, statusError } from './client-error.ts';
import { clientRequest } from './client-request.ts';
import { createGuardedEngine } from './guarded-engine.ts';
import type { HttpResponse } from './http-response.ts';
import type { HttpOptions } from './http-transport.ts';
import { claimClient, outerAttemptOf } from './outer-attempt.ts';

export interface HttpClientOptions extends HttpOptions {
  /** Time for a request whose config has no `timeout`, from its start to the last byte, in milliseconds. Default: 30,000. */
  readonly timeoutMs?: number;
}

type Phase = Delivery<unknown>['phase'];

/**
 * An axios instance on the engine of {@link httpTransport}: for everything that wants an HTTP client. One origin, no redirects, no
 * proxy of the environment, bounded answers; `timeout` is the time for the whole exchange. Interceptors, `transformRequest`,
 * `transformResponse`, `params`, `auth` and `validateStatus` work as always. Errors are `AxiosError`s with `delivery`.
 *
 * @throws PolyrailError `transport_invalid` for options that cannot be used
 */
export function createHttpClient(options: HttpClientOptions): AxiosInstance {
  const { basePath = '', timeoutMs = 30_000, clock = systemClock, ...rest } = options;
  const engine = createGuardedEngine(rest, clock);
  /** How far each request got, for errors that axios itself raises after the adapter. */
  const phases = new WeakMap<object, Phase>();
  const client = axios.create({
    baseURL: options.origin + basePath,
    timeout: timeoutMs,
    proxy: false,
    maxRedirects: 0,
    transitional: { silentJSONParsing: false },
    adapter: async (config) => {
      const request = clientRequest(config, options.origin);
      if (typeof request === 'string')
        throw faultError({ code: 'protocol_violation', message: request }, 'not_sent', config);
      const attempt = attemptOf(config, timeoutMs, clock);
      engine.start(request, attempt);
      const delivery = await attempt.delivery;
      phases.set(config, delivery.phase);
      const outer = outerAttemptOf(config);
      if (outer !== undefined && delivery.phase !== 'not_sent') outer.innerSent = true;
      return settled(delivery, config);
    },
  });
  claimClient(client);
  client.interceptors.response.use(undefined, (error: unknown) => {
    if (error instanceof AxiosError && deliveryOf(error) === undefined)
      marked(error, (error.config && phases.get(error.config)) ?? 'not_sent');
    return Promise.reject(error);
  });
  return client;
}

/** Inside the attempt of a transport, that one watches the time, unless an interceptor has left less of it. */
function attemptOf(config: InternalAxiosRequestConfig, timeoutMs: number, clock: Clock): Attempt {
  const context = contextOf(config, timeoutMs);
  const outer = outerAttemptOf(config);
  if (outer === undefined) return new Attempt(context, clock);
  const attempt = new Attempt(context, context.timeoutMs < outer.timeoutMs ? clock : undefined, outer);
  outer.work = { cancel: () => attempt.abort() };
  if (outer.settled) attempt.abort();
  return attempt;
}

function contextOf(config: InternalAxiosRequestConfig, timeoutMs: number): SendContext {
  const signal = config.signal ?? config.cancelToken?.toAbortSignal();
  return { timeoutMs: config.timeout || timeoutMs, ...(signal instanceof AbortSignal && { signal }) };
}

function settled(delivery: Delivery<HttpResponse>, config: InternalAxiosRequestConfig): AxiosResponse {
  if (delivery.phase !== 'answered') throw faultError(delivery.fault, delivery.phase, config);
  const { status, headers } = delivery.response;
  const data = dataOf(delivery.response, config.responseType);
  if (data === undefined)
    throw faultError({ code: 'body_broken', message: 'the response body is not UTF-8' }, 'answered', config);
  const response: AxiosResponse = {
    data,
    status,
    statusText: STATUS_CODES[status] ?? '',
    // Names are in lower case and there once, so the search that AxiosHeaders makes for each of them is left out.
    headers: Object.assign(new AxiosHeaders(), headers),
    config,
  };
  if (config.validateStatus && !config.validateStatus(status)) throw statusError(response);
  return response;
}

function dataOf(response: HttpResponse, responseType: InternalAxiosRequestConfig['responseType']): unknown {
  if (responseType === 'stream') return Readable.from([response.body]);
  return responseType === 'arraybuffer' ? response.body : response.text();
}
