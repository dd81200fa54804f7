import { type Applied, applyOutcome } from '../gateway/apply-outcome.ts';
import { conclude, freesKey } from '../gateway/conclude.ts';
import { lookAndApply } from '../gateway/inquire.ts';
import { checkIntegrity } from '../gateway/integrity.ts';
import { readKnown } from '../gateway/known-operation.ts';
import type { LookParts } from '../gateway/look.ts';
import { describeResult } from '../gateway/timeline-text.ts';
import type { LeasedJob } from '../ledger/job.ts';
import type { KeptMessage, NotificationRecord } from '../ledger/notification-record.ts';
import type { OperationRecord } from '../ledger/operation-record.ts';
import type { Payment } from '../model/payment.ts';
import type { Decoded, OperationResult } from '../provider/operation.ts';
import type { JobVerdict } from '../worker/worker.ts';
import { acceptRecords } from './accept-records.ts';
import { findSubject } from './find-subject.ts';
import { keptMessage, namesWhatIsHidden, readMessage } from './read-message.ts';

// A notification may overtake the answer that it is about; after a day it is about nothing of ours.
const orphanAfterMs = 24 * 60 * 60 * 1000;
// What a provider pushes may be ahead of what it answers, by seconds. After these the settlement goes on alone.
const hintLooks = 4;
const waitStepsMs: readonly number[] = [1_000, 5_000, 30_000, 120_000, 600_000];

/** Brings one stored event into the payment that it is about: at most once, and never backwards. */
export async function processNotification(parts: LookParts, job: LeasedJob, untilMs: number): Promise<JobVerdict> {
  const record = await parts.ledger.notification(job.subject);
  if (record === undefined) return { kind: 'finished' };
  const { item } = record;
  if (record.message !== undefined) return readAgain(parts, record, record.message);
  if (item.quarantined !== undefined) {
    parts.events.emit({ type: 'trouble', message: `${record.id} is quarantined: ${item.quarantined}` });
    return { kind: 'buried', reason: item.quarantined };
  }
  if (item.subject === undefined) return { kind: 'finished' };
  const {
    named,
    operation: found,
    other,
  } = await findSubject(parts.ledger, record.provider, item.subject, item.decoded);
  const known = named && (await readKnown(parts.ledger, found ?? named));
  if (known === undefined) return waitForOperation(parts, record, job);
  const { operation, payment } = known;
  if (other !== undefined)
    return conflict(parts, record, payment, ` about this payment, with the id that it gave to ${other.paymentId}`);
  // Such as a return that nobody recalled.
  if (found === undefined)
    return conflict(parts, record, payment, ` about a ${item.subject.verb} that the payment does not have`);
  const { decoded } = item;
  if (decoded !== undefined) return bringIn(parts, operation, payment, record, decoded, job);
  if (operation.state === 'finished') return { kind: 'finished' };
  const limits = { deadlineMs: untilMs - parts.clock.now() };
  const applied = await lookAndApply(parts, operation, payment, limits, job);
  if (applied === undefined) return later(parts, job, 'the provider was asked and did not say');
  if (applied.kind !== 'unchanged') return verdictOf(applied);
  return job.attempts < hintLooks ? later(parts, job, 'the provider says nothing new') : { kind: 'finished' };
}

/** A replay after the provider was mended. What was read before has its effect once. */
async function readAgain(
  { registry, ledger, clock }: LookParts,
  record: NotificationRecord,
  message: KeptMessage,
): Promise<JobVerdict> {
  const notifications = registry.find(record.provider)?.provider.notifications;
  if (notifications === undefined) return notRead;
  const records = readMessage(notifications, keptMessage(message), record);
  const events = records.filter(({ message: unread, item }) => unread === undefined && !namesWhatIsHidden(item));
  await acceptRecords(ledger, events, clock.now());
  return events.length === records.length ? { kind: 'finished' } : notRead;
}

const notRead: JobVerdict = {
  kind: 'buried',
  reason: 'it was believed but could not be read: mend how its provider reads, then replay it, or have it sent again',
};

/** Nothing is written; a person has to look. */
function conflict(
  { events }: LookParts,
  { provider, item }: NotificationRecord,
  payment: Payment,
  about: string,
): JobVerdict {
  const message = `${provider} pushed ${item.type}${about}`;
  events.emit({ type: 'conflict', payment, message });
  return buriedFor(payment, message);
}

async function bringIn(
  parts: LookParts,
  operation: OperationRecord,
  payment: Payment,
  record: NotificationRecord,
  decoded: Decoded<OperationResult>,
  job: LeasedJob,
): Promise<JobVerdict> {
  const { item, provider, receivedAtMs } = record;
  const references = [operation.providerKey, payment.reference];
  const checked = checkIntegrity(decoded, operation.amount, references);
  const outcome = conclude(checked, {
    by: 'notification',
    providerKey: operation.providerKey,
    sentAtMs: operation.startedAtMs,
  });
  if (outcome.kind === 'unknown') return conflict(parts, record, payment, `, but ${outcome.message}`);
  // "Try again" may be the late copy of what was said to an earlier attempt. It must not free the key of one that was taken.
  if (freesKey(outcome)) return { kind: 'finished' };
  const text = `${provider} pushed ${item.type}: ${describeResult(outcome)}`;
  const applied = await applyOutcome(parts, operation, payment, {
    outcome,
    origin: { by: 'notification', sinceMs: receivedAtMs },
    entries: (atMs) => [{ atMs, type: 'inquiry', text }],
    job,
  });
  return verdictOf(applied);
}

function verdictOf(applied: Applied): JobVerdict {
  switch (applied.kind) {
    case 'superseded':
      return applied.contradiction === undefined
        ? { kind: 'finished' }
        : buriedFor(applied.payment, applied.contradiction);
    case 'conflict':
      return buriedFor(applied.payment, applied.message);
    default:
      return { kind: 'carried_out' };
  }
}

/** The job names the event only: whoever looks at it has to find the payment. */
function buriedFor({ id }: Payment, message: string): JobVerdict {
  return { kind: 'buried', reason: `${message}: ${id}` };
}

function waitForOperation(parts: LookParts, record: NotificationRecord, job: LeasedJob): JobVerdict {
  if (parts.clock.now() - record.receivedAtMs < orphanAfterMs) return later(parts, job, 'no operation of ours yet');
  return { kind: 'buried', reason: 'it is about no operation of ours' };
}

function later({ clock }: LookParts, job: LeasedJob, reason: string): JobVerdict {
  const stepMs = waitStepsMs[Math.min(job.attempts, waitStepsMs.length) - 1] ?? 1_000;
  return { kind: 'postponed', runAtMs: clock.now() + stepMs, reason };
}
