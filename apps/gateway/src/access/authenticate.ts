import type { FastifyReply, FastifyRequest } from 'fastify';
import { sendProblem } from '../answer/problem.ts';
import type { AccessTokens } from './access-tokens.ts';
import { type ClientCertificate, clientCertificate } from './client-certificate.ts';
import type { KeyRing } from './key-ring.ts';
import type { RequestRate } from './request-rate.ts';

declare module 'fastify' {
  interface FastifyRequest {
    /** Whose API key or token it is. Set on every authenticated route. */
    tenant: string;
  }
}

/** Who is let in, and how often. */
export interface AccessRules {
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

/** A hook that lets in requests with a live key or a token that is believed. @see RFC 6750, RFC 9449 */
export function authenticate(rules: AccessRules) {
  return async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply | undefined> => {
    const certificate = clientCertificate(request.raw.socket);
    if (rules.needsCertificate && certificate === undefined)
      return sendProblem(reply, 'unauthorized', { detail: 'A client certificate of a known authority is needed.' });
    const caller = await callerOf(rules, request, certificate);
    if (caller === undefined) {
      const challenges = rules.tokens?.challenges ?? ['Bearer'];
      return sendProblem(reply.header('www-authenticate', challenges.join(', ')), 'unauthorized');
    }
    request.tenant = caller.tenant;
    const retryAfterMs = rules.rate?.take(caller.id) ?? 0;
    return retryAfterMs === 0 ? undefined : sendProblem(reply, 'too_many_requests', { retryAfterMs });
  };
}

async function callerOf(
  { keys, tokens }: AccessRules,
  { headers, method, url, log }: FastifyRequest,
  certificate: ClientCertificate | undefined,
): Promise<Caller | undefined> {
  const [, scheme, shown] = /^(Bearer|DPoP) ([\x21-\x7e]+)$/i.exec(headers.authorization ?? '') ?? [];
  if (scheme === undefined || shown === undefined) return undefined;
  const isBearer = scheme.toLowerCase() === 'bearer';
  const key = isBearer ? keys.find(shown) : undefined;
  if (key !== undefined) return { tenant: key.tenant, id: key.sha256 };
  if (tokens === undefined || shown.split('.').length !== 3) return undefined;
  const [path = ''] = url.split('?', 1);
  // Two headers arrive as a list or joined by a comma: neither is a proof.
  const proven = isBearer ? undefined : { proof: String(headers['dpop']), method, path };
  const bearer = await tokens.verify(shown, { thumbprint: certificate?.thumbprint, proven });
  if (typeof bearer === 'string') {
    log.info({ reason: bearer }, 'an access token is not believed');
    return undefined;
  }
  return { tenant: bearer.tenant, id: `${bearer.tenant} ${bearer.client}` };
}
