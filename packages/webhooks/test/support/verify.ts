import { type NotificationMessage, type NotificationVerifier, Secret } from '@polyrail/core/provider';
import type { LiveSecret } from '../../src/index.ts';
import { nowMs, reasonOf } from './specimen.ts';

export function live(...secrets: readonly string[]): LiveSecret[] {
  return secrets.map((secret, index) => ({ id: `secret ${index + 1}`, secret: new Secret(secret) }));
}

export function message(body: string | Uint8Array, headers: NotificationMessage['headers'] = {}): NotificationMessage {
  return { headers, body: typeof body === 'string' ? new Uint8Array(Buffer.from(body)) : body };
}

/** `verified`, or why not. */
export function outcome(verifier: NotificationVerifier, received: NotificationMessage, atMs: number = nowMs): string {
  return reasonOf(verifier.verify(received, atMs));
}
