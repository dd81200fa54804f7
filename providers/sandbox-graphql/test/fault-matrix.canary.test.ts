import type { Operation, ProtocolWire, Provider } from '@polyrail/core';
import { type GraphqlFault, runFaultMatrix, type Subject } from '@polyrail/testkit';
import { describe, expect, it } from 'vitest';
import { startBench, subject } from './sandbox-bench.ts';

type Transfer = Operation<'transfer', ProtocolWire>;

/** What the matrix says about a provider whose reading of an answer is wrong. */
async function violationsOf(fault: GraphqlFault, spoil: (decode: Transfer['decode']) => Transfer['decode']) {
  const broken: Subject<GraphqlFault> = {
    ...subject,
    async start(personality) {
      const bench = await startBench(personality);
      return { ...bench, provider: (target) => withTransfer(bench.provider(target), spoil) };
    },
  };
  const options = { verbs: ['transfer'], faults: [fault], personalities: ['ignores'] } as const;
  return (await runFaultMatrix(broken, options)).flatMap(({ violations }) => violations);
}

function withTransfer(provider: Provider, spoil: (decode: Transfer['decode']) => Transfer['decode']): Provider {
  const { transfer } = provider.operations;
  if (transfer === undefined) return provider;
  return {
    ...provider,
    operations: { ...provider.operations, transfer: { ...transfer, decode: spoil(transfer.decode) } },
  };
}

const refused = { kind: 'rejected', reason: 'provider_refused', message: 'an error' } as const;

describe('the fault matrix over GraphQL reports', () => {
  it('a client that takes an error for "not executed"', async () => {
    const violations = await violationsOf('null_with_errors', (decode) => (...answer) => {
      const decoded = decode(...answer);
      return decoded.kind === 'unknown' ? refused : decoded;
    });
    expect(violations).toContain('it says rejected, but money moved');
    expect(violations).toContain('the payment ends as not_executed, the book says succeeded');
  });

  it('a client that throws data away because there are errors beside it', async () => {
    const violations = await violationsOf('data_with_errors', (decode) => (...answer) => {
      const decoded = decode(...answer);
      return decoded.kind === 'succeeded' ? refused : decoded;
    });
    expect(violations).toContain('it says rejected, but money moved');
  });

  it('a client that believes an id alone', async () => {
    const violations = await violationsOf('partial_data', (decode) => (...answer) => {
      const decoded = decode(...answer);
      const { providerReference = '' } = decoded.kind === 'pending' ? decoded.value : {};
      return decoded.kind === 'pending' ? { kind: 'succeeded', value: { providerReference } } : decoded;
    });
    expect(violations).toContain('the outcome is succeeded, not pending');
  });
});
