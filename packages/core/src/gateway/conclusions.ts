import type { OperationRecord } from '../ledger/operation-record.ts';
import { type TimelineEntry, timelineEntry } from '../ledger/timeline-entry.ts';
import type { Outcome } from '../model/outcome.ts';
import type { Payment } from '../model/payment.ts';
import type { OperationResult } from '../provider/operation.ts';
import { applyOutcome, type RecordingParts } from './apply-outcome.ts';
import { freesKey } from './conclude.ts';
import { type KnownOperation, readKnown } from './known-operation.ts';
import { LateRecords } from './late-records.ts';
import { knownReceipt, type Receipt } from './receipt.ts';
import { describeSettlement } from './timeline-text.ts';

/** A claimed operation as the ledger has it, and what happened since. */
export interface Asked {
  readonly operation: OperationRecord;
  readonly payment: Payment;
  readonly startedAtMs: number;
  /** Not yet in the ledger. */
  readonly entries: readonly TimelineEntry[];
}

const notesAtMost = 5;

/** Writes down how calls end. What the store does not take is brought to it again. */
export class Conclusions {
  readonly #parts: RecordingParts;
  /** Apart from each other: claims that failed are many while a store is away, and must not crowd out outcomes. */
  readonly #lateRecords: LateRecords;
  readonly #lateReleases: LateRecords;

  constructor(parts: RecordingParts) {
    this.#parts = parts;
    this.#lateRecords = new LateRecords(parts);
    this.#lateReleases = new LateRecords(parts);
  }

  /** Records what a provider answered. */
  async record(asked: Asked, outcome: Outcome<OperationResult>): Promise<Receipt> {
    const { operation, payment } = asked;
    const type = freesKey(outcome) ? 'released' : 'settled';
    const facts = { verb: operation.verb, outcome };
    const origin = { by: 'answer', sinceMs: asked.startedAtMs } as const;
    const entries = (atMs: number) => [...asked.entries, timelineEntry(atMs, type, facts, describeSettlement)];
    const record = () => applyOutcome(this.#parts, operation, payment, { outcome, origin, entries });
    const applied = await record().catch(() => undefined);
    switch (applied?.kind) {
      case 'applied':
        return { outcome, replayed: false, payment: applied.payment, operationId: operation.id };
      case 'superseded':
        await this.#note(applied, asked).catch(() => undefined);
        // It is this call's own outcome, although a webhook or an inquiry brought it first.
        return { ...knownReceipt(applied.operation, applied.payment), replayed: false };
      // Others wrote to the payment again and again.
      case 'job_lost':
      case undefined:
        this.#parts.events.emit({
          type: 'trouble',
          message: `the outcome of operation ${operation.id} could not be recorded yet`,
        });
        this.#lateRecords.add(record);
    }
    return notRecorded(asked, outcome);
  }

  /** Frees the key of a claim that the store did not confirm, but may have written. Nothing was sent. */
  giveBack(operation: OperationRecord, payment: Payment): void {
    this.#lateReleases.add(async () => {
      if ((await this.#parts.ledger.operationById(operation.id)) === undefined) return;
      const outcome = { kind: 'rejected', reason: 'not_delivered', message: 'its claim was not confirmed' } as const;
      const origin = { by: 'answer', sinceMs: operation.startedAtMs } as const;
      const facts = { verb: operation.verb, outcome };
      const entries = (atMs: number) => [timelineEntry(atMs, 'released', facts, describeSettlement)];
      await applyOutcome(this.#parts, operation, payment, { outcome, origin, entries });
    });
  }

  /** Resolves when everything is recorded, or the store has refused it once more. */
  async end(): Promise<void> {
    await Promise.all([this.#lateRecords.end(), this.#lateReleases.end()]);
  }

  /** Keeps what was tried on the timeline, although the outcome had come another way before, and others may be writing. */
  async #note(finished: KnownOperation, { payment: own, entries }: Asked): Promise<void> {
    const { ledger } = this.#parts;
    let known: KnownOperation | undefined = finished;
    for (let tries = 0; known !== undefined && tries < notesAtMost; tries += 1) {
      const { operation, payment }: KnownOperation = known;
      const noted = { ...payment, likelyDoubleOf: own.likelyDoubleOf, version: payment.version + 1 };
      if ((await ledger.record({ operation, payment: noted, entries })) === 'recorded') return;
      known = await readKnown(ledger, operation);
    }
  }
}

/** The ledger does not have what happened: the operation stays in flight there, and nobody may trust more than that. */
export function notRecorded({ operation, payment }: Asked, outcome: Outcome<OperationResult>): Receipt {
  const ticket =
    outcome.kind === 'unknown'
      ? outcome.ticket
      : ({ by: 'inquiry', providerKey: operation.providerKey, sentAtMs: operation.startedAtMs } as const);
  return {
    outcome: { kind: 'unknown', cause: 'interrupted', message: 'the outcome could not be recorded', ticket },
    replayed: false,
    payment,
    operationId: operation.id,
  };
}
