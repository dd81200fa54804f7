import { Secret } from '@polyrail/core';
import { expect, it } from 'vitest';
import { apiKey } from '../../src/access/api-key.ts';
import { KeyRing } from '../../src/access/key-ring.ts';

const key = (tenant: string, text: string) => apiKey(tenant, new Secret(text));

it('finds several live keys, and after a rotation only the new ones', () => {
  const ring = new KeyRing([key('one', 'old-key'), key('one', 'new-key'), key('two', 'other-key')]);
  expect(ring.find('old-key')?.tenant).toBe('one');
  expect(ring.find('new-key')?.tenant).toBe('one');
  expect(ring.find('other-key')?.tenant).toBe('two');
  for (const wrong of ['', 'old-ke', 'old-key2', key('one', 'old-key').sha256])
    expect(ring.find(wrong)).toBeUndefined();
  ring.replace([key('one', 'new-key')]);
  expect(ring.find('old-key')).toBeUndefined();
  expect(ring.find('new-key')?.tenant).toBe('one');
});
