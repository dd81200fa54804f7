import { expect, it } from 'vitest';
import type { OriginalPayment } from '../../src/provider/operation.ts';
import { providerReferenceOf } from '../../src/provider/provider-reference.ts';

it('is what the provider named, and there is no command about what it has not named', () => {
  const named: Pick<OriginalPayment, 'providerReference'> = { providerReference: 'ch_1' };
  expect(providerReferenceOf(named)).toBe('ch_1');
  expect(() => providerReferenceOf({})).toThrow(expect.objectContaining({ code: 'command_invalid' }));
});
