import { beforeEach, describe, expect, it } from 'vitest';
import { Acquirer } from '../../../src/acquirer/acquirer.ts';
import { type Behaviour, DEFAULT_BEHAVIOUR } from '../../../src/acquirer/behaviour.ts';
import { Book } from '../../../src/acquirer/book.ts';
import { Script } from '../../../src/acquirer/script.ts';
import { SandboxClock } from '../../../src/clock.ts';
import { readOrder } from '../../../src/soap/cybersource/order.ts';
import { TransactionProcessor } from '../../../src/soap/cybersource/transaction-processor.ts';

const hour = 3_600_000;
const run = { attributes: { run: 'true' } };

let behaviour: Behaviour;
let clock: SandboxClock;
let book: Book;
let processor: TransactionProcessor;
let heldMs: number;
let count: number;

beforeEach(() => {
  behaviour = { ...DEFAULT_BEHAVIOUR };
  clock = new SandboxClock(() => 1_750_000_000_000);
  book = new Book();
  const parts = { clock, book, script: new Script(), behaviour, run: '00000000', capacity: 100 };
  processor = new TransactionProcessor(new Acquirer({ ...parts, announce: () => undefined }), clock);
  heldMs = 0;
  count = 0;
});

interface Reply {
  readonly decision: string;
  readonly reasonCode: number;
  readonly requestID: string;
  readonly missingField?: readonly string[];
  readonly invalidField?: readonly string[];
}

/** Runs a request under an identifier and a reference of its own, unless it brings them. */
function send(fields: object): Reply {
  count += 1;
  const order = {
    merchantReferenceCode: `order-${count}`,
    merchantTransactionIdentifier: `id-${count}`,
    purchaseTotals: { currency: 'EUR', grandTotalAmount: '50.00' },
    recurringSubscriptionInfo: { subscriptionID: 'tok_1' },
    ...fields,
  };
  const reply: unknown = processor.run(readOrder(order), (ms) => {
    heldMs = ms;
  });
  return reply as Reply;
}

const authorization = { ccAuthService: run };
const sale = { ccAuthService: run, ccCaptureService: run };
const capture = (id: string) => ({ ccCaptureService: { ...run, authRequestID: id } });
const credit = (id: string) => ({ ccCreditService: { ...run, captureRequestID: id } });
const release = (id: string) => ({ ccAuthReversalService: { ...run, authRequestID: id } });
const kinds = () => book.movements().map(({ kind }) => kind);

describe('a request', () => {
  it.each([
    ['no reference', { ...sale, merchantReferenceCode: '' }, 101, 'c:merchantReferenceCode'],
    ['no service', {}, 101, 'c:ccAuthService'],
    ['a service that is not run', { ccAuthService: { attributes: { run: 'false' } } }, 101, 'c:ccAuthService'],
    ['no token', { ...sale, recurringSubscriptionInfo: {} }, 101, 'c:recurringSubscriptionInfo/subscriptionID'],
    ['no amount', { ...sale, purchaseTotals: { currency: 'EUR' } }, 102, 'c:purchaseTotals/grandTotalAmount'],
    ['a capture of nothing', capture('1'), 102, 'c:ccCaptureService/authRequestID'],
    ['a credit for nothing', credit('1'), 102, 'c:ccCreditService/captureRequestID'],
    ['a time-out reversal of nothing', { voidService: run }, 102, 'c:merchantTransactionIdentifier'],
  ])('with %s is refused', (_name, fields, reasonCode, field) => {
    const reply = send(fields);
    expect(reply).toMatchObject({ decision: 'REJECT', reasonCode });
    expect(reply.missingField ?? reply.invalidField).toEqual([field]);
    expect(book.movements()).toEqual([]);
  });

  it('is refused as a repeat by its reference for 15 minutes, by its identifier for 60 days', () => {
    expect(send({ ...sale, merchantReferenceCode: 'one' }).reasonCode).toBe(100);
    expect(send({ ...sale, merchantReferenceCode: 'one' })).toMatchObject({ decision: 'REJECT', reasonCode: 104 });
    clock.advance(16 * 60_000);
    expect(send({ ...sale, merchantReferenceCode: 'one', merchantTransactionIdentifier: 'name' }).reasonCode).toBe(100);
    clock.advance(59 * 24 * hour);
    expect(send({ ...sale, merchantTransactionIdentifier: 'name' }).reasonCode).toBe(104);
    expect(kinds()).toEqual(['charge', 'charge']);
  });

  it('meets a system failure, answers late, or waits for a review as the sandbox is told', () => {
    const amount = (grandTotalAmount: string) => ({ ...sale, purchaseTotals: { currency: 'EUR', grandTotalAmount } });
    expect(send(amount('50.96'))).toMatchObject({ decision: 'ERROR', reasonCode: 150 });
    expect(send(amount('50.68')).reasonCode).toBe(100);
    expect(heldMs).toBe(behaviour.lateMs);
    behaviour.settlement = 'webhook';
    expect(send(sale)).toMatchObject({ decision: 'REVIEW', reasonCode: 480 });
  });
});

describe('an authorization', () => {
  it('is captured, and a credit names the capture', () => {
    const held = send(authorization).requestID;
    const taken = send(capture(held)).requestID;
    expect(send(capture(held)).reasonCode).toBe(242);
    expect(send(credit(held)).reasonCode).toBe(102);
    expect(send(credit(taken)).reasonCode).toBe(100);
    expect(send(release(held)).reasonCode).toBe(243);
    expect(kinds()).toEqual(['hold', 'capture', 'refund']);
  });

  it('is reversed by its request or by its identifier, once', () => {
    const held = send(authorization).requestID;
    expect([send(release(held)), send(release(held))].map(({ reasonCode }) => reasonCode)).toEqual([100, 237]);
    send({ ...authorization, merchantTransactionIdentifier: 'name' });
    const reversal = { ccAuthReversalService: run, merchantTransactionIdentifier: 'name' };
    expect([send(reversal), send(reversal)].map(({ reasonCode }) => reasonCode)).toEqual([100, 237]);
    expect(send(capture(held)).reasonCode).toBe(243);
    expect(kinds()).toEqual(['hold', 'release', 'hold', 'release']);
  });
});

describe('a sale', () => {
  const undo = { voidService: run, merchantTransactionIdentifier: 'name' };

  it('is voided by its identifier before it is submitted, once', () => {
    const { requestID } = send({ ...sale, merchantTransactionIdentifier: 'name' });
    expect([send(undo), send(undo)].map(({ reasonCode }) => reasonCode)).toEqual([100, 246]);
    expect(send(credit(requestID)).reasonCode).toBe(247);
    expect(kinds()).toEqual(['charge', 'reversal']);
  });

  it('is not voided afterwards', () => {
    send({ ...sale, merchantTransactionIdentifier: 'name' });
    clock.advance(24 * hour);
    expect(send(undo).reasonCode).toBe(246);
    expect(kinds()).toEqual(['charge']);
  });

  it('is forgotten with a reset', () => {
    send({ ...sale, merchantTransactionIdentifier: 'name' });
    processor.reset();
    expect(send(undo).reasonCode).toBe(102);
  });
});
