import { hash } from 'node:crypto';
import { Secret } from '@polyrail/core';
import { describe, expect, it } from 'vitest';
import { apiKey, readApiKeys } from '../../src/access/api-key.ts';

const sha256 = hash('sha256', 'sk_live_11112222');
const other = hash('sha256', 'sk_live_33334444');

describe('readApiKeys', () => {
  it('reads keys and hashes, with and without a tenant, from a variable or a file', () => {
    const shop = { tenant: 'shop', sha256 };
    const standard = { tenant: 'default', sha256: other };
    expect(readApiKeys('shop:sk_live_11112222,sk_live_33334444')).toEqual([shop, standard]);
    expect(readApiKeys(`shop:sha256:${sha256},sha256:${other}`)).toEqual([shop, standard]);
    expect(readApiKeys(`# the shop, until May\nshop:sha256:${sha256}\n\n  sk_live_33334444\n`)).toEqual([
      shop,
      standard,
    ]);
    expect(apiKey('shop', new Secret('sk_live_11112222'))).toEqual(shop);
  });

  it('keeps no key', () => {
    expect(JSON.stringify(readApiKeys('sk_live_11112222'))).not.toContain('1111');
  });

  it.each([
    '',
    '#',
    'short',
    'a b c d e f',
    'shop:',
    'a:b:sk_live_11112222',
    `sha256:${sha256.slice(1)}`,
    'sk_live_1111,,x',
    'shop:sk_live_11112222,sk_live_11112222',
  ])('refuses %j whole', (text) => {
    expect(readApiKeys(text)).toBeUndefined();
  });
});
