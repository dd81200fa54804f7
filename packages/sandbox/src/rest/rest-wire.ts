import type { Acquirer } from '../acquirer/acquirer.ts';
import type { PageQuery } from '../acquirer/archive.ts';
import type { Command } from '../acquirer/command.ts';
import { type Execution, NOT_EXECUTED } from '../acquirer/execution.ts';
import type { Payment, Refund } from '../acquirer/payment.ts';
import type { SandboxClock } from '../clock.ts';
import { distortJson } from '../http/distort-json.ts';
import type { Wire, WireAnswer, WireRequest } from '../http/wire.ts';
import { InvalidRequest } from '../invalid-request.ts';
import { onlyKnown } from '../only-known.ts';
import { type CommandRoute, decodeCommand } from './decode-command.ts';
import { answerJson, errorJson, operationJson, type RestAnswer, resourceNow } from './encode-answer.ts';
import { type Route, routeOf } from './route.ts';

const JSON_TYPE = 'application/json';

export interface RestWireParts {
  readonly acquirer: Acquirer;
  readonly clock: SandboxClock;
  /** The API keys that are let in. */
  readonly apiKeys: readonly string[];
}

/** The REST face of the acquirer. README.md tells the wire in full. */
export function restWire({ acquirer, clock, apiKeys }: RestWireParts): Wire {
  const credentials = new Set(apiKeys.map((key) => `Bearer ${key}`));

  function answer(route: Route | undefined, request: WireRequest): WireAnswer {
    if (!credentials.has(headerOf(request, 'authorization') ?? '')) return UNAUTHENTICATED;
    if (!route) return asWire(invalid(404, new InvalidRequest('route_unknown', 'No such route')));
    try {
      switch (route.operation) {
        case 'retrieve':
          return asWire(retrieve(route.resource, route.id));
        case 'inquire':
          return asWire(inquire(route.key));
        case 'list':
          return asWire(list(route.resource, request.query));
        default:
          return command(route, request);
      }
    } catch (error) {
      if (error instanceof InvalidRequest) return asWire(invalid(400, error));
      throw error;
    }
  }

  function command(route: CommandRoute, request: WireRequest): WireAnswer {
    const contentType = headerOf(request, 'content-type') ?? '';
    if (request.body !== '' && !contentType.startsWith(JSON_TYPE)) {
      return asWire(invalid(415, new InvalidRequest('content_type_invalid', 'Send application/json', 'Content-Type')));
    }
    const key = keyOf(request);
    const asked = decodeCommand(route, request.body);
    return executionAnswer(acquirer.execute(asked, key), asked.kind);
  }

  function retrieve(kind: 'charge' | 'transfer' | 'refund', id: string): RestAnswer {
    const resource = kind === 'refund' ? acquirer.refund(id) : acquirer.payment(id);
    return resource?.kind === kind ? { status: 200, json: resourceNow(resource, clock.now()) } : notFound(kind);
  }

  function inquire(key: string): RestAnswer {
    const operation = acquirer.inquire(key);
    return operation ? { status: 200, json: operationJson(operation, clock.now()) } : notFound('operation');
  }

  function list(kind: 'payment' | 'refund', query: string): RestAnswer {
    const wanted = pageQuery(query);
    const page = kind === 'payment' ? acquirer.payments(wanted) : acquirer.refunds(wanted);
    const data = page.items.map((item: Payment | Refund) => resourceNow(item, clock.now()));
    return { status: 200, json: { object: 'list', data, has_more: page.hasMore } };
  }

  return {
    accept(request) {
      const route = routeOf(request.method, request.path);
      return {
        operation: route?.operation ?? 'unknown',
        key: route?.operation === 'inquire' ? route.key : headerOf(request, 'idempotency-key'),
        execute: () => answer(route, request),
        distort: distortJson,
      };
    },
  };
}

const UNAUTHENTICATED: WireAnswer = {
  ...asWire(errorJson(401, { type: 'authentication', code: 'api_key_invalid', message: 'Unknown or missing API key' })),
  headers: { 'www-authenticate': 'Bearer' },
};

function asWire({ status, json }: RestAnswer): WireAnswer {
  return { status, contentType: JSON_TYPE, body: JSON.stringify(json) };
}

function executionAnswer(execution: Execution, kind: Command['kind']): WireAnswer {
  switch (execution.kind) {
    case 'executed':
      return { ...asWire(answerJson(execution.answer, kind)), lateMs: execution.lateMs };
    case 'replayed':
      return { ...asWire(answerJson(execution.answer, kind)), headers: { 'idempotent-replayed': 'true' } };
    case 'key_in_use':
      return asWire(errorJson(409, { type: 'idempotency', code: 'key_in_use', message: NOT_EXECUTED.key_in_use }));
    case 'key_reused':
      return asWire(errorJson(422, { type: 'idempotency', code: 'key_reused', message: NOT_EXECUTED.key_reused }));
    case 'full':
      return asWire(errorJson(503, { type: 'unavailable', code: 'sandbox_full', message: NOT_EXECUTED.full }));
  }
}

function invalid(status: number, { code, message, param }: InvalidRequest): RestAnswer {
  return errorJson(status, { type: 'invalid_request', code, message, ...(param === undefined ? {} : { param }) });
}

function notFound(what: string): RestAnswer {
  return invalid(404, new InvalidRequest('not_found', `No such ${what}`));
}

function headerOf(request: WireRequest, name: string): string | undefined {
  const value = request.headers[name];
  return typeof value === 'string' ? value : value?.[0];
}

function keyOf(request: WireRequest): string | undefined {
  const key = headerOf(request, 'idempotency-key');
  if (key === undefined || /^[\x20-\x7e]{1,64}$/.test(key)) return key;
  throw new InvalidRequest('key_invalid', 'Idempotency-Key must be 1 to 64 printable characters', 'Idempotency-Key');
}

function pageQuery(query: string): PageQuery {
  const parameters = new URLSearchParams(query);
  onlyKnown(parameters, ['client_reference', 'limit', 'starting_after']);
  const limit = Number(parameters.get('limit') ?? 20);
  if (!Number.isInteger(limit) || limit < 1 || limit > 100) {
    throw new InvalidRequest('parameter_invalid', 'limit must be from 1 to 100', 'limit');
  }
  return {
    clientReference: parameters.get('client_reference') ?? undefined,
    limit,
    startingAfter: parameters.get('starting_after') ?? undefined,
  };
}
