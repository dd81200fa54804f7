import type { SandboxClock } from '../clock.ts';
import type { WebhookScheme } from '../webhook/webhook-scheme.ts';
import type { Answer, RefusalReason } from './answer.ts';
import { Archive, type Page, type PageQuery, pageOf } from './archive.ts';
import type { Behaviour } from './behaviour.ts';
import type { Book } from './book.ts';
import type { CaptureCommand, ChargeCommand, Command, RefundCommand, TransferCommand, VoidCommand } from './command.ts';
import { entryOf } from './entry.ts';
import type { Execution } from './execution.ts';
import { judgeKey } from './idempotency.ts';
import type { Operation } from './operation.ts';
import { type OutcomeCode, outcomeOfAmount } from './outcome-code.ts';
import type { Payment, Refund } from './payment.ts';
import type { Script } from './script.ts';
import { type StateChange, stateChangeOf } from './state-change.ts';
import { withoutMovement } from './without-movement.ts';

/** The account that charges are paid into. */
const MERCHANT_ACCOUNT = 'merchant';

export interface AcquirerParts {
  readonly clock: SandboxClock;
  readonly book: Book;
  readonly script: Script;
  /** Read at every command, so switches act at once. */
  readonly behaviour: Readonly<Behaviour>;
  /** Makes identifiers of different runs differ. */
  readonly run: string;
  /** How many operations are kept before commands are turned away. */
  readonly capacity: number;
  /** Told of every state change, once its own answer is due. */
  readonly announce: (change: StateChange) => void;
}

/** The decision about one command: the answer, and what changed with it. */
interface Decision {
  readonly answer: Answer;
  readonly payment?: Payment;
  readonly refund?: Refund;
  readonly late?: boolean;
}

/** The acquirer behind every wire: decides on commands, moves money in the book, remembers keys. */
export class Acquirer {
  readonly #parts: AcquirerParts;
  readonly #archive: Archive;
  #issued = 0;

  constructor(parts: AcquirerParts) {
    this.#parts = parts;
    this.#archive = new Archive(parts.capacity);
  }

  /**
   * Executes a command, or answers it from an earlier execution with the same key. `announced`: the words in which an event
   * tells of it, where the wire has readers of events.
   */
  execute(
    command: Command,
    key: string | undefined,
    announced: WebhookScheme | false = 'standard_webhooks',
  ): Execution {
    const { behaviour, clock } = this.#parts;
    const now = clock.now();
    const earlier = key === undefined ? undefined : this.#archive.operationOf(key);
    const verdict = judgeKey(earlier, command, behaviour, now);
    if (verdict.kind === 'replay') return { kind: 'replayed', answer: verdict.operation.answer };
    if (verdict.kind !== 'execute') return verdict;
    if (this.#archive.isFull()) return { kind: 'full' };

    const decision = this.#decide(command, now);
    const lateMs = decision.late ? behaviour.lateMs : 0;
    const { answer } = decision;
    const operation = {
      id: this.#identify('op'),
      key,
      command,
      answer,
      outcome: answer,
      at: now,
      answeredAt: now + lateMs,
      announced,
    };
    const pending = behaviour.settlement === 'sync' ? undefined : pendingOf(command, decision);
    if (pending) return this.#defer(operation, decision, pending, lateMs);
    this.#archive.keep(operation);
    this.#apply(operation, decision);
    clock.after(lateMs, () => this.#announce(operation));
    return { kind: 'executed', operation: operation.id, answer, lateMs };
  }

  /**
   * Takes back what an operation moved, as before it was settled: a charge, a capture or a refund. `false`: it moved nothing
   * of that kind, or was taken back before. `refund` is the id of what the operation made, where it made one.
   */
  reverse(operation: string, refund?: string): boolean {
    const { book, clock } = this.#parts;
    const movement = book.movementOf(operation);
    const payment = movement && this.#archive.payment(movement.payment);
    const undone = payment && withoutMovement(payment, movement);
    const reversal = `reversal:${operation}`;
    if (!undone || book.movementOf(reversal)) return false;
    const { id: _, debit, credit, ...entry } = movement;
    book.post({ ...entry, kind: 'reversal', operation: reversal, debit: credit, credit: debit, at: clock.now() });
    this.#archive.keepPayment(undone);
    const given = refund === undefined ? undefined : this.#archive.refund(refund);
    if (given) this.#archive.keepRefund({ ...given, status: 'voided' });
    return true;
  }

  /** The latest operation that carried this key, once inquiries can see it. Personalities do not change this. */
  inquire(key: string): Operation | undefined {
    const operation = this.#archive.operationOf(key);
    return operation && this.#isVisible(operation.at) ? operation : undefined;
  }

  payment(id: string): Payment | undefined {
    return this.#archive.payment(id);
  }

  refund(id: string): Refund | undefined {
    return this.#archive.refund(id);
  }

  payments(query: PageQuery): Page<Payment> {
    return pageOf(
      this.#archive.payments().filter((payment) => this.#isVisible(payment.createdAt)),
      query,
    );
  }

  refunds(query: PageQuery): Page<Refund> {
    return pageOf(
      this.#archive.refunds().filter((refund) => this.#isVisible(refund.createdAt)),
      query,
    );
  }

  reset(): void {
    this.#archive.reset();
  }

  #isVisible(at: number): boolean {
    return this.#parts.clock.now() >= at + this.#parts.behaviour.inquiryLagMs;
  }

  #decide(command: Command, now: number): Decision {
    switch (command.kind) {
      case 'charge':
      case 'transfer':
        return this.#open(command, now);
      case 'capture':
        return this.#capture(command);
      case 'void':
        return this.#void(command);
      case 'refund':
        return this.#refund(command, now);
    }
  }

  #open(command: ChargeCommand | TransferCommand, now: number): Decision {
    const { script, behaviour } = this.#parts;
    const code = script.take(command.kind) ?? (behaviour.magicAmounts ? outcomeOfAmount(command.amount) : '00');
    const held = command.kind === 'charge' && !command.capture ? command.amount : 0n;
    const approved = isApproval(code);
    const accepted = held > 0n ? 'authorized' : 'succeeded';
    const payment: Payment = {
      kind: command.kind,
      id: this.#identify(command.kind === 'charge' ? 'ch' : 'tr'),
      status: approved ? accepted : refusedStatus(code),
      amount: command.amount,
      currency: command.currency,
      payer: command.payer,
      payee: command.kind === 'charge' ? MERCHANT_ACCOUNT : command.payee,
      held: approved ? held : 0n,
      captured: approved ? command.amount - held : 0n,
      refunded: 0n,
      declineCode: approved ? undefined : code,
      reference: command.reference,
      clientReference: command.clientReference,
      createdAt: now,
      settledAt: code === '68' ? now + behaviour.lateMs : now,
    };
    return { ...verdictOf(code, payment), payment };
  }

  #capture(command: CaptureCommand): Decision {
    const payment = this.#archive.payment(command.paymentId);
    if (payment?.kind !== 'charge') return refused('not_found', 'No such charge');
    if (payment.held === 0n) return refused('not_capturable', 'Nothing is held on this charge');
    const amount = command.amount ?? payment.held;
    if (amount > payment.held) return refused('amount_too_large', 'More than what is still held');
    const code = this.#parts.script.take('capture') ?? '00';
    if (!isApproval(code)) return verdictOf(code, payment);
    const held = payment.held - amount;
    const status = held > 0n ? 'partially_captured' : 'succeeded';
    const captured: Payment = { ...payment, status, held, captured: payment.captured + amount };
    return { ...verdictOf(code, captured), payment: captured };
  }

  #void(command: VoidCommand): Decision {
    const payment = this.#archive.payment(command.paymentId);
    if (payment?.kind !== 'charge') return refused('not_found', 'No such charge');
    if (payment.held === 0n) return refused('not_voidable', 'Nothing is held on this charge');
    const code = this.#parts.script.take('void') ?? '00';
    if (!isApproval(code)) return verdictOf(code, payment);
    const voided: Payment = { ...payment, status: payment.captured > 0n ? 'succeeded' : 'voided', held: 0n };
    return { ...verdictOf(code, voided), payment: voided };
  }

  #refund(command: RefundCommand, now: number): Decision {
    const { script, behaviour } = this.#parts;
    const payment = this.#archive.payment(command.paymentId);
    if (!payment || payment.kind !== command.of) return refused('not_found', `No such ${command.of}`);
    const refundable = payment.captured - payment.refunded;
    if (refundable === 0n) return refused('not_refundable', 'Nothing is left to refund');
    const amount = command.amount ?? refundable;
    if (amount > refundable) return refused('amount_too_large', 'More than what was taken and not yet refunded');
    const code = script.take('refund') ?? '00';
    const approved = isApproval(code);
    const refund: Refund = {
      kind: 'refund',
      id: this.#identify('re'),
      paymentId: payment.id,
      status: approved ? 'succeeded' : refusedStatus(code),
      amount,
      currency: payment.currency,
      declineCode: approved ? undefined : code,
      reference: command.reference,
      clientReference: command.clientReference,
      createdAt: now,
      settledAt: code === '68' ? now + behaviour.lateMs : now,
    };
    if (!approved) return { ...verdictOf(code, refund), refund };
    return { ...verdictOf(code, refund), refund, payment: { ...payment, refunded: payment.refunded + amount } };
  }

  /** Answers that the payment is pending; the decision is carried out later. */
  #defer(operation: Operation, decision: Decision, pending: Payment, lateMs: number): Execution {
    const { behaviour, clock } = this.#parts;
    const answer: Answer = { kind: 'accepted', resource: pending };
    const settled: Operation = { ...operation, answer };
    this.#archive.keep({ ...settled, outcome: undefined });
    this.#archive.keepPayment(pending);
    clock.after(lateMs + behaviour.settleAfterMs, () => {
      this.#archive.revise(settled);
      this.#apply(settled, decision);
      this.#announce(settled);
    });
    return { kind: 'executed', operation: operation.id, answer, lateMs };
  }

  /** Carries a decision out: what it changes is kept, and its money moves. */
  #apply(operation: Operation, { answer, payment, refund }: Decision): void {
    const { book, clock } = this.#parts;
    const before = payment && this.#archive.payment(payment.id);
    if (payment) this.#archive.keepPayment(payment);
    if (refund) this.#archive.keepRefund(refund);
    if (payment && answer.kind === 'accepted') book.post(entryOf(operation, payment, before, clock.now()));
  }

  #announce(operation: Operation): void {
    const { announce, behaviour, clock } = this.#parts;
    if (behaviour.settlement === 'poll') return;
    const change = stateChangeOf(operation, clock.now());
    if (change) announce(change);
  }

  #identify(prefix: string): string {
    this.#issued += 1;
    return `${prefix}_${this.#parts.run}${this.#issued.toString(16).padStart(8, '0')}`;
  }
}

/** The payment as it stands before the decision that opens it is carried out; undefined for any other command. */
function pendingOf(command: Command, { payment }: Decision): Payment | undefined {
  if (!payment || !(command.kind === 'charge' || command.kind === 'transfer')) return undefined;
  return { ...payment, status: 'pending', held: 0n, captured: 0n, declineCode: undefined };
}

function isApproval(code: OutcomeCode): boolean {
  return code === '00' || code === '68';
}

function refusedStatus(code: OutcomeCode): 'failed' | 'declined' {
  return code === '96' ? 'failed' : 'declined';
}

function verdictOf(code: OutcomeCode, resource: Payment | Refund): Decision {
  if (code === '96') return { answer: { kind: 'failed', resource } };
  if (!isApproval(code)) return { answer: { kind: 'declined', code, resource } };
  return { answer: { kind: 'accepted', resource }, late: code === '68' };
}

function refused(reason: RefusalReason, message: string): Decision {
  return { answer: { kind: 'refused', reason, message } };
}
