import type { Delivery, TransportFault } from '@polyrail/core/provider';
import { AxiosError, type AxiosResponse, CanceledError, type InternalAxiosRequestConfig } from 'axios';

type Phase = Delivery<unknown>['phase'];

/** An error of the axios face. It also carries how far the request got, and shows no header and no body when it is printed. */
export interface HttpClientError extends AxiosError {
  readonly delivery: Phase;
}

/** How far the request behind an error got; `undefined` for an error that does not say. */
export function deliveryOf(error: unknown): Phase | undefined {
  if (!(error instanceof Error) || !('delivery' in error)) return undefined;
  const { delivery } = error;
  return delivery === 'not_sent' || delivery === 'sent_no_answer' || delivery === 'answered' ? delivery : undefined;
}

/** axios' code for a fault, as code that handles axios errors expects it. */
const codes: Partial<Record<TransportFault['code'], string>> = {
  body_broken: AxiosError.ERR_BAD_RESPONSE,
  body_too_large: AxiosError.ERR_BAD_RESPONSE,
  connect_timeout: AxiosError.ETIMEDOUT,
  connection_refused: AxiosError.ECONNREFUSED,
  protocol_violation: AxiosError.ERR_BAD_REQUEST,
  timeout: AxiosError.ECONNABORTED,
};

export function faultError(
  fault: TransportFault,
  delivery: Phase,
  config: InternalAxiosRequestConfig,
): HttpClientError {
  const error =
    fault.code === 'aborted'
      ? new CanceledError(fault.message, config)
      : new AxiosError(fault.message, codes[fault.code] ?? AxiosError.ERR_NETWORK, config);
  return marked(error, delivery);
}

export function statusError(response: AxiosResponse): HttpClientError {
  const code = response.status < 500 ? AxiosError.ERR_BAD_REQUEST : AxiosError.ERR_BAD_RESPONSE;
  const message = `the status ${response.status} was not accepted`;
  return marked(new AxiosError(message, code, response.config, undefined, response), 'answered');
}

/** Hides what carries credentials and bodies from printing and serialising; code that asks for it by name still finds it. */
export function marked(error: AxiosError, delivery: Phase): HttpClientError {
  for (const name of ['config', 'request', 'response'] as const) {
    if (error[name] !== undefined) Object.defineProperty(error, name, { value: error[name], enumerable: false });
  }
  const { name, message, code, status } = error;
  Object.defineProperty(error, 'toJSON', { value: () => ({ name, message, code, status, delivery }) });
  return Object.assign(error, { delivery });
}
