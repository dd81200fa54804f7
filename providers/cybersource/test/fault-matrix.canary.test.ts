import type { Provider } from '@polyrail/core';
import { runFaultMatrix } from '@polyrail/testkit';
import { expect, it } from 'vitest';
import { startBench, subject } from './cybersource-bench.ts';

const options = { personalities: ['ignores'], faults: ['reset_after'] } as const;

function changed(change: (provider: Provider) => Provider): typeof subject {
  return {
    ...subject,
    async start() {
      const bench = await startBench();
      return { ...bench, provider: (target) => change(bench.provider(target)) };
    },
  };
}

it('finds a reversal that says it undid what it did not', async () => {
  const careless = changed((provider) => {
    const reversal = provider.reversal && {
      ...provider.reversal,
      decode: () => ({ kind: 'succeeded', value: { providerReference: '1' } }) as const,
      encode: (command: Parameters<NonNullable<Provider['reversal']>['encode']>[0]) =>
        provider.reversal?.encode({ ...command, idempotencyKey: 'another' }),
    };
    return reversal ? { ...provider, reversal } : provider;
  });
  const results = await runFaultMatrix(careless, options);
  expect(results.length).toBeGreaterThan(0);
  for (const { violations } of results) expect(violations.join()).toMatch(/the book says/);
});

it('finds a provider that sends again what it is not recognised by', async () => {
  const keyed = changed((provider) => {
    const { charge, refund, ...others } = provider.operations;
    const idempotency = { carrier: 'body', name: 'merchantReferenceCode', windowMs: 60_000, replays: 'first' } as const;
    return {
      ...provider,
      operations: {
        ...others,
        ...(charge && { charge: { ...charge, idempotency } }),
        ...(refund && { refund: { ...refund, idempotency } }),
      },
    };
  });
  for (const { violations } of await runFaultMatrix(keyed, options)) expect(violations).not.toEqual([]);
});
