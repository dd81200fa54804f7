import { PolyrailError } from '@polyrail/core/provider';

/** Bounds of one transport. Each is per transport, so per provider account. */
export interface HttpLimits {
  /** Longest response body in bytes, before and after its content coding is undone. Default: 1 MiB. */
  readonly maxResponseBytes: number;
  /** Longest response header section in bytes. Default: 16 KiB. */
  readonly maxHeaderBytes: number;
  /** Most response header fields. Default: 128. */
  readonly maxHeaderFields: number;
  /** Time for DNS, TCP and TLS together, in milliseconds. Default: 3,000. */
  readonly connectTimeoutMs: number;
  /** Connections open at the same time. Default: 64. */
  readonly maxConnections: number;
  /** Requests that may wait for a connection. Default: 1,024. */
  readonly maxQueued: number;
  /** Longest idle time of a connection in milliseconds; a shorter `Keep-Alive` hint of the server wins. Default: 4,000. */
  readonly keepAliveMs: number;
}

const defaults: HttpLimits = {
  maxResponseBytes: 1_048_576,
  maxHeaderBytes: 16_384,
  maxHeaderFields: 128,
  connectTimeoutMs: 3_000,
  maxConnections: 64,
  maxQueued: 1_024,
  keepAliveMs: 4_000,
};

/** @throws PolyrailError `transport_invalid` for a limit that is not a positive integer */
export function completeLimits(limits: Partial<HttpLimits> = {}): HttpLimits {
  const complete = { ...defaults, ...limits };
  for (const [name, value] of Object.entries(complete)) {
    if (!Number.isSafeInteger(value) || value < 1)
      throw new PolyrailError('transport_invalid', `the limit ${name} must be a positive integer`);
  }
  return complete;
}
