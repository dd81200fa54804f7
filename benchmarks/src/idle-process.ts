// Registers 1,000 providers in a process of its own, uses ten, and looks at what is left: `node --expose-gc idle-process.js <port>`.
import { createHook } from 'node:async_hooks';
import { setTimeout as wait } from 'node:timers/promises';
import { createGateway, type Gateway, type Provider } from '@polyrail/core';
import { type Target, targetOf } from './bench-client.ts';
import { nextCharge } from './charge-command.ts';
import { paymentIntents } from './payment-intents-provider.ts';

/** What 1,000 providers cost while nothing happens. */
export interface IdleFigures {
  readonly bootMs: number;
  readonly heapKbEach: number;
  /** Timers alive, those that do not hold the process included. */
  readonly timersAfterRegistration: number;
  readonly timersAfterUse: number;
  readonly resourcesAfterRegistration: string;
  readonly resourcesAfterUse: string;
  readonly idleCpuMsPerSecond: number;
}

const registered = 1_000;
const used = 10;
const restMs = 8_000;

const timers = new Set<number>();
createHook({
  init: (id, type) => type === 'Timeout' && timers.add(id),
  destroy: (id) => timers.delete(id),
}).enable();

process.on('message', () => measure(targetOf(Number(process.argv[2]))).then((figures) => process.send?.(figures)));
process.on('disconnect', () => process.exit());
process.send?.('ready');

async function measure(target: Target): Promise<IdleFigures> {
  // Loads what the first provider loads lazily.
  await pay(register(target, 1), 1);
  await wait(restMs);
  const heapBefore = usedHeapBytes();
  const timersBefore = timers.size;
  const startedAtMs = performance.now();
  const gateway = register(target, registered);
  const bootMs = performance.now() - startedAtMs;
  const heapKbEach = (usedHeapBytes() - heapBefore) / 1024 / registered;
  const timersAfterRegistration = timers.size - timersBefore;
  const resourcesAfterRegistration = resources();
  await pay(gateway, used);
  usedHeapBytes();
  await wait(restMs);
  const timersAfterUse = timers.size - timersBefore;
  // V8 shrinks its heap in two passes, some 8 s after a forced collection, in an empty process too: they are not the providers'.
  await wait(4_000);
  const cpuBefore = process.cpuUsage();
  await wait(3_000);
  const { user, system } = process.cpuUsage(cpuBefore);
  return {
    bootMs,
    heapKbEach,
    timersAfterRegistration,
    timersAfterUse,
    resourcesAfterRegistration,
    resourcesAfterUse: resources(),
    idleCpuMsPerSecond: (user + system) / 1000 / 3,
  };
}

function register(target: Target, count: number): Gateway {
  const providers: Provider[] = [];
  for (let number = 0; number < count; number += 1)
    providers.push(paymentIntents(target, { id: `provider-${number}` }));
  return createGateway({ providers });
}

async function pay(gateway: Gateway, providers: number): Promise<void> {
  for (let number = 0; number < providers; number += 1) {
    const { outcome } = await gateway.charge(nextCharge(`provider-${number}`));
    if (outcome.kind !== 'succeeded') throw new Error(`the payment was ${outcome.kind}`);
  }
}

function usedHeapBytes(): number {
  globalThis.gc?.();
  globalThis.gc?.();
  return process.memoryUsage().heapUsed;
}

/** Without the channel to the parent. */
function resources(): string {
  return (
    process
      .getActiveResourcesInfo()
      .filter((type) => type !== 'PipeWrap')
      .join(', ') || 'none'
  );
}
