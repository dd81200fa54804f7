import { decodeStrictly } from './strict-encoding.ts';

/** The header of a JWS (RFC 7515) that its signature covers. */
export interface ProtectedHeader {
  readonly algorithm: string;
  readonly keyId: string;
  /** False: the payload is signed as it is, not as base64url (RFC 7797). */
  readonly base64: boolean;
  /** Names of the parameters that whoever does not understand them must not pass over. */
  readonly critical: readonly string[];
  readonly parameters: ReadonlyMap<string, unknown>;
}

/** `undefined` for a header that RFC 7515 or RFC 7797 forbids, and for one without `kid`. */
export function readProtectedHeader(text: string): ProtectedHeader | undefined {
  const parameters = readObject(decodeStrictly(text, 'base64url'));
  const algorithm = parameters?.get('alg');
  const keyId = parameters?.get('kid');
  const base64 = parameters?.get('b64') ?? true;
  const critical = readCritical(parameters);
  if (parameters === undefined || critical === undefined) return undefined;
  if (typeof algorithm !== 'string' || typeof keyId !== 'string' || typeof base64 !== 'boolean') return undefined;
  if (parameters.has('b64') && !critical.includes('b64')) return undefined;
  return { algorithm, keyId, base64, critical, parameters };
}

function readObject(bytes: Uint8Array | undefined): ReadonlyMap<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
    return typeof value === 'object' && value !== null ? new Map(Object.entries(value)) : undefined;
  } catch {
    return undefined;
  }
}

/** RFC 7515, 4.1.11: when it is there, a list that is not empty, without doubles, of parameters that are in the header. */
function readCritical(parameters: ReadonlyMap<string, unknown> | undefined): readonly string[] | undefined {
  if (!parameters?.has('crit')) return [];
  const critical = parameters.get('crit');
  if (!Array.isArray(critical) || critical.length === 0 || new Set(critical).size < critical.length) return undefined;
  return critical.every((name) => typeof name === 'string' && parameters.has(name)) ? critical : undefined;
}
