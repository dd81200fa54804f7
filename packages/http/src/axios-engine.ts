import type { AxiosInstance, AxiosRequestConfig, AxiosResponse } from 'axios';
import type { Attempt } from './attempt.ts';
import { deliveryOf } from './client-error.ts';
import type { Engine } from './engine.ts';
import type { HttpRequest } from './http-request.ts';
import { httpResponse } from './http-response.ts';
import type { Origin } from './origin.ts';

/**
 * Carries out attempts through a host's axios instance. Nothing there says whether a request left, so a failure counts as sent,
 * unless the error itself says `not_sent`.
 */
export function createAxiosEngine(client: AxiosInstance, origin: Origin, maxResponseBytes: number): Engine {
  return {
    start(request, attempt) {
      const controller = new AbortController();
      attempt.work = { cancel: () => controller.abort() };
      attempt.sent = true;
      client.request(configOf(request, origin, attempt.timeoutMs, maxResponseBytes, controller.signal)).then(
        (response) => answer(response, attempt),
        (error) => {
          attempt.sent = deliveryOf(error) !== 'not_sent';
          attempt.fail('unknown_fault', 'the axios instance reported an error');
        },
      );
    },
    // The instance and its connections belong to the host.
    close: async () => undefined,
  };
}

function configOf(
  { method, path, headers, body }: HttpRequest,
  { text: origin }: Origin,
  timeoutMs: number,
  maxResponseBytes: number,
  signal: AbortSignal,
): AxiosRequestConfig {
  return {
    baseURL: origin,
    url: path,
    method,
    // `false` keeps axios from adding a content type of its own.
    headers: { 'content-type': false, ...headers },
    data: body instanceof Uint8Array ? Buffer.from(body) : body,
    transformRequest: (data) => data,
    transformResponse: (data) => data,
    responseType: 'arraybuffer',
    validateStatus: () => true,
    maxRedirects: 0,
    maxContentLength: maxResponseBytes,
    timeout: timeoutMs,
    signal,
  };
}

function answer(response: AxiosResponse<unknown>, attempt: Attempt): void {
  const headers: Record<string, string> = {};
  for (const [name, value] of Object.entries(response.headers)) headers[name.toLowerCase()] = String(value);
  const { data, status } = response;
  if (data instanceof Uint8Array || typeof data === 'string') attempt.answer(httpResponse(status, headers, data));
  else attempt.fail('body_broken', 'the axios instance did not hand on the bytes of the body');
}
