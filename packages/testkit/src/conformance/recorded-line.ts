import { createGateway, type Delivery, type Gateway, memoryLedger, type Provider, type Receipt } from '@polyrail/core';
import type { Bench } from '../bench.ts';
import { soundTarget } from '../fault-matrix/lay-fault.ts';
import type { ConformanceSubject } from './conformance-subject.ts';

/** A gateway in front of one bench that keeps what it sends. */
export interface RecordedLine {
  readonly bench: Bench;
  readonly provider: Provider;
  readonly gateway: Gateway;
  readonly ledger: ReturnType<typeof memoryLedger>;
  /** Requests of operations and inquiries, in the order of sending. */
  readonly sent: readonly unknown[];
  /** What came back, in the order of coming. */
  readonly came: readonly Delivery<unknown>[];
  /** Hands this on to whoever sends next, instead of sending; `undefined`: no more. */
  divert(answer: Delivery<unknown> | undefined): void;
  /** Opens a payment with the subject's first sample. */
  open(idempotencyKey: string, tenant?: string): Promise<Receipt>;
}

/** Runs a check on a line of its own, whose provider honours keys. */
export async function withLine(
  subject: ConformanceSubject,
  check: (line: RecordedLine) => Promise<void>,
): Promise<void> {
  const bench = await subject.start('honours');
  const sent: unknown[] = [];
  const came: Delivery<unknown>[] = [];
  let diverted: Delivery<unknown> | undefined;
  const divert: RecordedLine['divert'] = (answer) => {
    diverted = answer;
  };
  const provider = recorded(bench.provider(soundTarget(bench)), async (request, send) => {
    sent.push(request);
    if (diverted !== undefined) return diverted;
    const delivery = await send();
    came.push(delivery);
    return delivery;
  });
  const ledger = memoryLedger();
  const policy = { attemptTimeoutMs: 5_000, backoff: { baseMs: 1, capMs: 1 } };
  const gateway = createGateway({ providers: [provider], ledger, random: () => 0, policy });
  const { transfer, charge } = subject.samples;
  const open = (idempotencyKey: string, tenant?: string): Promise<Receipt> => {
    const key = { idempotencyKey, ...(tenant !== undefined && { tenant }) };
    if (transfer !== undefined) return gateway.transfer({ ...transfer, ...key });
    if (charge !== undefined) return gateway.charge({ ...charge, ...key });
    throw new Error('the subject has no sample');
  };
  try {
    await check({ bench, provider, gateway, ledger, sent, came, divert, open });
  } finally {
    await gateway.close();
    await bench.close();
  }
}

type Carry = (request: unknown, send: () => Promise<Delivery<unknown>>) => Promise<Delivery<unknown>>;

function recorded(provider: Provider, carry: Carry): Provider {
  const { transport } = provider;
  return {
    ...provider,
    transport: {
      send: (request, context) => carry(request, () => transport.send(request, context)),
      close: () => transport.close(),
    },
  };
}
