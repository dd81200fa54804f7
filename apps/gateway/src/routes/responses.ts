import { z } from 'zod';
import { problemSchema } from '../answer/problem.ts';
import { isProblemCode, type ProblemCode, problemCatalogue } from '../answer/problem-catalogue.ts';

/** The id of a payment in a path. */
export const paymentId = z.string().meta({ description: 'Id of a payment.' });

const codesForCallers = Object.keys(problemCatalogue)
  .filter(isProblemCode)
  .filter((code) => code !== 'notification_refused');

/** Any request can be odd or slow, and any can meet a fault of this host. */
const anywhere = [400, 408, 431, 500];

/** Documents the problems that a route for callers may answer with, by HTTP status. */
export function problems(...statuses: number[]): Record<number, object> {
  // Whoever has to show a key can be told to wait, and that the issuer of tokens or the store does not answer.
  const all = [...anywhere, ...statuses, ...(statuses.includes(401) ? [429, 503] : [])];
  return problemsOf(...codesForCallers.filter((code) => all.includes(problemCatalogue[code].status)));
}

/** Documents the problems that a route may answer with, by code. */
export function problemsOf(...codes: ProblemCode[]): Record<number, object> {
  const content = { 'application/problem+json': { schema: problemSchema } };
  const describe = (status: number) =>
    codes.filter((code) => problemCatalogue[code].status === status).map((code) => `\`${code}\``);
  return Object.fromEntries(
    codes.map((code) => {
      const { status } = problemCatalogue[code];
      return [status, { description: describe(status).join(', '), content }];
    }),
  );
}
