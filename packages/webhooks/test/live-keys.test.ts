import { Secret } from '@polyrail/core/provider';
import { describe, expect, it } from 'vitest';
import {
  adyenFieldsVerifier,
  adyenHeaderVerifier,
  githubVerifier,
  gocardlessVerifier,
  type LiveSecret,
  squareVerifier,
  standardWebhooksSigner,
  standardWebhooksVerifier,
  stripeVerifier,
} from '../src/index.ts';
import { liveKeys } from '../src/live-keys.ts';

const named = (...texts: string[]): LiveSecret[] => texts.map((text) => ({ id: text, secret: new Secret(text) }));

/** Fails for a secret that says so, and counts what it makes. */
function counted(secrets: readonly LiveSecret[]) {
  const state = { secrets, made: 0 };
  const keys = liveKeys(
    () => state.secrets,
    ({ secret }) => {
      if (secret.expose() === 'broken') throw new Error('it cannot work');
      state.made += 1;
      return secret.expose();
    },
  );
  return { state, keys };
}

describe('liveKeys', () => {
  it('follows what is live, and makes nothing twice', () => {
    const { state, keys } = counted(named('old'));
    expect([keys(), keys()]).toEqual([['old'], ['old']]);
    const [old, next] = [...state.secrets, ...named('next')];
    state.secrets = [next, old].filter((secret) => secret !== undefined);
    expect(keys()).toEqual(['next', 'old']);
    state.secrets = state.secrets.slice(0, 1);
    expect([keys(), keys()]).toEqual([['next'], ['next']]);
    expect(state.made).toBe(4);
  });

  it('sees a list that was changed in place', () => {
    const secrets = named('old');
    const { keys } = counted(secrets);
    secrets.push(...named('next'));
    expect(keys()).toEqual(['old', 'next']);
  });

  it.each([[named('broken')], [named('next', 'broken')], [[]]])(
    '%#: keeps the keys before one that cannot work',
    (next) => {
      const { state, keys } = counted(named('old'));
      state.secrets = next;
      expect(keys()).toEqual(['old']);
      state.secrets = named('next');
      expect(keys()).toEqual(['next']);
    },
  );

  it('throws for secrets that cannot work at the start', () => {
    expect(() => counted(named('broken'))).toThrow('it cannot work');
    expect(() => counted([])).toThrow('1 to 16');
  });
});

const whsec = (letter: string) => `whsec_${Buffer.alloc(32, letter).toString('base64')}`;

/** Every verifier that takes secrets, so none can ask for them once only. */
const verifiers = {
  adyenFieldsVerifier: (live: () => LiveSecret[]) => adyenFieldsVerifier(live),
  adyenHeaderVerifier: (live: () => LiveSecret[]) => adyenHeaderVerifier(live),
  githubVerifier: (live: () => LiveSecret[]) => githubVerifier(live),
  gocardlessVerifier: (live: () => LiveSecret[]) => gocardlessVerifier(live),
  squareVerifier: (live: () => LiveSecret[]) => squareVerifier('https://shop.example/hooks', live),
  standardWebhooksVerifier: (live: () => LiveSecret[]) => standardWebhooksVerifier(live),
  stripeVerifier: (live: () => LiveSecret[]) => stripeVerifier(live),
};

it.each(Object.entries(verifiers))('%s asks for the secrets at each message', (name, make) => {
  const text = name.startsWith('adyen') ? 'aabb' : whsec('a');
  let asked = 0;
  const verifier = make(() => {
    asked += 1;
    return named(text);
  });
  const item = {
    pspReference: 'PSP1',
    merchantAccountCode: 'Shop',
    merchantReference: 'order 7',
    amount: { value: 1000, currency: 'EUR' },
    eventCode: 'AUTHORISATION',
    success: 'true',
    additionalData: { hmacSignature: 'x' },
  };
  const body = Buffer.from(JSON.stringify({ notificationItems: [{ NotificationRequestItem: item }] }));
  verifier.verify({ headers: {}, body }, 0);
  expect(asked).toBe(2);
});

it('a signer signs with the secrets of the moment', () => {
  let secrets = named(whsec('a'));
  const signer = standardWebhooksSigner(() => secrets);
  const signatures = () => signer.sign('msg_1', 1, Buffer.from('{}'))['webhook-signature'].split(' ');
  const [old] = signatures();
  secrets = named(whsec('b'), whsec('a'));
  expect(signatures()).toEqual([expect.not.stringMatching(old ?? ''), old]);
});
