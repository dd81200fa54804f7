import { PolyrailError } from '@polyrail/core/provider';
import { describe, expect, it } from 'vitest';
import { buildIdentifier, type IdentifierSeed, matchesFormat } from '../../src/profile/identifier-format.ts';
import { networkProfiles } from '../../src/profile/network-profiles.ts';

const seed: IdentifierSeed = {
  localTime: '2026-11-23T09:15:30',
  party: '021040078',
  digest: Uint8Array.from({ length: 32 }, (_, index) => index * 7),
};

describe('buildIdentifier', () => {
  const { fednow, rtp, fedwire, 'pix-spi': pix } = networkProfiles;

  it('puts date, party and reference together, always the same for the same payment', () => {
    const id = buildIdentifier(fednow.identifiers.messageId, seed);
    expect(id).toMatch(/^20261123021040078[0-9A-Za-z]{18}$/);
    expect(buildIdentifier(fednow.identifiers.messageId, seed)).toBe(id);
  });

  it('gives another payment another reference', () => {
    const ids = new Set<string>();
    for (let index = 0; index < 1_000; index += 1) {
      const digest = Uint8Array.from({ length: 13 }, (_, at) => (index * 31 + at * index) % 256);
      digest[5] = index % 256;
      digest[4] = index >> 8;
      ids.add(buildIdentifier(rtp.identifiers.messageId, { ...seed, party: '990000001S1', digest }));
    }
    expect(ids.size).toBe(1_000);
  });

  it('counts where the network wants a counter', () => {
    const imad = { ...seed, party: 'B1QDRCQR', sequence: () => 42 };
    expect(buildIdentifier(fedwire.identifiers.messageId, imad)).toBe('20261123B1QDRCQR000042');
  });

  it('writes the minute where the network wants it', () => {
    const format = pix.identifiers.endToEndId;
    expect(format && buildIdentifier(format, { ...seed, party: '92702067' })).toMatch(
      /^E92702067202611230915[0-9A-Za-z]{11}$/,
    );
  });

  it.each([
    ['a party of the wrong length', { ...seed, party: '21040078' }],
    ['a counter that is missing', { ...seed, party: 'B1QDRCQR' }],
    ['a counter that has run over', { ...seed, party: 'B1QDRCQR', sequence: () => 1_000_000 }],
  ])('refuses %s', (_, wrong) => {
    expect(() => buildIdentifier(fedwire.identifiers.messageId, wrong)).toThrow(PolyrailError);
  });

  it('knows its own identifiers', () => {
    expect(matchesFormat('20261123B1QDRCQR000042', fedwire.identifiers.messageId)).toBe(true);
    expect(matchesFormat('20261123B1QDRCQR000042 ', fedwire.identifiers.messageId)).toBe(false);
  });
});
