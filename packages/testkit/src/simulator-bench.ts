import type { Provider } from '@polyrail/core';
import type { Bench, Target } from './bench.ts';
import type { SimulatorFault } from './fault-matrix/fault.ts';

/** A simulator that is told of faults by orders, such as `startSandbox` of `@polyrail/sandbox` starts. */
export interface Simulator<Order> {
  readonly port: number;
  readonly faults: { add(order: Order & { readonly rate?: number; readonly times?: number }): unknown; clear(): void };
  readonly requests: { readonly count: number };
  readonly book: { movements(): readonly unknown[] };
  readonly clock: { advance(durationMs: number): void | Promise<void> };
  close(): Promise<void>;
}

/**
 * The bench of a running simulator.
 *
 * @param orders what arms each fault, without how often
 */
export function simulatorBench<Order extends object, OwnFault extends string = never>(
  simulator: Simulator<Order>,
  orders: Readonly<Record<SimulatorFault | OwnFault, Order>>,
  provider: (target: Target) => Provider,
): Bench<OwnFault> {
  return {
    port: simulator.port,
    provider,
    arm: (fault, times) =>
      void simulator.faults.add({ ...orders[fault], ...(times === 'always' ? { rate: 1 } : { times }) }),
    disarm: () => simulator.faults.clear(),
    requests: () => simulator.requests.count,
    movements: () => simulator.book.movements().length,
    elapse: (durationMs) => simulator.clock.advance(durationMs),
    close: () => simulator.close(),
  };
}
