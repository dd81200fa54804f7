import type { Provider } from '@polyrail/core';
import { type CellResult, type FaultName, type MatrixOptions, runFaultMatrix, type Subject } from '@polyrail/testkit';
import { describe, expect, it } from 'vitest';
import { providerAt, startBench, subject } from './sandbox-bench.ts';

/** The subject with a mistake in its provider. */
function broken(spoil: (provider: Provider) => Provider): Subject {
  return {
    ...subject,
    async start(personality) {
      const bench = await startBench(personality);
      return { ...bench, provider: (target) => spoil(bench.provider(target)) };
    },
  };
}

async function violationsOf(
  of: Subject,
  fault: FaultName,
  personality: 'honours' | 'ignores' = 'honours',
  options: MatrixOptions = {},
): Promise<readonly string[]> {
  const results = await runFaultMatrix(of, {
    verbs: ['transfer'],
    ...options,
    faults: [fault],
    personalities: [personality],
  });
  return results.flatMap(({ violations }: CellResult) => violations);
}

describe('the fault matrix reports', () => {
  it('a provider that declares keys which its counterparty ignores', async () => {
    const lying: Subject = {
      ...subject,
      async start(personality) {
        const bench = await startBench(personality);
        return { ...bench, provider: (target) => providerAt(target, 'honours') };
      },
    };
    const violations = await violationsOf(lying, 'reset_after', 'ignores');
    expect(violations).toContain('money moved 2 times for one key');
    expect(violations).toContain('the provider got 2 requests, at most 1 are allowed');
  });

  it('a transport that calls a lost answer "not sent"', async () => {
    const forgetful = broken((provider) => ({
      ...provider,
      transport: {
        async send(request, context) {
          const delivery = await provider.transport.send(request, context);
          return delivery.phase === 'sent_no_answer' ? { ...delivery, phase: 'not_sent' } : delivery;
        },
        close: () => provider.transport.close(),
      },
    }));
    const violations = await violationsOf(forgetful, 'reset_after', 'ignores');
    expect(violations).toContain('money moved 2 times for one key');
  });

  it('a provider that takes an answer about another amount for a success', async () => {
    const credulous = broken((provider) => {
      const { transfer } = provider.operations;
      if (transfer === undefined) return provider;
      const decode: typeof transfer.decode = (response, command, context) => {
        const decoded = transfer.decode(response, command, context);
        if (decoded.kind !== 'succeeded') return decoded;
        const { amount: _, ...value } = decoded.value;
        return { ...decoded, value };
      };
      return { ...provider, operations: { ...provider.operations, transfer: { ...transfer, decode } } };
    });
    expect(await violationsOf(credulous, 'other_amount')).toContain('the outcome is succeeded, not unknown');
  });

  it('an inquiry that finds nothing of what was executed', async () => {
    const blind = broken(({ inquiry, ...provider }) => ({
      ...provider,
      ...(inquiry && { inquiry: { encode: inquiry.encode, decode: () => ({ kind: 'not_found' }) } }),
    }));
    const violations = await violationsOf(blind, 'reset_after', 'honours');
    expect(violations).toContain('the payment ends as not_executed, the book says succeeded');
  });

  it('a fault that is expected to be something else', async () => {
    const options = { natures: { html_502: 'turned_away' } } as const;
    expect(await violationsOf(subject, 'html_502', 'honours', options)).toEqual([
      'the outcome is unknown, not rejected',
    ]);
  });

  it('a bench that breaks', async () => {
    const start = () => Promise.reject(new Error('no bench'));
    const [violation] = await violationsOf({ ...subject, start }, 'reset_after');
    expect(violation).toMatch(/^the experiment broke: Error: no bench/);
  });
});
