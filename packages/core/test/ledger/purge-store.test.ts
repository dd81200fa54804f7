import { expect, it } from 'vitest';
import { type PurgeRequest, purgeStore } from '../../src/ledger/index.ts';

const dayMs = 86_400_000;

it('goes on until nothing is left that is older', async () => {
  const requests: PurgeRequest[] = [];
  const answers = [
    { payments: 500, notifications: 3, events: 0 },
    { payments: 10, notifications: 0, events: 500 },
    { payments: 0, notifications: 0, events: 7 },
  ];
  const purge = async (request: PurgeRequest) => {
    requests.push(request);
    return answers.shift() ?? { payments: 0, notifications: 0, events: 0 };
  };
  const total = await purgeStore({ purge }, { keepMs: 45 * dayMs, nowMs: 100 * dayMs });
  expect(total).toEqual({ payments: 510, notifications: 3, events: 507 });
  expect(requests).toEqual(Array(3).fill({ beforeMs: 55 * dayMs, limit: 500 }));
});

it('refuses to forget what a window still covers', async () => {
  const purge = async () => expect.unreachable();
  for (const keepMs of [0, 45 * dayMs - 1, Number.NaN])
    await expect(purgeStore({ purge }, { keepMs, nowMs: 0 })).rejects.toMatchObject({ code: 'configuration_invalid' });
});
