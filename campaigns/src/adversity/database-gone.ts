import type { PostgresPlace } from '../store-place.ts';
import { type Adversity, refusesClearly } from './under-load.ts';

/** The database server is stopped at once, and comes back. */
export function databaseGone({ server }: PostgresPlace): Adversity {
  return async ({ probe }) => {
    await server.end('SIGQUIT');
    const wrong = await refusesClearly(probe, 1_500);
    await server.begin();
    return wrong;
  };
}
