import { AxiosError, type AxiosRequestTransformer } from 'axios';
import { marked } from './client-error.ts';
import type { HttpRequest } from './http-request.ts';

/** A step that axios takes after every interceptor: a signed request that one of them changed is not sent. */
export function refuseChange(signed: HttpRequest, origin: string): AxiosRequestTransformer {
  return function (data, headers) {
    const change =
      (this.method?.toUpperCase() !== signed.method && 'method') ||
      ((this.url !== signed.path || this.baseURL !== origin || this.params !== undefined) && 'URL') ||
      (!isSameBody(signed.body, data) && 'body') ||
      Object.entries(signed.headers ?? {}).find(([name, value]) => headers.get(name) !== value)?.[0];
    if (change === undefined) return data;
    const message = `an interceptor changed what was signed: ${change}`;
    throw marked(new AxiosError(message, AxiosError.ERR_BAD_REQUEST, this), 'not_sent');
  };
}

function isSameBody(signed: HttpRequest['body'], data: unknown): boolean {
  if (signed instanceof Uint8Array) return data instanceof Uint8Array && Buffer.compare(signed, data) === 0;
  return signed === (data ?? undefined);
}
