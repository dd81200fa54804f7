import { money, type TransferCommand } from '@polyrail/core/provider';
import { describe, expect, it } from 'vitest';
import { defineIso20022Provider } from '../src/define-iso20022-provider.ts';
import { uetrOf } from '../src/flow/payment-identity.ts';
import type { NetworkProfile } from '../src/profile/network-profile.ts';
import { networkProfiles } from '../src/profile/network-profiles.ts';
import { memoryMessages } from '../src/transport/memory-messages.ts';
import { keyPair, signedLink, signedProfile } from './flow/support/instant-network.ts';
import { key, startedAtMs, usFrom, usTo } from './flow/support/links.ts';

const pair = keyPair('ecdsa-p256-sha256', 'member-1');
const transport = memoryMessages(() => ({ phase: 'answered', response: { kind: 'accepted' } }));
const { profile: _, ...parties } = signedLink;

function provider(
  profile: NetworkProfile,
  keys: object = profile === signedProfile ? { key: pair.key, keys: pair.keys } : {},
) {
  return defineIso20022Provider({ id: 'network', profile, connect: () => ({ ...parties, transport, ...keys }) })({});
}

const command: TransferCommand = {
  idempotencyKey: 'k',
  amount: money(5_174n, 'USD'),
  reference: 'Invoice 51',
  from: usFrom,
  to: usTo,
};
const context = { idempotencyKey: key, startedAtMs };

describe('defineIso20022Provider', () => {
  it('has the operations that the network has messages for', () => {
    expect(Object.keys(provider(signedProfile).operations).sort()).toEqual([
      'recall',
      'refund',
      'requestPayment',
      'transfer',
    ]);
    const swiss = provider({ ...networkProfiles['swiss-sps'] });
    expect(Object.keys(swiss.operations)).toEqual(['transfer']);
    expect(swiss.inquiry).toBeUndefined();
  });

  it('keeps the request, asks at the time of the network, and has what was never seen sent again', () => {
    expect(provider(signedProfile).operations.transfer).toMatchObject({
      keepsRequest: true,
      idempotency: { carrier: 'none', maxLength: 26 },
      resolution: { by: 'inquiry', inquireAfterMs: 25_000, notFound: { resendForMs: 86_400_000 } },
    });
  });

  it('has a person decide where the network says no more than "not found"', () => {
    const { transfer } = provider({ ...networkProfiles['sepa-sct-inst'] }).operations;
    expect(transfer?.resolution).toMatchObject({ by: 'inquiry', inquireAfterMs: 10_000 });
    expect(transfer?.resolution.notFound).toEqual({ inconclusiveForMs: Number.MAX_SAFE_INTEGER });
    const { transfer: slow } = provider({ ...networkProfiles['sepa-sct'] }).operations;
    expect(slow?.resolution.by).toBe('notification');
  });

  it('leaves a payment open whose message was only taken in', async () => {
    const { operations, transport: channel } = provider(signedProfile);
    const request = operations.transfer?.encode(command, context);
    if (request === undefined) throw new Error('the network takes transfers');
    const delivery = await channel.send(request, { timeoutMs: 1_000 });
    if (delivery.phase !== 'answered') throw new Error('it was taken in');
    expect(operations.transfer?.decode(delivery.response, command, context)).toEqual({
      kind: 'pending',
      value: { providerReference: uetrOf(signedLink.us, key) },
      expect: 'either',
    });
  });

  it('says nothing about a payment by what is not believed', async () => {
    const { operations } = provider(signedProfile);
    const decoded = operations.transfer?.decode({ kind: 'unreadable', reason: 'x' }, command, context);
    expect(decoded).toMatchObject({ kind: 'unknown', cause: 'answer_unreadable' });
  });

  it.each([{}, { key: pair.key }, { keys: pair.keys }])(
    'demands keys of a network with signed messages: %o',
    (keys) => {
      expect(() => provider(signedProfile, keys)).toThrow(/demands signed messages/);
    },
  );

  it('refuses a key that the network does not take, and a connection that its identifiers cannot be built from', () => {
    const narrow = { ...signedProfile, signature: { ...signedProfile.signature, algorithms: ['rsa-sha256'] as const } };
    expect(() => provider(narrow, { key: pair.key, keys: pair.keys })).toThrow(/takes no signatures by ecdsa-p256/);
    expect(() => provider({ ...networkProfiles.fedwire })).toThrow(/sequenceOf is missing/);
  });

  it('knows the bounds of the network', () => {
    expect(provider(signedProfile).capabilities).toMatchObject({ currencies: ['USD'], maxMinorUnits: 1_000_000_000n });
    expect(provider({ ...networkProfiles['cbpr-plus'] }).capabilities.currencies).toBe('any');
  });
});
