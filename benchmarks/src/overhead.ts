// What the line itself costs: everything but the network.
import 'reflect-metadata';
import {
  createGateway,
  defaultBreakerSettings,
  gatewayToken,
  opossumBreaker,
  registerGateway,
  systemClock,
} from '@polyrail/core';
import { Container } from 'inversify';
import { nextCharge } from './charge-command.ts';
import { measureCosts, type Work } from './cost.ts';
import { providerWithoutWire } from './no-op-transport.ts';
import { readOptions } from './options.ts';
import { decimal, publish } from './report.ts';

const { quick, rounds } = readOptions(15);
const calls = quick ? 2_000 : 5_000;
const provider = providerWithoutWire();
const { charge } = provider.operations;
if (charge === undefined) throw new Error('the provider has no charge');
const context = { idempotencyKey: '0'.repeat(32), startedAtMs: 0 };
const command = nextCharge();

const works: readonly Work[] = [
  { name: 'charge, whole line over a transport that answers at once', times: calls, prepare: wholeLine },
  { name: 'of it: codec and transport without the line', times: calls, prepare: () => codecAndTransport },
  { name: 'of it: breaker, one healthy attempt', times: calls * 10, prepare: oneHealthyAttempt },
  { name: 'of it: two timers set and cancelled', times: calls * 10, prepare: () => twoTimers },
  { name: 'gateway from the container', times: calls * 100, prepare: fromContainer },
];

const costs = await measureCosts(works, rounds);
publish(
  'overhead',
  [
    {
      title: 'CPU of the line without a network',
      text: `Medians of ${rounds} rounds, one call at a time. The ledger in memory begins empty in each round.`,
      columns: ['what', 'CPU µs'],
      rows: works.map(({ name }) => [name, decimal(costs.get(name) ?? Number.NaN, 3)]),
    },
  ],
  quick,
);

function wholeLine(): () => Promise<unknown> {
  const gateway = createGateway({ providers: [provider] });
  return () => gateway.charge(nextCharge());
}

async function codecAndTransport(): Promise<void> {
  const delivery = await provider.transport.send(charge?.encode(command, context), { timeoutMs: 1_000 });
  if (delivery.phase === 'answered') charge?.decode(delivery.response, command, context);
}

function oneHealthyAttempt(): () => void {
  const breaker = opossumBreaker(defaultBreakerSettings, systemClock, Math.random);
  return () => {
    const leave = breaker.admit();
    if (leave.kind === 'permit') leave.settle('healthy');
  };
}

/** The attempt's time limit and the transport's. */
function twoTimers(): void {
  const cancelFirst = systemClock.schedule(10_000, () => undefined);
  const cancelSecond = systemClock.schedule(10_250, () => undefined);
  cancelFirst();
  cancelSecond();
}

async function fromContainer(): Promise<() => void> {
  const container = new Container();
  await registerGateway(container, { providers: [provider] });
  return () => {
    container.get(gatewayToken);
  };
}
