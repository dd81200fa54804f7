import type { AxiosInstance, AxiosRequestConfig, AxiosResponse } from 'axios';
import type { Attempt } from './attempt.ts';
import { deliveryOf } from './client-error.ts';
import type { Engine } from './engine.ts';
import type { HttpRequest } from './http-request.ts';
import { httpResponse } from './http-response.ts';
import type { Origin } from './origin.ts';
import { tether } from './outer-attempt.ts';
import { isSigned } from './signing.ts';
import { refuseChange } from './unchanged-request.ts';

/** Leaves the data as they are: with no function in the list axios also walks the headers once less. */
const unchanged: [] = [];

/**
 * Carries out attempts through a host's axios instance. Nothing there says whether a request left, so a failure counts as sent,
 * unless the error itself says `not_sent`.
 */
export function createAxiosEngine(client: AxiosInstance, origin: Origin, maxResponseBytes: number): Engine {
  return {
    start(request, attempt) {
      attempt.sent = true;
      const config = configOf(request, origin, attempt.timeoutMs, maxResponseBytes);
      tether(config, attempt, client);
      client.request(config).then(
        (response) => answer(response, attempt),
        (error) => {
          attempt.sent = attempt.innerSent || deliveryOf(error) !== 'not_sent';
          attempt.fail('unknown_fault', 'the axios instance reported an error');
        },
      );
    },
    // The instance and its connections belong to the host.
    close: async () => undefined,
  };
}

function configOf(
  request: HttpRequest,
  { text: origin }: Origin,
  timeoutMs: number,
  maxResponseBytes: number,
): AxiosRequestConfig {
  const { method, path, headers = {}, body } = request;
  return {
    baseURL: origin,
    url: path,
    method,
    // `false` keeps axios from adding a content type of its own.
    headers: headers['content-type'] === undefined ? { ...headers, 'content-type': false } : headers,
    data: body instanceof Uint8Array ? Buffer.from(body) : body,
    transformRequest: isSigned(request) ? refuseChange(request, origin) : unchanged,
    transformResponse: unchanged,
    responseType: 'arraybuffer',
    validateStatus: acceptAny,
    maxRedirects: 0,
    maxContentLength: maxResponseBytes,
    timeout: timeoutMs,
  };
}

function acceptAny(): boolean {
  return true;
}

function answer(response: AxiosResponse<unknown>, attempt: Attempt): void {
  const headers: Record<string, string> = {};
  for (const [name, value] of Object.entries(response.headers)) headers[name.toLowerCase()] = String(value);
  const { data, status } = response;
  if (data instanceof Uint8Array || typeof data === 'string') attempt.answer(httpResponse(status, headers, data));
  else attempt.fail('body_broken', 'the axios instance did not hand on the bytes of the body');
}
