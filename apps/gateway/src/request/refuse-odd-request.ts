import type { FastifyReply, FastifyRequest } from 'fastify';
import { sendProblem } from '../answer/problem.ts';

const maxHeaderFields = 100;

/** Of these, Node takes the first and says nothing of the others; who stands in front may have gone by another. */
const singleFields = ['Host', 'Content-Type', 'Authorization'];

/** A hook that refuses what no client of this API sends: too many headers, one of them twice, a foreign target. */
export async function refuseOddRequest(
  { raw: { rawHeaders, url = '' } }: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply | undefined> {
  if (rawHeaders.length > maxHeaderFields * 2) return sendProblem(reply, 'headers_too_large');
  const names = rawHeaders.filter((_, at) => at % 2 === 0).map((name) => name.toLowerCase());
  const repeated = singleFields.find((field) => names.filter((name) => name === field.toLowerCase()).length > 1);
  if (repeated !== undefined)
    return sendProblem(reply, 'invalid_request', { detail: `the request has two ${repeated} headers` });
  if (!url.startsWith('/'))
    return sendProblem(reply, 'invalid_request', { detail: 'the request target must be a path' });
  return undefined;
}
