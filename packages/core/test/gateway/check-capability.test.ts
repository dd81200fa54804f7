import { describe, expect, it } from 'vitest';
import { checkCapability } from '../../src/gateway/check-capability.ts';
import { money } from '../../src/model/money.ts';
import type { Capabilities } from '../../src/provider/capabilities.ts';
import { chargeOf, transferOf } from '../support/records.ts';
import { scriptedProvider } from '../support/scripted-provider.ts';

const issues = (capabilities: Partial<Capabilities>, ...[verb, demand]: Rest) =>
  checkCapability(scriptedProvider({ id: 'acme', capabilities }), verb, demand);
type Rest = [verb: Parameters<typeof checkCapability>[1], demand: Parameters<typeof checkCapability>[2]];

describe('what a provider can do', () => {
  it('has no issue with what it can', () => {
    expect(issues({}, 'charge', chargeOf())).toEqual([]);
    expect(issues({ currencies: ['EUR'], maxMinorUnits: 1_000n, maxReferenceLength: 5 }, 'charge', chargeOf())).toEqual(
      [],
    );
  });

  it.each([
    ['a verb that it lacks', {}, 'recall', {}, 'provider', 'acme has no recall'],
    ['a currency', { currencies: ['USD'] }, 'charge', {}, 'amount.currency', 'acme does not take EUR'],
    ['no currency', { currencies: [] }, 'charge', {}, 'amount.currency', 'acme does not take EUR'],
    ['an amount', { maxMinorUnits: 999n }, 'charge', {}, 'amount', 'acme takes at most 999 minor units'],
    [
      'a reference',
      { maxReferenceLength: 4 },
      'charge',
      {},
      'reference',
      'acme keeps at most 4 characters of a reference',
    ],
    ['an instrument', { instruments: ['iban'] }, 'charge', {}, 'source', 'acme takes no token'],
  ] as const)('names %s', (_name, capabilities, verb, changes, path, message) => {
    expect(issues(capabilities, verb, chargeOf(changes))).toMatchObject([{ path, message }]);
  });

  it('looks at both accounts of a transfer', () => {
    const demand = transferOf({ to: { type: 'iban', iban: 'DE89370400440532013000' } });
    expect(issues({ instruments: ['token'] }, 'transfer', demand).map(({ path }) => path)).toEqual(['from', 'to']);
    expect(issues({ instruments: ['account'] }, 'transfer', demand).map(({ path }) => path)).toEqual(['to']);
  });

  it('names everything at once', () => {
    const nothing = { currencies: [], instruments: [], maxMinorUnits: 0n, maxReferenceLength: 0 };
    expect(issues(nothing, 'recall', chargeOf({ amount: money(1n, 'JPY') }))).toHaveLength(5);
  });
});
