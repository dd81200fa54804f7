import { createGateway, type Gateway, memoryLedger, type Payment, type Receipt } from '@polyrail/core';
import type { Bench, Subject, Target } from '../bench.ts';
import { ShiftedClock } from '../shifted-clock.ts';
import type { Cell, CellResult, MatrixVerb, Observation } from './cell.ts';
import { judgeCell, maxAttempts } from './judge-cell.ts';
import { type LaidFault, layFault, soundTarget } from './lay-fault.ts';

/** For faults that nothing else ends: short, so that the matrix takes seconds, and long enough for a busy machine. */
const shortTimeoutMs = 3_000;
const longTimeoutMs = 15_000;

/** Carries out one experiment on a simulator of its own. It never rejects: what breaks is a violation. */
export async function runCell(subject: Subject<string>, cell: Cell): Promise<CellResult> {
  try {
    const observation = await experiment(subject, cell);
    return { cell, observation, violations: judgeCell(cell, observation) };
  } catch (error) {
    return { cell, violations: [`the experiment broke: ${error instanceof Error ? error.stack : String(error)}`] };
  }
}

async function experiment(subject: Subject<string>, cell: Cell): Promise<Observation> {
  const bench = await subject.start(cell.personality);
  const lab = new Lab(subject, bench, cell.entry.endless === true);
  try {
    const paid = cell.verb === 'refund' ? await lab.pay() : undefined;
    const laid = await layFault(cell, bench);
    try {
      return await lab.observe(cell.verb, laid, paid);
    } finally {
      await laid.lift();
    }
  } finally {
    await lab.close();
    await bench.close();
  }
}

/** One bench with its gateways. They share a ledger, as one gateway does with itself after a restart. */
class Lab {
  readonly #subject: Subject<string>;
  readonly #bench: Bench<string>;
  readonly #faultyTimeoutMs: number;
  readonly #ledger = memoryLedger();
  readonly #clock = new ShiftedClock();
  readonly #gateways: Gateway[] = [];
  readonly #sound: Gateway;

  constructor(subject: Subject<string>, bench: Bench<string>, isEndless: boolean) {
    this.#subject = subject;
    this.#bench = bench;
    this.#faultyTimeoutMs = isEndless ? shortTimeoutMs : longTimeoutMs;
    this.#sound = this.#gatewayTo(soundTarget(bench), longTimeoutMs);
  }

  /** A payment to be refunded. */
  async pay(): Promise<Payment> {
    const verb = this.#subject.samples.transfer === undefined ? 'charge' : 'transfer';
    const { payment, outcome } = await this.#call(this.#sound, verb, 'opening-key', undefined);
    if (payment?.status !== 'succeeded') throw new Error(`the payment to be refunded is ${outcome.kind}`);
    return payment;
  }

  async observe(verb: MatrixVerb, laid: LaidFault, paid: Payment | undefined): Promise<Observation> {
    const bench = this.#bench;
    const before = await this.#count();
    const faulty = this.#gatewayTo(laid.target, this.#faultyTimeoutMs);
    const receipt = await this.#call(faulty, verb, 'the-key', paid);
    const after = await this.#count();
    await laid.lift();
    const repeat = await this.#call(this.#sound, verb, 'the-key', paid);
    const repeated = await this.#count();
    const payment = repeat.payment ?? receipt.payment;
    const ask = async () => payment && this.#sound.retrieve({ payment: payment.id });
    // Asked so early, "not found" must not be believed yet.
    await ask();
    await bench.elapse(this.#subject.conclusiveAfterMs);
    this.#clock.shift(this.#subject.conclusiveAfterMs);
    const settled = await ask();
    const asked = await this.#count();
    await this.#call(this.#sound, verb, 'the-key', paid);
    const final = await this.#count();
    return {
      outcome: receipt.outcome.kind,
      requests: after.requests - before.requests,
      movements: after.movements - before.movements,
      repeatRequests: repeated.requests - after.requests,
      settledMovements: asked.movements - before.movements,
      settledStatus: settled?.status,
      open: settled?.openOperation !== undefined,
      finalMovements: final.movements - before.movements,
      canBeAsked: bench.provider(soundTarget(bench)).inquiry !== undefined,
    };
  }

  async close(): Promise<void> {
    await Promise.all(this.#gateways.map((gateway) => gateway.close()));
  }

  #gatewayTo(target: Target, attemptTimeoutMs: number): Gateway {
    const gateway = createGateway({
      providers: [this.#bench.provider(target)],
      ledger: this.#ledger,
      clock: this.#clock,
      random: () => 0,
      policy: {
        maxAttempts,
        attemptTimeoutMs,
        deadlineMs: 60_000,
        backoff: { baseMs: 1, capMs: 1 },
        // The matrix is about single calls; an open breaker would hide what they come to.
        breaker: { minimumAttempts: 1_000 },
      },
    });
    this.#gateways.push(gateway);
    return gateway;
  }

  #call(gateway: Gateway, verb: MatrixVerb, idempotencyKey: string, paid: Payment | undefined): Promise<Receipt> {
    const { transfer, charge } = this.#subject.samples;
    if (verb === 'transfer' && transfer !== undefined) return gateway.transfer({ ...transfer, idempotencyKey });
    if (verb === 'charge' && charge !== undefined) return gateway.charge({ ...charge, idempotencyKey });
    if (verb === 'refund' && paid !== undefined) return gateway.refund({ payment: paid.id, idempotencyKey });
    throw new Error(`the subject has no sample of a ${verb}`);
  }

  async #count(): Promise<{ readonly requests: number; readonly movements: number }> {
    return { requests: await this.#bench.requests(), movements: await this.#bench.movements() };
  }
}
