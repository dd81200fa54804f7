import type { FastifyReply, FastifyRequest } from 'fastify';
import { sendProblem } from './problem.ts';

const maxHeaderFields = 100;

/** A hook that refuses what is legal HTTP but that no client of this API sends: too many headers, two hosts, a foreign target. */
export async function refuseOddRequest(
  { raw: { rawHeaders, url = '' } }: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply | undefined> {
  if (rawHeaders.length > maxHeaderFields * 2) return sendProblem(reply, 'headers_too_large');
  const hosts = rawHeaders.filter((name, at) => at % 2 === 0 && name.toLowerCase() === 'host');
  if (hosts.length > 1) return sendProblem(reply, 'invalid_request', { detail: 'the request has two Host headers' });
  if (!url.startsWith('/'))
    return sendProblem(reply, 'invalid_request', { detail: 'the request target must be a path' });
  return undefined;
}
