import { hash, timingSafeEqual } from 'node:crypto';
import type { Secret } from '@polyrail/core';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { sendProblem } from './problem.ts';

/** A key that callers show, and the tenant that it stands for. */
export interface ApiKey {
  readonly tenant: string;
  readonly key: Secret;
}

declare module 'fastify' {
  interface FastifyRequest {
    /** Whose API key it is. Set on every authenticated route. */
    tenant: string;
  }
}

/**
 * A hook that lets in requests with a known bearer key. Digests are compared, all of them and in constant time, so an
 * answer's time says nothing about the keys. @see RFC 6750
 */
export function authenticate(apiKeys: readonly ApiKey[]) {
  const known = apiKeys.map(({ tenant, key }) => ({ tenant, digest: digest(key.expose()) }));
  return async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply | undefined> => {
    const [, shown = ''] = /^Bearer ([\x21-\x7e]+)$/i.exec(request.headers.authorization ?? '') ?? [];
    const shownDigest = digest(shown);
    const [match] = known.filter((candidate) => timingSafeEqual(candidate.digest, shownDigest));
    if (match === undefined) return sendProblem(reply.header('www-authenticate', 'Bearer'), 'unauthorized');
    request.tenant = match.tenant;
    return undefined;
  };
}

function digest(text: string): Buffer {
  return hash('sha256', text, 'buffer');
}
