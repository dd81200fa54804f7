import { hash, randomFillSync } from 'node:crypto';
import { v7 } from 'uuid';
import type { KeyScope } from '../model/command.ts';
import type { PaymentId } from '../model/identifier.ts';

/** The tenant of commands that name none. */
export const defaultTenant = 'default';

/** Makes ids that no one else makes. Replaced in simulations. */
export interface Identifiers {
  paymentId(): PaymentId;
  /** For an operation on a payment that exists. */
  operationId(): string;
}

/** Ids from UUID version 7: unique, and sorted by the time of their making. @see RFC 9562 */
export const uuidIdentifiers: Identifiers = {
  paymentId: () => `pay_${nextUuid()}` as PaymentId,
  operationId: () => `op_${nextUuid()}`,
};

// One call for many ids: filling sixteen bytes costs almost as much as filling a page.
const pool = new Uint8Array(4096);
let used = pool.length;

function nextUuid(): string {
  if (used === pool.length) {
    randomFillSync(pool);
    used = 0;
  }
  const random = pool.subarray(used, used + 16);
  used += 16;
  return v7({ random }, uuidBytes).toString('hex');
}

const uuidBytes = Buffer.alloc(16);

/** The operation that begins a payment is named like it. */
export function openingOperationId(paymentId: PaymentId): string {
  return `op_${paymentId.slice('pay_'.length)}`;
}

// 128 bits: two keys do not meet by chance, and they fit into the references of most providers and of ISO 20022.
const keyLength = 32;

/**
 * The key that a provider gets: the same for the same tenant, scope and caller's key, on every machine and after every
 * restart. Two tenants with the same key get different ones, because they may share an account at the provider.
 *
 * @param maxLength what the provider takes, at least 22 so that two keys do not meet by chance
 */
export function providerKey(
  tenant: string,
  scope: KeyScope,
  idempotencyKey: string,
  maxLength: number = keyLength,
): string {
  const digest = hash('sha256', `[${JSON.stringify(tenant)},"${scope}",${JSON.stringify(idempotencyKey)}]`, 'hex');
  return digest.slice(0, Math.min(maxLength, keyLength));
}
