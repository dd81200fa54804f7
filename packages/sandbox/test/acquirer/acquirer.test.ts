import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Acquirer } from '../../src/acquirer/acquirer.ts';
import { type Behaviour, DEFAULT_BEHAVIOUR } from '../../src/acquirer/behaviour.ts';
import { Book } from '../../src/acquirer/book.ts';
import type { ChargeCommand, Command } from '../../src/acquirer/command.ts';
import type { Execution } from '../../src/acquirer/execution.ts';
import { Script } from '../../src/acquirer/script.ts';
import type { StateChange } from '../../src/acquirer/state-change.ts';
import { SandboxClock } from '../../src/clock.ts';

const CHARGE: ChargeCommand = {
  kind: 'charge',
  amount: 5000n,
  currency: 'USD',
  payer: 'token:a',
  capture: true,
  reference: undefined,
  clientReference: 'order-1',
};

function acquirerWith(change: Partial<Behaviour> = {}, capacity = 1000) {
  const behaviour: Behaviour = { ...DEFAULT_BEHAVIOUR, ...change };
  const clock = new SandboxClock(() => 1_000_000);
  const book = new Book();
  const script = new Script();
  const changes: StateChange[] = [];
  const announce = (change: StateChange) => void changes.push(change);
  const acquirer = new Acquirer({ clock, book, script, behaviour, run: '00000000', capacity, announce });
  return { acquirer, behaviour, book, changes, clock, script };
}

function open(acquirer: Acquirer, over: Partial<ChargeCommand> = {}, key?: string): string {
  return resourceId(acquirer.execute({ ...CHARGE, ...over }, key));
}

function resourceId(execution: Execution): string {
  if (execution.kind !== 'executed' || execution.answer.kind === 'refused') throw new Error(execution.kind);
  return execution.answer.resource.id;
}

const capture = (paymentId: string, amount?: bigint): Command => ({
  kind: 'capture',
  paymentId,
  amount,
  clientReference: undefined,
});

const refund = (paymentId: string, amount?: bigint): Command => ({
  kind: 'refund',
  of: 'charge',
  paymentId,
  amount,
  reference: undefined,
  clientReference: undefined,
});

const release = (paymentId: string): Command => ({ kind: 'void', paymentId, clientReference: undefined });

describe('idempotency', () => {
  it('honours: one movement, the stored answer, another command refused', () => {
    const { acquirer, book } = acquirerWith();
    const first = acquirer.execute(CHARGE, 'k');
    const again = acquirer.execute({ ...CHARGE }, 'k');
    expect(first).toMatchObject({ kind: 'executed' });
    expect(again).toEqual({ kind: 'replayed', answer: 'answer' in first && first.answer });
    expect(acquirer.execute({ ...CHARGE, amount: 6000n }, 'k')).toEqual({ kind: 'key_reused' });
    expect(book.movements()).toHaveLength(1);
  });

  it('replays the first answer, not what became of the payment since', () => {
    const { acquirer } = acquirerWith();
    const id = open(acquirer, {}, 'k');
    acquirer.execute(refund(id), 'r');
    expect(acquirer.execute(CHARGE, 'k')).toMatchObject({ answer: { resource: { refunded: 0n } } });
  });

  it('ignores: every request moves money, the book shows both', () => {
    const { acquirer, book } = acquirerWith({ personality: 'ignores' });
    open(acquirer, {}, 'k');
    open(acquirer, { amount: 6000n }, 'k');
    expect(book.movementsOf('k')).toHaveLength(2);
  });

  it('forgets: honours inside the window, executes again at its end', () => {
    const { acquirer, book, clock } = acquirerWith({ personality: 'forgets', keyWindowMs: 1000 });
    open(acquirer, {}, 'k');
    clock.advance(999);
    expect(acquirer.execute(CHARGE, 'k').kind).toBe('replayed');
    clock.advance(1);
    expect(acquirer.execute(CHARGE, 'k').kind).toBe('executed');
    expect(book.movementsOf('k')).toHaveLength(2);
  });

  it('a command without a key always executes', () => {
    const { acquirer, book } = acquirerWith();
    open(acquirer);
    open(acquirer);
    expect(book.movements()).toHaveLength(2);
  });

  it('a decline and a system error are final for their key', () => {
    const { acquirer, book, script } = acquirerWith();
    script.push('51', '96');
    for (const key of ['declined', 'failed']) {
      expect(acquirer.execute(CHARGE, key)).toMatchObject({ kind: 'executed', answer: { kind: key } });
      expect(acquirer.execute(CHARGE, key)).toMatchObject({ kind: 'replayed', answer: { kind: key } });
    }
    expect(book.movements()).toHaveLength(0);
  });

  it('68 moves the money at once and keeps the key in use until the answer is due', () => {
    const { acquirer, book, clock } = acquirerWith({ lateMs: 500 });
    const late = { ...CHARGE, amount: 68n };
    expect(acquirer.execute(late, 'k')).toMatchObject({ kind: 'executed', lateMs: 500 });
    expect(book.movements()).toHaveLength(1);
    expect(acquirer.execute(late, 'k')).toEqual({ kind: 'key_in_use' });
    clock.advance(500);
    expect(acquirer.execute(late, 'k').kind).toBe('replayed');
  });
});

describe('limits', () => {
  it('captures in parts, never more than is held, and voids the rest', () => {
    const { acquirer, book } = acquirerWith();
    const id = open(acquirer, { capture: false });
    expect(acquirer.execute(capture(id, 5001n), undefined)).toMatchObject({ answer: { reason: 'amount_too_large' } });
    expect(acquirer.execute(capture(id, 2000n), undefined)).toMatchObject({
      answer: { resource: { status: 'partially_captured' } },
    });
    expect(acquirer.execute(capture(id, 3001n), undefined)).toMatchObject({ answer: { reason: 'amount_too_large' } });
    expect(acquirer.execute(release(id), undefined)).toMatchObject({ answer: { resource: { status: 'succeeded' } } });
    expect(acquirer.execute(release(id), undefined)).toMatchObject({ answer: { reason: 'not_voidable' } });
    expect(acquirer.execute(capture(id), undefined)).toMatchObject({ answer: { reason: 'not_capturable' } });
    expect(book.movements().map((movement) => movement.kind)).toEqual(['hold', 'capture', 'release']);
    expect(book.balanceOf('merchant', 'USD')).toBe(2000n);
    expect(book.balanceOf('token:a', 'USD')).toBe(-2000n);
  });

  it('refunds in parts, never more than was captured', () => {
    const { acquirer, book } = acquirerWith();
    const id = open(acquirer);
    acquirer.execute(refund(id, 2000n), 'r1');
    acquirer.execute(refund(id, 2000n), 'r2');
    expect(acquirer.execute(refund(id, 1001n), 'r3')).toMatchObject({ answer: { reason: 'amount_too_large' } });
    acquirer.execute(refund(id), 'r4');
    expect(acquirer.execute(refund(id), 'r5')).toMatchObject({ answer: { reason: 'not_refundable' } });
    expect(book.balanceOf('merchant', 'USD')).toBe(0n);
  });

  it('turns commands away once it is full, and still replays', () => {
    const { acquirer } = acquirerWith({}, 1);
    open(acquirer, {}, 'k');
    expect(acquirer.execute(CHARGE, 'k').kind).toBe('replayed');
    expect(acquirer.execute(CHARGE, 'other').kind).toBe('full');
  });
});

describe('settlement', () => {
  it.each(['webhook', 'poll'] as const)('%s: pending until it is settled, the money moves then, once', (settlement) => {
    const { acquirer, book, changes, clock } = acquirerWith({ settlement, settleAfterMs: 1000 });
    const answered = acquirer.execute(CHARGE, 'k');
    expect(answered).toMatchObject({ answer: { kind: 'accepted', resource: { status: 'pending', captured: 0n } } });
    const id = resourceId(answered);
    clock.advance(999);
    expect(acquirer.inquire('k')).toMatchObject({ outcome: undefined });
    expect(acquirer.payment(id)?.status).toBe('pending');
    expect(acquirer.execute(refund(id), 'r')).toMatchObject({ answer: { reason: 'not_refundable' } });
    expect(book.movements()).toEqual([]);
    clock.advance(1);
    expect(acquirer.inquire('k')).toMatchObject({ outcome: { kind: 'accepted', resource: { status: 'succeeded' } } });
    expect(acquirer.payment(id)).toMatchObject({ status: 'succeeded', captured: 5000n });
    expect(book.movements()).toMatchObject([{ kind: 'charge', key: 'k', at: 1_001_000 }]);
    const told = settlement === 'webhook' ? [{ type: 'charge.succeeded', key: 'k', at: 1_001_000 }] : [];
    expect(changes).toMatchObject(told);
    expect(changes).toHaveLength(told.length);
  });

  it('replays the pending answer before and after it is settled, and moves no money again', () => {
    const { acquirer, book, changes, clock } = acquirerWith({ settlement: 'webhook', settleAfterMs: 1000 });
    const first = acquirer.execute(CHARGE, 'k');
    for (const advanceMs of [0, 1000]) {
      clock.advance(advanceMs);
      expect(acquirer.execute(CHARGE, 'k')).toEqual({ kind: 'replayed', answer: 'answer' in first && first.answer });
    }
    expect(acquirer.execute({ ...CHARGE, amount: 1n }, 'k')).toEqual({ kind: 'key_reused' });
    expect(book.movements()).toHaveLength(1);
    expect(changes).toHaveLength(1);
  });

  it('settles at once by default, and answers pending all the same', () => {
    const { acquirer, book, changes } = acquirerWith({ settlement: 'webhook' });
    expect(acquirer.execute(CHARGE, 'k')).toMatchObject({ answer: { resource: { status: 'pending' } } });
    expect(book.movements()).toHaveLength(1);
    expect(changes).toMatchObject([{ type: 'charge.succeeded', resource: { status: 'succeeded' } }]);
  });

  it('tells declines, failures and holds the same way', () => {
    const { acquirer, book, changes, script } = acquirerWith({ settlement: 'webhook' });
    script.push('51', '96', '00');
    const held = { ...CHARGE, capture: false };
    for (const key of ['a', 'b', 'c'])
      expect(acquirer.execute(held, key)).toMatchObject({ answer: { kind: 'accepted' } });
    expect(changes.map((change) => change.type)).toEqual(['charge.declined', 'charge.failed', 'charge.authorized']);
    expect(acquirer.inquire('a')).toMatchObject({ outcome: { kind: 'declined', code: '51' } });
    expect(acquirer.inquire('b')).toMatchObject({ outcome: { kind: 'failed' } });
    expect(book.movements()).toMatchObject([{ kind: 'hold', key: 'c' }]);
  });

  it('settles each execution of a key that is ignored; inquiries tell the latest', () => {
    const { acquirer, book, clock } = acquirerWith({
      settlement: 'webhook',
      settleAfterMs: 1000,
      personality: 'ignores',
    });
    open(acquirer, {}, 'k');
    clock.advance(500);
    const second = open(acquirer, {}, 'k');
    clock.advance(500);
    expect(book.movementsOf('k')).toHaveLength(1);
    expect(acquirer.inquire('k')).toMatchObject({ outcome: undefined });
    clock.advance(500);
    expect(book.movementsOf('k')).toHaveLength(2);
    expect(acquirer.inquire('k')).toMatchObject({ outcome: { resource: { id: second } } });
  });
});

describe('inquiry', () => {
  it('sees an operation only after the lag', () => {
    const { acquirer, clock } = acquirerWith({ inquiryLagMs: 100 });
    open(acquirer, {}, 'k');
    const query = { clientReference: 'order-1', limit: 10, startingAfter: undefined };
    expect(acquirer.inquire('k')).toBeUndefined();
    expect(acquirer.payments(query).items).toEqual([]);
    clock.advance(100);
    expect(acquirer.inquire('k')).toMatchObject({ key: 'k' });
    expect(acquirer.payments(query).items).toHaveLength(1);
  });
});

const amount = fc.bigInt({ min: 1n, max: 3000n });
const step = fc.oneof(
  fc.record({ act: fc.constant('charge' as const), amount, capture: fc.boolean(), code: outcome() }),
  fc.record({ act: fc.constantFrom('capture' as const, 'refund' as const), amount, pick: fc.nat(), code: outcome() }),
  fc.record({ act: fc.constant('void' as const), pick: fc.nat(), code: outcome() }),
);

function outcome() {
  return fc.constantFrom('00', '00', '00', '51', '68', '96');
}

it('whatever the order of operations, the book balances and no limit is passed', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 60 }), fc.constantFrom('honours', 'ignores'), (steps, personality) => {
      const { acquirer, book, script } = acquirerWith({ personality, lateMs: 0, magicAmounts: false });
      const ids = ['ch_unknown'];
      for (const [index, next] of steps.entries()) {
        script.reset();
        script.push(next.code);
        const id = 'pick' in next ? (ids[next.pick % ids.length] ?? '') : '';
        if (next.act === 'charge') {
          ids.push(resourceId(acquirer.execute({ ...CHARGE, amount: next.amount, capture: next.capture }, `${index}`)));
        } else if (next.act === 'void') acquirer.execute(release(id), `${index}`);
        else acquirer.execute((next.act === 'capture' ? capture : refund)(id, next.amount), `${index}`);
      }
      expect(book.isBalanced()).toBe(true);
      for (const id of ids.slice(1)) {
        const moved = (kind: string) =>
          book
            .movements()
            .filter((movement) => movement.payment === id && movement.kind === kind)
            .reduce((sum, movement) => sum + movement.amount, 0n);
        const payment = acquirer.payment(id);
        const taken = moved('charge') + moved('capture');
        expect(taken).toBe(payment?.captured);
        expect(moved('refund')).toBe(payment?.refunded);
        expect(moved('refund') <= taken).toBe(true);
        expect(taken <= (payment?.amount ?? 0n)).toBe(true);
        expect(book.balanceOf(`hold:${id}`, 'USD')).toBe(payment?.held);
      }
    }),
    { numRuns: 500, seed: 20_260_101 },
  );
});
