import { createGateway, money, Secret } from '@polyrail/core';
import { startSandbox } from '@polyrail/sandbox';
import { expect, it } from 'vitest';
import { braintree } from '../src/index.ts';
import { settingsFor } from './braintree-bench.ts';

it('a pair that is replaced is used for the next request', async () => {
  const sandbox = await startSandbox({ apiKeys: ['private_2'] });
  const pair = (number: number) => ({ publicKey: `public_${number}`, privateKey: new Secret(`private_${number}`) });
  let keys = [pair(1)];
  const gateway = createGateway({ providers: [braintree({ ...settingsFor(sandbox.url), keys: () => keys })] });
  const pay = async (idempotencyKey: string) => {
    const source = { type: 'token', token: 'tok_1' } as const;
    const { outcome } = await gateway.charge({ amount: money(5_000n, 'EUR'), source, reference: 'r', idempotencyKey });
    return outcome.kind;
  };
  expect(await pay('before')).toBe('rejected');
  keys = [pair(2), pair(1)];
  expect(await pay('after')).toBe('succeeded');
  await gateway.close();
  await sandbox.close();
});
