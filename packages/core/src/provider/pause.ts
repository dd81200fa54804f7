import type { Clock } from './clock.ts';

/** Waits, or ends early when the caller gives up. */
export function pause(
  clock: Clock,
  durationMs: number,
  signal: AbortSignal | undefined,
): Promise<'elapsed' | 'aborted'> {
  if (signal?.aborted) return Promise.resolve('aborted');
  return new Promise((resolve) => {
    const finish = (how: 'elapsed' | 'aborted') => {
      cancel();
      signal?.removeEventListener('abort', abort);
      resolve(how);
    };
    const abort = () => finish('aborted');
    const cancel = clock.schedule(durationMs, () => finish('elapsed'));
    signal?.addEventListener('abort', abort);
  });
}
