import { RAIL_NAMES, type RailName } from './iso20022/rail.ts';
import type { SandboxOptions } from './sandbox.ts';
import { withoutAbsent } from './without-absent.ts';

/** Reads the options of `polyrail-sandbox` from variables; an empty one counts as absent. Throws RangeError that names the variable. */
export function readEnvironment(environment: Readonly<Record<string, string | undefined>>): SandboxOptions {
  const keys = environment['SANDBOX_API_KEYS']?.split(',').filter((key) => key !== '');
  const rail = railOf(environment['SANDBOX_ISO20022_RAIL'] || undefined);
  const url = environment['SANDBOX_WEBHOOK_URL'] || undefined;
  const secret = environment['SANDBOX_WEBHOOK_SECRET'] || undefined;
  return {
    port: portOf(environment['SANDBOX_PORT'] || '8081'),
    ...(rail && { iso20022: { rail } }),
    ...(keys?.length && { apiKeys: keys }),
    ...(url && { webhooks: { url, ...withoutAbsent({ secret }) } }),
  };
}

function portOf(text: string): number {
  if (/^\d{1,5}$/.test(text) && Number(text) <= 65_535) return Number(text);
  throw new RangeError('SANDBOX_PORT must be a whole number from 0 to 65535');
}

function railOf(text: string | undefined): RailName | undefined {
  const rail = RAIL_NAMES.find((name) => name === text);
  if (text === undefined || rail) return rail;
  throw new RangeError(`SANDBOX_ISO20022_RAIL must be one of ${RAIL_NAMES.join(', ')}`);
}
