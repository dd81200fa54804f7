import { beforeEach, expect, it } from 'vitest';
import { Acquirer } from '../../src/acquirer/acquirer.ts';
import { DEFAULT_BEHAVIOUR } from '../../src/acquirer/behaviour.ts';
import { Book } from '../../src/acquirer/book.ts';
import type { ChargeCommand, Command } from '../../src/acquirer/command.ts';
import { Script } from '../../src/acquirer/script.ts';
import { SandboxClock } from '../../src/clock.ts';

let book: Book;
let acquirer: Acquirer;

beforeEach(() => {
  book = new Book();
  const clock = new SandboxClock(() => 1_000_000);
  const parts = { clock, book, script: new Script(), behaviour: DEFAULT_BEHAVIOUR, run: '00000000', capacity: 100 };
  acquirer = new Acquirer({ ...parts, announce: () => undefined });
});

function executed(command: Command): { readonly operation: string; readonly id: string } {
  const execution = acquirer.execute(command, undefined);
  if (execution.kind !== 'executed' || execution.answer.kind !== 'accepted') throw new Error(execution.kind);
  return { operation: execution.operation, id: execution.answer.resource.id };
}

function charge(capture: boolean): { readonly operation: string; readonly id: string } {
  const references = { reference: undefined, clientReference: undefined };
  const command: ChargeCommand = {
    kind: 'charge',
    amount: 5000n,
    currency: 'USD',
    payer: 'token:a',
    capture,
    ...references,
  };
  return executed(command);
}

const on = (paymentId: string, amount: bigint) => ({ paymentId, amount, clientReference: undefined });

it('takes a charge back, once', () => {
  const { operation, id } = charge(true);
  expect(acquirer.reverse(operation)).toBe(true);
  expect(acquirer.reverse(operation)).toBe(false);
  expect(acquirer.payment(id)).toMatchObject({ status: 'voided', captured: 0n });
  expect(book.movements().map(({ kind }) => kind)).toEqual(['charge', 'reversal']);
  expect(book.balances()).toEqual([]);
});

it('takes a capture back to what is held', () => {
  const { id } = charge(false);
  const first = executed({ kind: 'capture', ...on(id, 2000n) });
  const second = executed({ kind: 'capture', ...on(id, 3000n) });
  expect(acquirer.reverse(second.operation)).toBe(true);
  expect(acquirer.payment(id)).toMatchObject({ status: 'partially_captured', captured: 2000n, held: 3000n });
  expect(acquirer.reverse(first.operation)).toBe(true);
  expect(acquirer.payment(id)).toMatchObject({ status: 'authorized', captured: 0n, held: 5000n });
  expect(book.balanceOf(`hold:${id}`, 'USD')).toBe(5000n);
});

it('takes a refund back, and before it nothing that it was taken from', () => {
  const opening = charge(true);
  const refund = executed({ kind: 'refund', of: 'charge', reference: undefined, ...on(opening.id, 1000n) });
  expect(acquirer.reverse(opening.operation)).toBe(false);
  expect(acquirer.reverse(refund.operation, refund.id)).toBe(true);
  expect(acquirer.reverse(refund.operation, refund.id)).toBe(false);
  expect(acquirer.refund(refund.id)?.status).toBe('voided');
  expect(acquirer.payment(opening.id)).toMatchObject({ captured: 5000n, refunded: 0n });
  expect(acquirer.reverse(opening.operation)).toBe(true);
  expect(book.isBalanced()).toBe(true);
});

it('takes no hold, no release and nothing unknown back', () => {
  const { operation, id } = charge(false);
  expect(acquirer.reverse(operation)).toBe(false);
  expect(acquirer.reverse('op_unknown')).toBe(false);
  expect(acquirer.reverse(executed({ kind: 'void', paymentId: id, clientReference: undefined }).operation)).toBe(false);
});
