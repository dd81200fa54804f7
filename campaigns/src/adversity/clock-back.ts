import { setTimeout as pause } from 'node:timers/promises';
import type { Adversity } from './under-load.ts';

const hourMs = 3_600_000;

/** The machine's clock steps back by an hour, and later to the right time. Payments go on. */
export const clockBack: Adversity = async ({ counterparty, gateway, probe }) => {
  const wrong: string[] = [];
  for (const stepMs of [-hourMs, hourMs]) {
    counterparty.advance(stepMs);
    gateway().shiftClock(counterparty.shiftMs);
    await pause(100);
    for (let n = 0; n < 10; n += 1) {
      const { status, movements } = await probe();
      if (status !== 201 || movements !== 1) wrong.push(`a payment was answered ${status}, ${movements} movements`);
    }
  }
  return wrong;
};
