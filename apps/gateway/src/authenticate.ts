import type { FastifyReply, FastifyRequest } from 'fastify';
import type { AccessTokens } from './access-tokens.ts';
import { type ClientCertificate, clientCertificate } from './client-certificate.ts';
import type { KeyRing } from './key-ring.ts';
import { sendProblem } from './problem.ts';
import type { RequestRate } from './request-rate.ts';

declare module 'fastify' {
  interface FastifyRequest {
    /** Whose API key or token it is. Set on every authenticated route. */
    tenant: string;
  }
}

/** Who is let in, and how often. */
export interface Door {
  readonly keys: KeyRing;
  /** Default: keys only. */
  readonly tokens?: AccessTokens | undefined;
  /** A certificate of the configured authority is needed beside the key or token. Default: false. */
  readonly needsCertificate?: boolean;
  /** Default: no limit. */
  readonly rate?: RequestRate | undefined;
}

interface Caller {
  readonly tenant: string;
  readonly id: string;
}

/** A hook that lets in requests with a live key or a token that is believed. @see RFC 6750 */
export function authenticate(door: Door) {
  return async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply | undefined> => {
    const certificate = clientCertificate(request.raw.socket);
    if (door.needsCertificate && certificate === undefined)
      return sendProblem(reply, 'unauthorized', { detail: 'A client certificate of a known authority is needed.' });
    const caller = await callerOf(door, request.headers.authorization, certificate);
    if (caller === undefined) return sendProblem(reply.header('www-authenticate', 'Bearer'), 'unauthorized');
    request.tenant = caller.tenant;
    const retryAfterMs = door.rate?.take(caller.id) ?? 0;
    return retryAfterMs === 0 ? undefined : sendProblem(reply, 'too_many_requests', { retryAfterMs });
  };
}

async function callerOf(
  { keys, tokens }: Door,
  authorization = '',
  certificate: ClientCertificate | undefined,
): Promise<Caller | undefined> {
  const [, shown] = /^Bearer ([\x21-\x7e]+)$/i.exec(authorization) ?? [];
  if (shown === undefined) return undefined;
  const key = keys.find(shown);
  if (key !== undefined) return { tenant: key.tenant, id: key.sha256 };
  if (tokens === undefined || shown.split('.').length !== 3) return undefined;
  const bearer = await tokens.verify(shown, certificate?.thumbprint);
  return bearer && { tenant: bearer.tenant, id: `${bearer.tenant} ${bearer.client}` };
}
