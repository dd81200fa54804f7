import { describe, expect, it } from 'vitest';
import { endToEndId } from '../../src/flow/end-to-end-id.ts';
import { key, links } from './support/links.ts';

const sepa = links['sepa-sct-inst'].profile;

describe('endToEndId', () => {
  it.each(['Invoice 51', 'A', 'INV/2026/11', "O'Neill (1)", 'x'.repeat(35)])('is the reference %j', (reference) => {
    expect(endToEndId(sepa, reference, key)).toBe(reference);
  });

  it.each(['x'.repeat(36), 'Rechnung ü', 'a_b', '/A', 'A/', 'A//1', 'A\nB'])(
    'is the key where the network cannot carry %j',
    (reference) => {
      expect(endToEndId(sepa, reference, key)).toBe(key);
    },
  );

  it('is the key where the network has a form of its own', () => {
    expect(endToEndId(links['pix-spi'].profile, 'Invoice 51', key)).toBe(key);
  });
});
