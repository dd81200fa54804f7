import { generateKeyPairSync } from 'node:crypto';
import { Webhook } from 'standardwebhooks';
import { describe, expect, it } from 'vitest';
import { standardWebhooksSigner, standardWebhooksVerifier } from '../src/index.ts';
import { nowMs } from './support/specimen.ts';
import { live, message, outcome } from './support/verify.ts';

const secret = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw';
const next = `whsec_${Buffer.alloc(32, 7).toString('base64')}`;
const body = Buffer.from('{"type":"payment.captured","note":"été"}');
const seconds = nowMs / 1_000;

function ed25519() {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  const seed = privateKey.export({ format: 'der', type: 'pkcs8' }).subarray(-32);
  const point = publicKey.export({ format: 'der', type: 'spki' }).subarray(-32);
  const pair = Buffer.concat([seed, point]);
  return {
    seed: `whsk_${seed.toString('base64')}`,
    pair: `whsk_${pair.toString('base64')}`,
    public: `whpk_${point.toString('base64')}`,
  };
}

describe('standardWebhooksSigner', () => {
  it('signs the published vector', () => {
    const signer = standardWebhooksSigner(live(secret));
    expect(signer.sign('msg_p5jXN8AQM9LWM0D4loKWxJek', 1_614_265_330, Buffer.from('{"test": 2432232314}'))).toEqual({
      'webhook-id': 'msg_p5jXN8AQM9LWM0D4loKWxJek',
      'webhook-timestamp': '1614265330',
      'webhook-signature': 'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=',
    });
  });

  it('is believed by the reference library, with the old key and with the new one', () => {
    const atSeconds = Math.floor(Date.now() / 1_000);
    const headers = standardWebhooksSigner(live(next, secret)).sign('msg_1', atSeconds, body);
    for (const key of [secret, next])
      expect(new Webhook(key).verify(body, { ...headers })).toEqual({ type: 'payment.captured', note: 'été' });
  });

  it('is believed by our verifier, with either half of a rotation', () => {
    const keys = ed25519();
    const headers = standardWebhooksSigner(live(secret, next, keys.pair)).sign('msg_1', seconds, body);
    expect(headers['webhook-signature'].split(' ').map((signature) => signature.split(',')[0])).toEqual([
      'v1',
      'v1',
      'v1a',
    ]);
    for (const key of [secret, next, keys.public])
      expect(outcome(standardWebhooksVerifier(live(key)), message(body, { ...headers }))).toBe('verified');
    expect(outcome(standardWebhooksVerifier(live(ed25519().public)), message(body, { ...headers }))).toBe(
      'signature_wrong',
    );
  });

  it('reads a private key as a seed or as a pair', () => {
    const keys = ed25519();
    const [bySeed, byPair] = [keys.seed, keys.pair].map((key) =>
      standardWebhooksSigner(live(key)).sign('m', seconds, body),
    );
    expect(bySeed).toEqual(byPair);
  });

  it.each([
    ['', seconds],
    ['msg.1', seconds],
    ['msg 1', seconds],
    ['msg\n1', seconds],
    ['é', seconds],
    ['m'.repeat(257), seconds],
    ['msg_1', seconds + 0.5],
    ['msg_1', -1],
    ['msg_1', Number.NaN],
    ['msg_1', nowMs * 1_000],
  ])('does not sign the id "%s" at %d', (id, at) => {
    const signer = standardWebhooksSigner(live(secret));
    expect(() => signer.sign(id, at, body)).toThrowError(expect.objectContaining({ code: 'command_invalid' }));
  });

  it('does not sign with a public key, and nobody verifies with a private one', () => {
    const keys = ed25519();
    const invalid = expect.objectContaining({ code: 'configuration_invalid' });
    expect(() => standardWebhooksSigner(live(keys.public))).toThrowError(invalid);
    expect(() => standardWebhooksVerifier(live(keys.pair))).toThrowError(invalid);
  });
});
