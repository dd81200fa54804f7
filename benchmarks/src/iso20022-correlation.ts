// What it costs to take an answer of the network in and to find its payment, with few and with a million open payments.
import { hash } from 'node:crypto';
import { memoryMessages } from '@polyrail/adapter-iso20022';
import { type Claim, memoryLedger, money, parsePaymentId, type Store, type VerifiedMessage } from '@polyrail/core';
import { networkProvider, statusReport, transferCommand } from './iso20022-provider.ts';
import { readOptions } from './options.ts';
import { decimal, goalSection, publish } from './report.ts';
import { median, shuffled } from './statistics.ts';

const { quick, rounds } = readOptions(15);
const [few, many] = quick ? [1_000, 20_000] : [1_000, 1_000_000];
const times = quick ? 100 : 1_000;
const startedAtMs = Date.UTC(2026, 10, 23, 13, 15);
const amount = money(125_174n, 'USD');
const nothing = money(0n, 'USD');

const silent = memoryMessages(() => ({ phase: 'answered', response: { kind: 'accepted' } }));
const { operations, notifications } = networkProvider(silent);
const transfer = demand(operations.transfer);
const { verifier, read } = demand(notifications);
const command = transferCommand('bench');

interface Filled {
  readonly size: number;
  readonly ledger: Store;
  /** Answers about payments that were chosen at random. */
  readonly answers: readonly VerifiedMessage[];
  readonly takeMicros: number[];
  readonly findMicros: number[];
}

const stores = [await filled(few), await filled(many)];
for (let round = 0; round <= rounds; round += 1) {
  for (const each of shuffled(stores, Math.random)) {
    const keys: string[] = [];
    const take = await cpuOf(each.answers, async (answer) => keys.push(await taken(each.ledger, answer)));
    const find = await cpuOf(keys, (key) => each.ledger.operationByProviderKey('network', key));
    if (round === 0) continue;
    each.takeMicros.push(take);
    each.findMicros.push(find);
  }
}

const [small, large] = stores;
const ratios = (large?.takeMicros ?? []).map((value, round) => value / (small?.takeMicros[round] ?? Number.NaN));
publish(
  'iso20022-correlation',
  [
    goalSection([
      { text: `an answer taken in with ${many} ÷ ${few} open payments`, measured: median(ratios), atMost: 1.2 },
    ]),
    {
      title: 'CPU of correlation',
      text: `Medians of ${rounds} rounds of ${times} signed pacs.002 about payments chosen at random, on the ledger in memory. Taken in: verified, read by schema, correlated by all its identifiers, its operation found.`,
      columns: ['open payments', 'CPU µs taken in', 'of it, CPU µs to find the operation'],
      rows: stores.map(({ size, takeMicros, findMicros }) => [
        size,
        decimal(median(takeMicros), 1),
        decimal(median(findMicros), 2),
      ]),
    },
  ],
  quick,
);

async function taken(ledger: Store, answer: VerifiedMessage): Promise<string> {
  const verification = verifier.verify(answer, startedAtMs);
  if (verification.kind !== 'verified') throw new Error('an answer was not believed');
  const [item] = read({ ...answer, body: verification.body ?? answer.body }) ?? [];
  const subject = typeof item === 'function' ? undefined : item?.subject;
  const key = subject?.by === 'provider_key' ? subject.value : '';
  if ((await ledger.operationByProviderKey('network', key)) === undefined) throw new Error('a payment is missing');
  return key;
}

async function cpuOf<T>(items: readonly T[], work: (item: T) => Promise<unknown>): Promise<number> {
  const before = process.cpuUsage();
  for (const item of items) await work(item);
  const { user, system } = process.cpuUsage(before);
  return (user + system) / items.length;
}

async function filled(size: number): Promise<Filled> {
  const ledger = memoryLedger({ maxPayments: size });
  for (let n = 0; n < size; n += 1) await ledger.claim(claimOf(n));
  const answers = Array.from({ length: times }, (_, n) => {
    const idempotencyKey = keyOf(Math.floor(Math.random() * size));
    const { xml } = transfer.encode(command, { idempotencyKey, startedAtMs });
    return { headers: {}, body: statusReport(xml, `20261123021150706${n}`) } as VerifiedMessage;
  });
  return { size, ledger, answers, takeMicros: [], findMicros: [] };
}

function keyOf(n: number): string {
  return hash('sha256', `${n}`, 'hex').slice(0, 26);
}

function claimOf(n: number): Claim {
  const digits = n.toString(16).padStart(32, '0');
  const id = demand(parsePaymentId(`pay_${digits}`));
  const common = { tenant: 'default', verb: 'transfer', provider: 'network', amount } as const;
  const operation = {
    ...common,
    id: `op_${digits}`,
    paymentId: id,
    idempotencyKey: `order-${n}`,
    fingerprint: '',
    providerKey: keyOf(n),
    state: 'in_flight',
    startedAtMs,
  } as const;
  const payment = {
    ...common,
    id,
    status: 'processing',
    captured: nothing,
    refunded: nothing,
    reference: 'Invoice 4711',
    protocol: 'iso20022',
    openOperation: operation.id,
    version: 1,
    createdAtMs: startedAtMs,
    updatedAtMs: startedAtMs,
  } as const;
  return { operation, payment, entry: { atMs: startedAtMs, type: 'claimed', text: 'claimed' } };
}

function demand<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('the network takes transfers, and pushes answers');
  return value;
}
