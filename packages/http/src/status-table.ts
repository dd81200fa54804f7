import type { Decoded, ProviderAnswer } from '@polyrail/core/provider';
import type { HttpResponse } from './http-response.ts';
import { retryAfterMs } from './retry-after.ts';

/**
 * What an HTTP status says about the operation.
 *
 * `decode`: the body decides. `refused`, `unauthorized`: never executed, and a repeat would not help. `rate_limited`,
 * `unavailable`: never executed, a repeat may help. `in_progress`: an earlier request with this key is still at work.
 * `unknown`: it may have been executed.
 */
export type StatusMeaning =
  | 'decode'
  | 'refused'
  | 'unauthorized'
  | 'rate_limited'
  | 'unavailable'
  | 'in_progress'
  | 'unknown';

/** Statuses whose meaning a provider documents otherwise than {@link defaultMeaning}. */
export type StatusTable = Readonly<Record<number, StatusMeaning>>;

const common: StatusTable = {
  400: 'refused',
  401: 'unauthorized',
  402: 'decode',
  403: 'unauthorized',
  404: 'refused',
  405: 'refused',
  409: 'in_progress',
  410: 'refused',
  413: 'refused',
  415: 'refused',
  422: 'refused',
  429: 'rate_limited',
};

/**
 * The meaning that holds for any provider: 2xx and 402 are decided by the body; a redirect, a 5xx and everything
 * unusual may have been executed.
 */
export function defaultMeaning(status: number): StatusMeaning {
  if (status >= 200 && status < 300) return 'decode';
  return common[status] ?? 'unknown';
}

/** What a status without a body of its own comes to. */
export function judgeStatus(
  meaning: Exclude<StatusMeaning, 'decode'>,
  response: Pick<HttpResponse, 'status' | 'headers'>,
  raw: ProviderAnswer | undefined,
): Decoded<never> {
  const pauseMs = retryAfterMs(response.headers);
  const detail = { ...(pauseMs !== undefined && { retryAfterMs: pauseMs }), ...(raw && { raw }) };
  const message = `the provider answered ${response.status}`;
  switch (meaning) {
    case 'refused':
      return { kind: 'rejected', reason: 'provider_refused', message, ...detail };
    case 'unauthorized':
      return { kind: 'rejected', reason: 'provider_unauthorized', message, ...detail };
    case 'rate_limited':
      return { kind: 'rejected', reason: 'rate_limited', message, ...detail };
    case 'unavailable':
      return { kind: 'rejected', reason: 'provider_unavailable', message, ...detail };
    case 'in_progress':
      return { kind: 'unknown', cause: 'in_progress', message, ...detail };
    case 'unknown':
      return { kind: 'unknown', cause: 'provider_error', message, ...detail };
  }
}
