import { createHmac, createPublicKey } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { verifyJws } from '../src/jws-algorithm.ts';
import { jwsSigningInput } from '../src/jws-signing-input.ts';

describe('jwsSigningInput', () => {
  it('makes the vector of RFC 7797, 4.2, where the body is signed as it is', () => {
    const key = Buffer.from(
      'AyM1SysPpbyDfgZld3umj1qzKObwVMkoqQ-EstJQLr_T-1qS0gZH75aKtMN3Yj0iPS4hcgUuTwjAzZr1Z9CAow',
      'base64url',
    );
    const input = jwsSigningInput(
      'eyJhbGciOiJIUzI1NiIsImI2NCI6ZmFsc2UsImNyaXQiOlsiYjY0Il19',
      Buffer.from('$.02'),
      false,
    );
    expect(createHmac('sha256', key).update(input).digest('base64url')).toBe(
      'A5dxf2s96_n5FLueVuW1Z_vh161FwXZC4YLPff6dmDY',
    );
  });

  it('makes the vector of RFC 7797, 4.1, where the body is in base64url', () => {
    const key = Buffer.from(
      'AyM1SysPpbyDfgZld3umj1qzKObwVMkoqQ-EstJQLr_T-1qS0gZH75aKtMN3Yj0iPS4hcgUuTwjAzZr1Z9CAow',
      'base64url',
    );
    const input = jwsSigningInput('eyJhbGciOiJIUzI1NiJ9', Buffer.from('$.02'), true);
    expect(createHmac('sha256', key).update(input).digest('base64url')).toBe(
      '5mvfOroL-g7HyqJoozehmsaqmvTYGEq5jTI1gVvoEoQ',
    );
  });

  it('verifies the vector of RFC 8037, A.4, detached', () => {
    const key = createPublicKey({
      format: 'jwk',
      key: { kty: 'OKP', crv: 'Ed25519', x: '11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo' },
    });
    const input = jwsSigningInput('eyJhbGciOiJFZERTQSJ9', Buffer.from('Example of Ed25519 signing'), true);
    const signature = Buffer.from(
      'hgyY0il_MGCjP0JzlnLWG1PPOt7-09PGcvMg3AIbQR6dWbhijcNR4ki4iylGjg5BhVsPt9g7sVvpAr_MuM0KAg',
      'base64url',
    );
    expect(verifyJws(key, 'EdDSA', input, signature)).toBe(true);
  });
});
