import CircuitBreaker from 'opossum';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Breaker, BreakerFactory, Health } from '../../src/resilience/breaker.ts';
import { defaultBreakerSettings } from '../../src/resilience/breaker.ts';
import { opossumBreaker } from '../../src/resilience/opossum-breaker.ts';
import { VirtualClock } from '../support/virtual-clock.ts';
import { breakerCases, breakerContract } from './breaker-contract.ts';

breakerContract('opossum behind the port', opossumBreaker);

describe('opossum behind the port', () => {
  it('opens for up to a tenth longer, so that many processes do not probe together', () => {
    const waits = [0, 0.5, 0.999].map((luck) => {
      const breaker = opossumBreaker(defaultBreakerSettings, new VirtualClock(), () => luck);
      for (let count = 0; count < defaultBreakerSettings.minimumAttempts; count += 1) fail(breaker);
      const answer = breaker.admit();
      return answer.kind === 'refusal' ? Math.round(answer.retryAfterMs) : 0;
    });
    expect(waits).toEqual([5_000, 5_250, 5_500]);
  });

  it('needs the volume also where it is not a whole number', () => {
    const breaker = opossumBreaker({ ...defaultBreakerSettings, minimumAttempts: 1.5 }, new VirtualClock(), () => 0);
    fail(breaker);
    expect(breaker.state).toBe('closed');
    fail(breaker);
    expect(breaker.state).toBe('open');
  });

  it('lets a probe through at once when the clock steps back, and waits as long as ever for the next', async () => {
    const clock = new VirtualClock();
    const breaker = opossumBreaker(defaultBreakerSettings, clock, () => 0);
    for (let count = 0; count < defaultBreakerSettings.minimumAttempts; count += 1) fail(breaker);
    await clock.advance(-3_600_000);
    fail(breaker);
    expect(breaker.admit()).toEqual({ kind: 'refusal', retryAfterMs: 10_000 });
  });

  it('forgets old faults in time also when the clock has stepped back', async () => {
    const clock = new VirtualClock();
    const breaker = opossumBreaker(defaultBreakerSettings, clock, () => 0);
    for (let count = 1; count < defaultBreakerSettings.minimumAttempts; count += 1) fail(breaker);
    await clock.advance(-3_600_000);
    breaker.admit();
    await clock.advance(defaultBreakerSettings.windowMs);
    fail(breaker);
    expect(breaker.state).toBe('closed');
  });
});

function fail(breaker: Breaker): void {
  const answer = breaker.admit();
  if (answer.kind === 'permit') answer.settle('faulty');
}

/** opossum as its documentation shows it: fired around the call, with its own state, counts and timers. */
function plainOpossum(tune: (neutral: Error) => CircuitBreaker.Options): BreakerFactory {
  return ({ openMs, windowMs, failureRatePercent, minimumAttempts }) => {
    const neutral = new Error('says nothing');
    const tuned = tune(neutral);
    const circuit = new CircuitBreaker((ended: Promise<void>) => ended, {
      resetTimeout: openMs,
      rollingCountTimeout: windowMs,
      errorThresholdPercentage: failureRatePercent,
      ...tuned,
      ...(tuned.volumeThreshold !== undefined && { volumeThreshold: minimumAttempts }),
    });
    return {
      get state() {
        if (circuit.closed) return 'closed';
        return circuit.halfOpen ? 'half_open' : 'open';
      },
      admit() {
        let settle: (health: Health) => void = () => undefined;
        const ended = new Promise<void>((resolve, reject) => {
          settle = (health) => {
            if (health === 'healthy') resolve();
            else reject(health === 'neutral' ? neutral : new Error('faulty'));
          };
        });
        ended.catch(() => undefined);
        let refused = false;
        circuit.once('reject', () => {
          refused = true;
        });
        circuit.fire(ended).catch(() => undefined);
        circuit.removeAllListeners('reject');
        return refused ? { kind: 'refusal', retryAfterMs: openMs } : { kind: 'permit', settle };
      },
    };
  };
}

/** What the wrapping in `src/resilience/opossum-breaker.ts` is for. */
const plain: readonly [name: string, make: BreakerFactory, fails: readonly string[]][] = [
  [
    'with its defaults',
    plainOpossum(() => ({})),
    [
      'does not open on a low volume',
      'never counts what says nothing',
      'is not diluted by attempts in flight',
      'counts an attempt when it ends, however long it took',
      'counts an attempt once',
      'forgets faults after the window',
      'forgets faults over a long idle time',
      'doubles the open time with each failed probe, up to the longest',
      'takes back a probe that said nothing',
      'is not closed by a success that began before it opened',
      'is not changed by late results of an old era',
      'has no timers of its own',
    ],
  ],
  [
    'with every option that helps',
    plainOpossum((neutral) => ({
      timeout: false,
      volumeThreshold: 1,
      rollingPercentilesEnabled: false,
      enableSnapshots: false,
      errorFilter: (error) => error === neutral,
    })),
    [
      'never counts what says nothing',
      'is not diluted by attempts in flight',
      'counts an attempt when it ends, however long it took',
      'closes after a good probe and forgets what was',
      'doubles the open time with each failed probe, up to the longest',
      'takes back a probe that said nothing',
      'is not blocked by a probe that hangs',
      'is not closed by a success that began before it opened',
      'is not changed by late results of an old era',
      'has no timers of its own',
    ],
  ],
];

describe('plain opossum', () => {
  // opossum looks at the machine's timers: they move together with the clock.
  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'Date'] });
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it.each(plain)('%s fails these cases of the contract', async (_name, make, fails) => {
    const failed: string[] = [];
    for (const { name, check } of breakerCases) {
      const clock = new VirtualClock();
      const advance = async (durationMs: number) => {
        await clock.advance(durationMs);
        await vi.advanceTimersByTimeAsync(durationMs);
      };
      try {
        await check({ make, clock, advance });
      } catch {
        failed.push(name);
      }
      vi.clearAllTimers();
    }
    expect(failed).toEqual(fails);
  });
});
