import { InvalidRequest } from './invalid-request.ts';

/** Throws InvalidRequest where a query has a parameter that is not known. */
export function onlyKnown(query: URLSearchParams, known: readonly string[]): void {
  for (const name of query.keys()) {
    if (known.includes(name)) continue;
    throw new InvalidRequest('parameter_unknown', `Unknown parameter ${name}; known are: ${known.join(', ')}`, name);
  }
}
