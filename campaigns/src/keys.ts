import { type ChargeCommand, createGateway, money } from '@polyrail/core';
import type { CampaignResult } from './campaign-result.ts';
import { inParts } from './in-parts.ts';
import { pocketAcquirer } from './pocket-acquirer.ts';
import type { StorePlace } from './store-place.ts';

/** How many keys, and how many callers come with each of them at one moment. */
export interface KeysOptions {
  readonly place: StorePlace;
  readonly keys: number;
  readonly callers: number;
}

/** Many callers with one key, for many keys, at an acquirer that executes whatever it gets. */
export async function keysCampaign({ place, keys, callers }: KeysOptions): Promise<CampaignResult> {
  const { provider, executions } = pocketAcquirer('succeeded');
  const ledger = await place.open();
  const gateway = createGateway({ providers: [provider], ledger });
  const wrong: string[] = [];
  const answers: Record<string, number> = { succeeded: 0, replayed: 0, 'in flight': 0 };
  try {
    await inParts(
      Array.from({ length: keys }, (_, n) => `key-${n}`),
      8,
      async (idempotencyKey) => {
        const calls = Array.from({ length: callers }, () => gateway.charge(chargeOf(idempotencyKey)));
        const receipts = await Promise.all(calls);
        for (const { outcome, replayed, payment } of receipts) {
          const word = wordOf(outcome, replayed);
          answers[word] = (answers[word] ?? 0) + 1;
          if (payment?.id !== receipts[0]?.payment?.id) wrong.push(`${idempotencyKey} has two payments`);
        }
        const again = await gateway.charge(chargeOf(idempotencyKey));
        if (!again.replayed || again.outcome.kind !== 'succeeded') wrong.push(`${idempotencyKey} is not replayed`);
      },
    );
  } finally {
    await gateway.close();
  }
  const total = [...executions.values()].reduce((sum, count) => sum + count, 0);
  return {
    counts: { keys, 'callers of each key': callers, executions: total, ...answers },
    violations: {
      'keys that were not executed exactly once': [
        ...[...executions]
          .filter(([, count]) => count !== 1)
          .map(([key, count]) => `${key} was executed ${count} times`),
        ...(total === keys ? [] : [`${total} executions of ${keys} keys`]),
      ],
      'answers that are not those of the one execution': wrong,
    },
  };
}

function wordOf(outcome: { readonly kind: string; readonly reason?: string }, replayed: boolean): string {
  if (outcome.kind === 'succeeded') return replayed ? 'replayed' : 'succeeded';
  return outcome.reason === 'key_in_flight' ? 'in flight' : `${outcome.kind} ${outcome.reason ?? ''}`;
}

/** The charge that every caller with this key asks for. */
export function chargeOf(idempotencyKey: string): ChargeCommand {
  return {
    idempotencyKey,
    amount: money(1_000n, 'EUR'),
    reference: 'campaign',
    source: { type: 'token', token: 'tok' },
  };
}
