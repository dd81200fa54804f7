import { describe, expect, it } from 'vitest';
import { canonicalize } from '../src/canonicalize.ts';
import { vocabulary } from '../src/vocabulary.ts';

const p = vocabulary('urn:pay', 'p');

describe('a tree that was built', () => {
  it('is written with the namespaces that its names need', () => {
    const q = vocabulary('urn:q', '');
    const id = { prefix: 'wsu', local: 'Id', namespace: 'urn:wsu', value: 'a"b' };
    expect(canonicalize(p('pay', [id], p('amount', { ccy: 'USD' }, '1<2'), q('x', {}, q('y'))))).toBe(
      '<p:pay xmlns:p="urn:pay" xmlns:wsu="urn:wsu" wsu:Id="a&quot;b"><p:amount ccy="USD">1&lt;2</p:amount><x xmlns="urn:q"><y></y></x></p:pay>',
    );
  });

  it.each([
    ['an element with markup in its name', () => p('a><evil/')],
    ['an attribute with a space in its name', () => p('a', { 'b c': '1' })],
    ['a name with a prefix', () => p('x:a')],
    ['a control character in a text', () => p('a', {}, '\u0001')],
    ['half a character in a value', () => p('a', { b: '\ud800' })],
  ])('is refused with %s', (_, build) => {
    expect(build).toThrow(expect.objectContaining({ code: 'command_invalid' }));
  });
});
