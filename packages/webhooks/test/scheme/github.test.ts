import { sign, verify } from '@octokit/webhooks-methods';
import { describe, expect, it } from 'vitest';
import { githubVerifier } from '../../src/index.ts';
import { live, message, outcome } from '../support/verify.ts';

const secret = "It's a Secret to Everybody";
const vector = 'sha256=757107ea0eb2509fc211221cce984b8a37570b6d7586c22c46f4379c8b043e17';
const verifier = githubVerifier(live(secret));

describe('githubVerifier', () => {
  it('believes the published vector, and so does the official library', async () => {
    expect(outcome(verifier, message('Hello, World!', { 'x-hub-signature-256': vector }))).toBe('verified');
    expect(await verify(secret, 'Hello, World!', vector)).toBe(true);
  });

  it('believes what the official library signs', async () => {
    const body = '{"action":"opened","note":"été"}';
    expect(outcome(verifier, message(body, { 'x-hub-signature-256': await sign(secret, body) }))).toBe('verified');
  });

  it('knows no other algorithm', () => {
    const headers = { 'x-hub-signature': 'sha1=2fd4e1c67a2d28fced849ee1bb76e7391b93eb12' };
    expect(outcome(verifier, message('Hello, World!', headers))).toBe('signature_missing');
    const moved = { 'x-hub-signature-256': 'sha1=2fd4e1c67a2d28fced849ee1bb76e7391b93eb12' };
    expect(outcome(verifier, message('Hello, World!', moved))).toBe('signature_malformed');
    const renamed = { 'x-hub-signature-256': vector.replace('sha256', 'sha512') };
    expect(outcome(verifier, message('Hello, World!', renamed))).toBe('signature_malformed');
  });
});
