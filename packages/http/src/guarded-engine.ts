import { type Clock, PolyrailError } from '@polyrail/core/provider';
import type { Attempt } from './attempt.ts';
import { fixedFieldOf } from './authenticator.ts';
import { createAxiosEngine } from './axios-engine.ts';
import { completeRequest } from './complete-request.ts';
import { createEngine, type Engine } from './engine.ts';
import type { HttpRequest } from './http-request.ts';
import type { HttpTransportOptions } from './http-transport.ts';
import { completeLimits } from './limits.ts';
import { parseOrigin } from './origin.ts';
import { violationOf, violationOfField, violationOfPath } from './request-guard.ts';
import { createSigning } from './signing.ts';

/** What every request says unless the host or the request says otherwise. */
const defaultHeaders: Readonly<Record<string, string>> = { 'accept-encoding': 'identity', 'user-agent': 'polyrail' };

/**
 * The engine behind the guard: completes, signs and checks each request before the engine gets it. It never throws after it was made.
 *
 * @throws PolyrailError `transport_invalid` for options that cannot be used
 */
export function createGuardedEngine(options: HttpTransportOptions, clock: Clock): Engine {
  const { authenticator } = options;
  const basePath = checkedBasePath(options.basePath ?? '');
  const headers = checkedHeaders(options.headers);
  const credential = authenticator && fixedFieldOf(authenticator);
  const checked = credential === undefined ? headers : { ...headers, [credential[0]]: credential[1] };
  const engine = engineOf(options, clock);
  const sign =
    authenticator && credential === undefined ? createSigning(authenticator, options.origin, clock, pass) : undefined;

  function prepare(request: HttpRequest, attempt: Attempt): void {
    const complete = completeRequest(request, basePath, headers, credential);
    if (typeof complete === 'string') attempt.fail('protocol_violation', complete);
    else if (sign === undefined) pass(complete, attempt);
    else sign(complete, attempt);
  }

  function pass(request: HttpRequest, attempt: Attempt): void {
    if (attempt.settled) return;
    const violation = violationOf(request, checked);
    if (violation === undefined) engine.start(request, attempt);
    else attempt.fail('protocol_violation', violation);
  }

  return {
    start(request, attempt) {
      try {
        if (!attempt.settled) prepare(request, attempt);
      } catch {
        attempt.fail('unknown_fault', 'the request could not be started');
      }
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
