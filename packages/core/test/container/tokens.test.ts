import { expect, it } from 'vitest';
import { clockToken, gatewayToken, ledgerToken, providerToken } from '../../src/container/tokens.ts';

it('tokens mean the same in two copies of the package', () => {
  for (const token of [clockToken, gatewayToken, ledgerToken, providerToken])
    expect(Symbol.for(Symbol.keyFor(token) ?? '')).toBe(token);
  expect(new Set([clockToken, gatewayToken, ledgerToken, providerToken]).size).toBe(4);
});
