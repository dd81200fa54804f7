import { type Applied, applyOutcome } from '../gateway/apply-outcome.ts';
import { conclude } from '../gateway/conclude.ts';
import { lookAndApply } from '../gateway/inquire.ts';
import { checkIntegrity } from '../gateway/integrity.ts';
import type { LookParts } from '../gateway/look.ts';
import { describeResult } from '../gateway/timeline-text.ts';
import type { LeasedJob } from '../ledger/job.ts';
import type { NotificationRecord } from '../ledger/notification-record.ts';
import type { OperationRecord } from '../ledger/operation-record.ts';
import type { Store } from '../ledger/store.ts';
import type { Payment } from '../model/payment.ts';
import type { NotificationSubject } from '../provider/notification.ts';
import type { Decoded, OperationResult } from '../provider/operation.ts';
import type { JobVerdict } from '../worker/worker.ts';
import { unreadable } from './receive.ts';

// A notification may overtake the answer that it is about; after a day it is about nothing of ours.
const orphanAfterMs = 24 * 60 * 60 * 1000;
const waitStepsMs: readonly number[] = [1_000, 5_000, 30_000, 120_000, 600_000];

/** Brings one stored event into the payment that it is about: at most once, and never backwards. */
export async function processNotification(parts: LookParts, job: LeasedJob): Promise<JobVerdict> {
  const record = await parts.ledger.notification(job.subject);
  if (record === undefined) return { kind: 'finished' };
  const { item } = record;
  if (item.type === unreadable) return { kind: 'buried', reason: 'it was believed but could not be read' };
  if (item.quarantined !== undefined) {
    parts.events.emit({ type: 'trouble', message: `${record.id} is quarantined: ${item.quarantined}` });
    return { kind: 'buried', reason: item.quarantined };
  }
  if (item.subject === undefined) return { kind: 'finished' };
  const operation = await find(parts.ledger, record.provider, item.subject);
  const payment = operation && (await parts.ledger.payment(operation.tenant, operation.paymentId));
  if (operation === undefined || payment === undefined) return waitForOperation(parts, record, job);
  if (item.decoded !== undefined) return verdictOf(await bringIn(parts, operation, payment, record, item.decoded, job));
  if (operation.state === 'finished') return { kind: 'finished' };
  const applied = await lookAndApply(parts, operation, payment, {}, job);
  return applied === undefined ? later(parts, job, 'the provider was asked and says nothing new') : verdictOf(applied);
}

async function bringIn(
  parts: LookParts,
  operation: OperationRecord,
  payment: Payment,
  { item, provider, receivedAtMs }: NotificationRecord,
  decoded: Decoded<OperationResult>,
  job: LeasedJob,
): Promise<Applied> {
  const references = [operation.providerKey, payment.reference];
  const checked = checkIntegrity(decoded, operation.amount, references);
  const outcome = conclude(checked, {
    by: 'notification',
    providerKey: operation.providerKey,
    sentAtMs: operation.startedAtMs,
  });
  if (outcome.kind === 'unknown') return { kind: 'conflict', payment, message: outcome.message };
  if (operation.state === 'finished') {
    const agrees =
      operation.outcome?.kind === outcome.kind || outcome.kind === 'pending' || outcome.kind === 'action_required';
    if (agrees) return { kind: 'superseded', operation, payment };
    const message = `${provider} says ${describeResult(outcome)}, but the ${operation.verb} was ${operation.outcome?.kind}`;
    parts.events.emit({ type: 'conflict', payment, message });
    return { kind: 'conflict', payment, message };
  }
  const text = `${provider} pushed ${item.type}: ${describeResult(outcome)}`;
  return applyOutcome(parts, operation, payment, {
    outcome,
    origin: { by: 'notification', sinceMs: receivedAtMs },
    entries: (atMs) => [{ atMs, type: 'inquiry', text }],
    job,
  });
}

function verdictOf(applied: Applied): JobVerdict {
  switch (applied.kind) {
    case 'superseded':
      return { kind: 'finished' };
    case 'conflict':
      return { kind: 'buried', reason: applied.message };
    default:
      return { kind: 'carried_out' };
  }
}

function waitForOperation(parts: LookParts, record: NotificationRecord, job: LeasedJob): JobVerdict {
  if (parts.clock.now() - record.receivedAtMs < orphanAfterMs) return later(parts, job, 'no operation of ours yet');
  return { kind: 'buried', reason: 'it is about no operation of ours' };
}

function later({ clock }: LookParts, job: LeasedJob, reason: string): JobVerdict {
  const stepMs = waitStepsMs[Math.min(job.attempts, waitStepsMs.length) - 1] ?? 1_000;
  return { kind: 'postponed', runAtMs: clock.now() + stepMs, reason };
}

async function find(
  ledger: Store,
  provider: string,
  { by, value, verb }: NotificationSubject,
): Promise<OperationRecord | undefined> {
  switch (by) {
    case 'provider_key':
      return ofVerb(ledger, provider, await ledger.operationByProviderKey(provider, value), verb);
    case 'provider_reference':
      return ofVerb(ledger, provider, await ledger.operationByProviderReference(provider, value), verb);
    case 'payment_id':
      return onPayment(ledger, provider, value, verb);
  }
}

async function ofVerb(
  ledger: Store,
  provider: string,
  named: OperationRecord | undefined,
  verb: NotificationSubject['verb'],
): Promise<OperationRecord | undefined> {
  if (named === undefined || verb === undefined || named.verb === verb) return named;
  return onPayment(ledger, provider, named.paymentId, verb);
}

async function onPayment(
  ledger: Store,
  provider: string,
  paymentId: string,
  verb: NotificationSubject['verb'],
): Promise<OperationRecord | undefined> {
  const operations = (await ledger.operationsOf(paymentId)).filter((operation) => operation.provider === provider);
  const candidates = verb === undefined ? operations : operations.filter((operation) => operation.verb === verb);
  // Of several, the one that still waits for an answer.
  return candidates.find(({ state }) => state !== 'finished') ?? candidates[0];
}
