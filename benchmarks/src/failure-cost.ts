// A failed call costs the same whatever the breaker's window holds.
import { type Breaker, createGateway, defaultBreakerSettings, opossumBreaker } from '@polyrail/core';
import CircuitBreaker from 'opossum';
import { nextCharge } from './charge-command.ts';
import { measureCosts, type Work } from './cost.ts';
import { loseAnswer, providerWithoutWire, succeed } from './no-op-transport.ts';
import { readOptions } from './options.ts';
import { decimal, goalSection, publish } from './report.ts';

const sizes = [10, 1_000, 50_000] as const;
const failures = 400;
// Never opens and forgets nothing while it is measured.
const settings = { ...defaultBreakerSettings, failureRatePercent: 100, windowMs: 3_600_000 };
const frozenClock = { now: () => 1_760_000_000_000, schedule: () => () => undefined };

const kinds = {
  'whole line, answer lost': wholeLine,
  'breaker of @polyrail/core': polyrailBreaker,
  'opossum, defaults': plainOpossum,
} as const;

const { quick, rounds } = readOptions(15);
const works = Object.values(kinds).flatMap((make) => sizes.map((size) => make(size)));
const costs = await measureCosts(works, rounds);
const cost = (kind: string, size: number) => costs.get(`${kind}, ${size}`) ?? Number.NaN;
const grows = (kind: string) => cost(kind, 50_000) / cost(kind, 10);

const goals = goalSection([
  {
    text: 'whole line: failed call with 50,000 in the window ÷ with 10',
    measured: grows('whole line, answer lost'),
    atMost: 1.5,
  },
  {
    text: 'breaker: failed call with 50,000 in the window ÷ with 10',
    measured: grows('breaker of @polyrail/core'),
    atMost: 1.5,
  },
]);
const table = {
  title: 'CPU of a failed call, µs',
  text: `Medians of ${rounds} rounds of ${failures} failures, by the number of successes in the window.`,
  columns: ['', ...sizes.map(String), '50,000 ÷ 10'],
  rows: Object.keys(kinds).map((kind) => [
    kind,
    ...sizes.map((size) => decimal(cost(kind, size), 1)),
    decimal(grows(kind), 2),
  ]),
};
publish('failure-cost', [goals, table], quick);
// opossum's timers would hold the process.
process.exit();

/** A charge whose connection is lost after it was sent, through all of the gateway. */
function wholeLine(size: number): Work {
  return {
    name: `whole line, answer lost, ${size}`,
    times: failures,
    async prepare() {
      const breaker = (): Breaker => {
        const filled = opossumBreaker(settings, frozenClock, Math.random);
        settleMany(filled, size);
        return filled;
      };
      let fails = false;
      const provider = providerWithoutWire((body) => (fails ? loseAnswer() : succeed(body)));
      const gateway = createGateway({ providers: [provider], breaker, policy: { maxAttempts: 1 } });
      await gateway.charge(nextCharge());
      fails = true;
      return () => gateway.charge(nextCharge());
    },
  };
}

/** Only the breaker: leave for an attempt, and its fault. */
function polyrailBreaker(size: number): Work {
  return {
    name: `breaker of @polyrail/core, ${size}`,
    times: failures,
    prepare() {
      const breaker = opossumBreaker(settings, frozenClock, Math.random);
      settleMany(breaker, size);
      return async () => settle(breaker, 'faulty');
    },
  };
}

/** opossum as it comes, except that it stays closed. */
function plainOpossum(size: number): Work {
  return {
    name: `opossum, defaults, ${size}`,
    times: failures,
    async prepare() {
      const breaker = new CircuitBreaker(act, { errorThresholdPercentage: 100 });
      for (let call = 0; call < size; call += 1) await breaker.fire(true);
      return () => breaker.fire(false).catch(() => undefined);
    },
  };
}

async function act(succeeds: boolean): Promise<void> {
  if (!succeeds) throw fault;
}
const fault = new Error('attempt failed');

function settleMany(breaker: Breaker, count: number): void {
  for (let call = 0; call < count; call += 1) settle(breaker, 'healthy');
}

function settle(breaker: Breaker, health: 'healthy' | 'faulty'): void {
  const leave = breaker.admit();
  if (leave.kind !== 'permit') throw new Error('the breaker is open');
  leave.settle(health);
}
