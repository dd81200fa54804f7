import { z } from 'zod';
import { problemSchema } from '../problem.ts';
import { problemCatalogue } from '../problem-catalogue.ts';

/** The id of a payment in a path. */
export const paymentId = z.string().meta({ description: 'Id of a payment.' });

const names = Object.entries(problemCatalogue);

/** Documents the problems that a route may answer with, by HTTP status. */
export function problems(...statuses: number[]): Record<number, object> {
  return Object.fromEntries(
    statuses.map((status) => {
      const codes = names.filter(([, entry]) => entry.status === status).map(([code]) => `\`${code}\``);
      const content = { 'application/problem+json': { schema: problemSchema } };
      return [status, { description: codes.join(', '), content }];
    }),
  );
}
