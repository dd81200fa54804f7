import { hash } from 'node:crypto';
import { v7 } from 'uuid';
import type { KeyScope } from '../model/command.ts';
import type { PaymentId } from '../model/identifier.ts';

/** The tenant of commands that name none. */
export const defaultTenant = 'default';

/** Makes ids that no one else makes. Replaced in simulations. */
export interface Identifiers {
  paymentId(): PaymentId;
  operationId(): string;
}

/** Ids from UUID version 7: unique, and sorted by the time of their making. @see RFC 9562 */
export const uuidIdentifiers: Identifiers = {
  paymentId: () => `pay_${v7().replaceAll('-', '')}` as PaymentId,
  operationId: () => `op_${v7().replaceAll('-', '')}`,
};

/**
 * The key that a provider gets: the same for the same tenant, scope and caller's key, on every machine and after every
 * restart. Two tenants with the same key get different ones, because they may share an account at the provider.
 *
 * @param maxLength what the provider takes, at least 22 so that two keys do not meet by chance
 */
export function providerKey(tenant: string, scope: KeyScope, idempotencyKey: string, maxLength: number): string {
  return hash('sha256', JSON.stringify([tenant, scope, idempotencyKey]), 'hex').slice(0, maxLength);
}
