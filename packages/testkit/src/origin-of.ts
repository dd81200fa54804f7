import type { Target } from './bench.ts';

/** The origin of a target, as a provider takes it: without the port that goes without saying. */
export function originOf({ secure, host, port }: Target): string {
  const usual = secure ? 443 : 80;
  return `${secure ? 'https' : 'http'}://${host}${port === usual ? '' : `:${port}`}`;
}
