import { describe, expect, it } from 'vitest';
import { endToEndId } from '../../src/flow/end-to-end-id.ts';
import { identify, keyLength } from '../../src/flow/payment-identity.ts';
import { key, links, startedAtMs } from './support/links.ts';

const { profile: sepa } = links['sepa-sct-inst'];
const identity = identify(links['sepa-sct-inst'], key, startedAtMs);

describe('endToEndId', () => {
  it.each(['Invoice 51', 'A', 'INV/2026/11', "O'Neill (1)", 'x'.repeat(35)])('is the reference %j', (reference) => {
    expect(endToEndId(sepa, reference, identity)).toBe(reference);
  });

  it.each(['x'.repeat(36), 'Rechnung ü', 'a_b', '/A', 'A/', 'A//1', 'A\nB'])(
    'is the key where the network cannot carry %j',
    (reference) => {
      expect(endToEndId(sepa, reference, identity)).toBe(key);
    },
  );

  it('is what the network builds, where it has a form of its own', () => {
    const pix = links['pix-spi'];
    const own = identify(pix, key.slice(0, keyLength(pix.profile)), startedAtMs);
    expect(endToEndId(pix.profile, 'Invoice 51', own)).toBe(own.endToEndId);
  });
});
