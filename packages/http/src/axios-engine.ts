import type { AxiosInstance, AxiosRequestConfig } from 'axios';
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
      client
        .request(config)
        .then((response) => answer(response, attempt))
        .catch((error) => {
          attempt.sent = attempt.innerSent || deliveryOf(error) !== 'not_sent';
          attempt.fail('unknown_fault', 'the axios instance reported an error');
        });
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

/** An interceptor may have put anything in the place of the response, such as its data alone. */
function answer(response: unknown, attempt: Attempt): void {
  const { data, headers, status } = Object(response);
  if (!Number.isInteger(status) || !(data instanceof Uint8Array || typeof data === 'string')) {
    attempt.fail('body_broken', 'the axios instance did not hand on the status and the bytes of the answer');
    return;
  }
  const fields: Record<string, string> = {};
  for (const [name, value] of Object.entries(Object(headers))) fields[name.toLowerCase()] = String(value);
  attempt.answer(httpResponse(status, fields, data));
}
