import { AssertionError } from 'node:assert';
import { format, inspect } from 'node:util';
import { serialize } from 'node:v8';
import { describe, expect, it } from 'vitest';
import { PolyrailError, Secret } from '../../src/model/index.ts';

const value = 'sk_live_4242';
const secret = new Secret(value);
const host = { apiKey: secret };

/** Every way on which a value gets out by accident: each gives all the text that comes out. */
const channels: Readonly<Record<string, () => unknown>> = {
  'a template': () => `${secret}`,
  String: () => String(secret),
  concatenation: () =>
    ['key: '].reduce((text, part) => text.concat(part, Reflect.apply(String, undefined, [secret])), ''),
  'Array.join': () => [secret, secret].join(),
  JSON: () => JSON.stringify(host),
  'JSON with a replacer': () => JSON.stringify(host, (_name, field: unknown) => field, 2),
  'util.inspect': () => inspect(host),
  'util.inspect with everything shown': () => inspect(host, { showHidden: true, depth: null, getters: true }),
  'util.inspect without custom inspectors': () =>
    inspect(host, { customInspect: false, showHidden: true, depth: null }),
  '%s': () => format('%s', secret),
  '%o': () => format('%o', host),
  '%O': () => format('%O', host),
  '%j': () => format('%j', host),
  '%d': () => format('%d', secret),
  spread: () => inspect({ ...secret }),
  'Object.entries': () => inspect([Object.entries(secret), Object.values(secret)]),
  'Reflect.ownKeys': () => inspect(Reflect.ownKeys(secret).map((name) => [name, Reflect.get(secret, name)])),
  structuredClone: () => inspect(structuredClone(secret), { showHidden: true, customInspect: false }),
  'v8.serialize': () => serialize(secret).toString('latin1'),
  'an error message': () => inspect(new Error(`refused: ${secret}`)),
  'the cause of an error': () => inspect(new Error('refused', { cause: secret }), { showHidden: true }),
  'a Map and a Set': () => inspect([new Map([[secret, secret]]), new Set([secret])], { showHidden: true }),
  'an assertion': () => inspect(new AssertionError({ actual: secret, expected: 'x', operator: 'strictEqual' })),
  'an URL': () => new URLSearchParams({ key: `${secret}` }).toString() + encodeURIComponent(`${secret}`),
  'its own text': () => `${Secret.toString()}${inspect(Object.getOwnPropertyDescriptors(secret))}`,
};

describe('a secret', () => {
  it.each(Object.entries(channels))('does not leave through %s', (_name, channel) => {
    expect(String(channel())).not.toContain('4242');
  });

  it('shows that there is one', () => {
    expect(`${secret}`).toBe('****');
    expect(JSON.stringify(host)).toBe('{"apiKey":"****"}');
    expect(inspect(secret)).toBe('****');
  });

  it('is exposed by one method only', () => {
    expect(secret.expose()).toBe(value);
    expect(Object.isFrozen(secret)).toBe(true);
  });

  it.each(['', undefined, 42, new Secret('x')])('cannot be made of %o', (bad) => {
    expect(() => Reflect.construct(Secret, [bad])).toThrow(
      expect.toSatisfy((error) => PolyrailError.is(error) && error.code === 'configuration_invalid'),
    );
  });
});
