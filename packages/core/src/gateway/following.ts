import type { Ledger } from '../ledger/ledger.ts';
import { type FollowingVerb, keyScopeOf, type MoneyCommands } from '../model/command.ts';
import type { Clock } from '../provider/clock.ts';
import { pause } from '../provider/pause.ts';
import { checkFollowing } from './check-following.ts';
import { fingerprint } from './fingerprint.ts';
import { defaultTenant, type Identifiers } from './identifiers.ts';
import type { CallOptions, Line } from './line.ts';
import { keyReused, knownReceipt, type Receipt, refused, rejected } from './receipt.ts';
import type { Registry } from './registry.ts';
import { validateCommand } from './validate.ts';

/** What changing a payment needs of its surroundings. */
export interface FollowingParts {
  readonly registry: Registry;
  readonly ledger: Ledger;
  readonly line: Line;
  readonly clock: Clock;
  readonly identifiers: Identifiers;
}

// Operations on one payment take turns. One that finds another in flight waits a little, then asks its caller to.
const turns = 20;
const turnMs = 50;

/** Changes payments: checks the command against the payment, and sends it down the line of the payment's provider. */
export class Following {
  readonly #parts: FollowingParts;

  constructor(parts: FollowingParts) {
    this.#parts = parts;
  }

  async carryOut(
    verb: FollowingVerb,
    command: MoneyCommands[FollowingVerb],
    options: CallOptions = {},
  ): Promise<Receipt> {
    const issues = validateCommand(command);
    if (issues.length > 0) return refused(issues);
    for (let turn = 0; turn < turns; turn += 1) {
      const answer = await this.#try(verb, command, options);
      if (answer !== 'changed') return answer;
      if ((await pause(this.#parts.clock, turnMs, options.signal)) === 'aborted') break;
    }
    return operationOpen;
  }

  async #try(
    verb: FollowingVerb,
    command: MoneyCommands[FollowingVerb],
    options: CallOptions,
  ): Promise<Receipt | 'changed'> {
    const { registry, line, clock, identifiers } = this.#parts;
    const { tenant = defaultTenant } = command;
    const print = fingerprint(verb, command);
    const read = await this.#read(tenant, verb, command).catch(() => undefined);
    if (read === undefined) return notRead;
    const { payment, known, inFlight } = read;
    if (known !== undefined && known.fingerprint !== print) return keyReused;
    if (payment === undefined) return rejected('payment_unknown', 'there is no such payment');
    if (known !== undefined) return knownReceipt(known, payment);
    if (payment.openOperation !== undefined) return inFlight ? 'changed' : operationOpen;
    const guarded = registry.find(payment.provider);
    if (guarded === undefined) return rejected('unsupported', `there is no provider ${payment.provider} any more`);
    const check = checkFollowing(guarded.provider, verb, payment, 'amount' in command ? command.amount : undefined);
    if (check.kind === 'rejected') return { outcome: check, replayed: false };
    const now = clock.now();
    const id = identifiers.operationId();
    return line.carryOut({
      id,
      verb,
      command: { ...command, amount: check.amount, original: payment },
      fingerprint: print,
      startedAtMs: now,
      payment: { ...payment, openOperation: id, version: payment.version + 1, updatedAtMs: now },
      first: guarded,
      others: [],
      options,
    });
  }

  async #read(tenant: string, verb: FollowingVerb, { payment: id, idempotencyKey }: MoneyCommands[FollowingVerb]) {
    const { ledger } = this.#parts;
    // In this order the payment is not older than the outcome that is told with it.
    const known = await ledger.operation(tenant, keyScopeOf(verb), idempotencyKey);
    const payment = await ledger.payment(tenant, id);
    const open = payment?.openOperation;
    const inFlight = open !== undefined && (await ledger.operationById(open))?.state === 'in_flight';
    return { payment, known, inFlight };
  }
}

const notRead = rejected('ledger_unavailable', 'the payment could not be read, nothing was sent');

const operationOpen: Receipt = {
  outcome: {
    kind: 'rejected',
    reason: 'operation_open',
    message: 'another operation on this payment is not finished',
    retryAfterMs: 1_000,
  },
  replayed: false,
};
