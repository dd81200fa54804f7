import { z } from 'zod';
import { problemSchema } from '../problem.ts';
import { problemCatalogue } from '../problem-catalogue.ts';

/** The id of a payment in a path. */
export const paymentId = z.string().meta({ description: 'Id of a payment.' });

const names = Object.entries(problemCatalogue);

/** Documents the problems that a route may answer with, by HTTP status. */
export function problems(...statuses: number[]): Record<number, object> {
  // Whoever has to show a key can be told to wait.
  const all = statuses.includes(401) ? new Set([...statuses, 429]) : statuses;
  return Object.fromEntries(
    [...all].map((status) => {
      const codes = names.filter(([, entry]) => entry.status === status).map(([code]) => `\`${code}\``);
      const content = { 'application/problem+json': { schema: problemSchema } };
      return [status, { description: codes.join(', '), content }];
    }),
  );
}
