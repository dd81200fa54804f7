import { createHash } from 'node:crypto';
import { Secret } from '@polyrail/core/provider';
import { describe, expect, it } from 'vitest';
import { now } from '../support/credential.ts';
import { secured, user } from '../support/secured-request.ts';

describe('a UsernameToken', () => {
  it('is written with its password as text', () => {
    const text = secured({ usernameToken: { ...user, type: 'text' } });
    expect(text).toContain('<wsse:Username>a&amp;b</wsse:Username>');
    expect(text).toContain('#PasswordText">p&lt;w&gt;&amp;</wsse:Password>');
  });

  it('has the password of the moment', () => {
    let password = new Secret('first');
    const security = { usernameToken: { ...user, type: 'text' as const, password: () => password } };
    expect(secured(security)).toContain('#PasswordText">first</wsse:Password>');
    password = new Secret('second');
    expect(secured(security)).toContain('#PasswordText">second</wsse:Password>');
  });

  it('is written with the digest of nonce, time and password', () => {
    const created = new Date(now).toISOString();
    const digest = createHash('sha1').update(Buffer.alloc(16, 7)).update(`${created}p<w>&`).digest('base64');
    const text = secured({ usernameToken: user });
    expect(text).toContain(`#PasswordDigest">${digest}</wsse:Password>`);
    expect(text).not.toContain('p&lt;w');
  });
});

it('has no Timestamp where none is wanted', () => {
  expect(secured({ lifetimeMs: 0, usernameToken: user })).not.toContain('Timestamp');
});
