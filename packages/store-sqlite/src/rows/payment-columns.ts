import { crc32 } from 'node:zlib';
import {
  type Claim,
  encodeStored,
  type JobOffer,
  keyScopeOf,
  type LeasedJob,
  type OperationRecord,
  type OutboxRecord,
  type Payment,
  type Step,
} from '@polyrail/core/store';
import type { SqlValue } from '../driver/driver.ts';

/** A payment as it is bound: id, tenant, version, open, times of creation and of the last change, likeness, record. */
export type PaymentColumns = readonly [
  id: string,
  tenant: string,
  version: number,
  open: number,
  createdAtMs: number,
  updatedAtMs: number,
  likeness: number | null,
  record: string,
];

/** An operation as it is bound. */
export type OperationColumns = readonly [
  id: string,
  paymentId: string,
  tenant: string,
  scope: string,
  idempotencyKey: string,
  holdsKey: number,
  provider: string,
  providerKey: string,
  state: string,
  startedAtMs: number,
  record: string,
];

/** A claim as it goes to the file: flat texts and numbers cross a thread faster than the records that they stand for. */
export interface ClaimColumns {
  readonly operation: OperationColumns;
  readonly fingerprint: string;
  readonly payment: PaymentColumns;
  readonly entry: string;
}

/** A step as it goes to the file. */
export interface StepColumns {
  readonly operation: OperationColumns;
  readonly reference: SqlValue;
  readonly payment: PaymentColumns;
  readonly entries: readonly string[];
  readonly offers: readonly JobOffer[] | undefined;
  readonly finishes: LeasedJob | undefined;
  readonly events: readonly OutboxRecord[] | undefined;
}

export function claimColumns({ operation, payment, entry, likeness }: Claim): ClaimColumns {
  return {
    operation: operationColumns(operation, true),
    fingerprint: operation.fingerprint,
    payment: paymentColumns(payment, likeness),
    entry: encodeStored(entry),
  };
}

export function stepColumns({ operation, payment, entries, offers, finishes, events }: Step): StepColumns {
  const { outcome } = operation;
  return {
    operation: operationColumns(operation, true),
    reference: outcome !== undefined && 'value' in outcome ? (outcome.value.providerReference ?? null) : null,
    payment: paymentColumns(payment),
    entries: entries.map(encodeStored),
    offers,
    finishes,
    events,
  };
}

export function paymentColumns(payment: Payment, likeness?: string): PaymentColumns {
  const { id, tenant, version, openOperation, createdAtMs, updatedAtMs } = payment;
  return [
    id,
    tenant,
    version,
    Number(openOperation !== undefined),
    createdAtMs,
    updatedAtMs,
    // It only narrows the search: whatever is found is compared.
    likeness === undefined ? null : crc32(likeness),
    encodeStored(payment),
  ];
}

export function operationColumns(operation: OperationRecord, holdsKey: boolean): OperationColumns {
  const { id, paymentId, tenant, verb, idempotencyKey, provider, providerKey, state, startedAtMs } = operation;
  return [
    ...([id, paymentId, tenant, keyScopeOf(verb), idempotencyKey, Number(holdsKey)] as const),
    ...([provider, providerKey, state, startedAtMs, encodeStored(operation)] as const),
  ];
}
