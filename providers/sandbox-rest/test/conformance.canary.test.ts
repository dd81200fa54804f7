import { type Provider, Secret } from '@polyrail/core';
import { httpResponse } from '@polyrail/http';
import { type ConformanceSubject, conformanceChecks } from '@polyrail/testkit';
import { describe, expect, it } from 'vitest';
import { startBench, subject } from './sandbox-bench.ts';

/** The subject with a mistake in its provider's transfer. */
function broken(spoil: (transfer: Transfer, provider: Provider) => Partial<Transfer>): ConformanceSubject {
  return withProvider((provider) => {
    const { transfer } = provider.operations;
    if (transfer === undefined) return provider;
    return {
      ...provider,
      operations: { ...provider.operations, transfer: { ...transfer, ...spoil(transfer, provider) } },
    };
  });
}

function withProvider(spoil: (provider: Provider) => Provider): ConformanceSubject {
  return {
    ...subject,
    secrets: ['sk_test_sandbox'],
    declines: [{ answer: httpResponse(402, {}, ''), reason: 'do_not_honour' }],
    answersWith: (body) => [httpResponse(200, { 'content-type': 'application/json' }, body)],
    async start(personality) {
      const bench = await startBench(personality);
      return { ...bench, provider: (target) => spoil(bench.provider(target)) };
    },
  };
}

type Transfer = NonNullable<Provider['operations']['transfer']>;

const calls: number[] = [];
const success = { kind: 'succeeded', value: { providerReference: 'any' } } as const;

const mistakes: readonly (readonly [title: string, mistaken: ConformanceSubject, report: string])[] = [
  [
    'encodes the same command to the same request',
    broken(({ encode }) => ({ encode: (command, context) => [encode(command, context), calls.push(1)] })),
    'differs from call to call',
  ],
  [
    'puts the key on the wire where it declares a carrier',
    broken(({ encode }) => ({ encode: (command, context) => encode(command, { ...context, idempotencyKey: 'none' }) })),
    'goes out without its key',
  ],
  [
    'asks by something that the operation carried',
    withProvider(({ inquiry, ...provider }) => ({
      ...provider,
      ...(inquiry && { inquiry: { ...inquiry, encode: () => ({ method: 'GET', path: '/v1/operations/other' }) } }),
    })),
    'names nothing that the',
  ],
  [
    'reads every hostile body without throwing, and never as a success',
    broken(() => ({
      decode: () => {
        throw new Error('unreadable');
      },
    })),
    'unreadable',
  ],
  [
    'reads every hostile body without throwing, and never as a success',
    broken(() => ({ decode: () => success })),
    'for a success',
  ],
  ['gives every decline its reason', broken(() => ({})), 'is no decline'],
  [
    'declares for every verb how a repeat is recognised and an unknown settled',
    withProvider(({ inquiry: _, ...provider }) => provider),
    'is settled by inquiry, but there is none',
  ],
  [
    'has an operation for what its capabilities promise',
    withProvider((provider) => {
      const { refund: _, ...operations } = provider.operations;
      return { ...provider, operations };
    }),
    'partial refunds, but no refund',
  ],
  ['never takes an unknown status for a success', broken(() => ({ decode: () => success })), 'strictly equal'],
  [
    'never takes an answer about another amount for a success',
    broken(() => ({ decode: () => success })),
    'is not noticed',
  ],
  [
    'shows no secret',
    withProvider((provider) => Object.assign({ apiKey: new Secret('sk_test_sandbox').expose() }, provider)),
    'a secret can be read',
  ],
];

describe('conformance reports', () => {
  it.each(mistakes)('a provider that fails “%s”', async (title, mistaken, report) => {
    await expect(conformanceChecks[title]?.(mistaken)).rejects.toThrow(report);
  });

  it('nothing where the refunds of a payment are listed, and found by the key in the list', async () => {
    const lists = withProvider(({ inquiry, ...provider }) => {
      const encode: NonNullable<typeof inquiry>['encode'] = (command) =>
        command.verb === 'refund'
          ? { method: 'GET', path: `/v1/charges/${command.payment.providerReference}/refunds` }
          : inquiry?.encode(command);
      return { ...provider, ...(inquiry && { inquiry: { ...inquiry, encode } }) };
    });
    await expect(conformanceChecks['asks by something that the operation carried']?.(lists)).resolves.toBeUndefined();
  });
});
