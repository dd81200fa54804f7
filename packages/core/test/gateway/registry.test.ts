import { describe, expect, it } from 'vitest';
import { Registry } from '../../src/gateway/registry.ts';
import { PolyrailError } from '../../src/model/error.ts';
import { opossumBreaker } from '../../src/resilience/opossum-breaker.ts';
import { ScriptedCall } from '../support/guard-bench.ts';
import { half } from '../support/property.ts';
import { type ScriptedProvider, scriptedProvider } from '../support/scripted-provider.ts';
import { VirtualClock } from '../support/virtual-clock.ts';

function registryOf(
  registrations: ConstructorParameters<typeof Registry>[0],
  policy: ConstructorParameters<typeof Registry>[1] = {},
  clock = new VirtualClock(),
) {
  return new Registry(registrations, policy, { clock, random: half, breaker: opossumBreaker });
}

function codeOf(call: () => unknown): string | undefined {
  try {
    call();
  } catch (error) {
    return PolyrailError.is(error) ? error.code : 'another error';
  }
  return undefined;
}

/** The provider with a maximal length of its keys. */
function withKeyLength(provider: ScriptedProvider, maxLength: number) {
  const { charge } = provider.operations;
  if (charge === undefined) throw new Error('no charge');
  const idempotency = { carrier: 'header', name: 'key', maxLength, windowMs: 1, replays: 'first' } as const;
  return { ...provider, operations: { charge: { ...charge, idempotency } } };
}

describe('the registry', () => {
  it('finds providers by id and describes them in the order of registration', () => {
    const registry = registryOf([scriptedProvider({ id: 'b' }), { provider: scriptedProvider({ id: 'a' }) }]);
    expect(registry.find('a')?.provider.id).toBe('a');
    expect(registry.find('c')).toBeUndefined();
    expect(registry.find('__proto__')).toBeUndefined();
    expect(registry.describe()).toMatchObject([
      { id: 'b', protocol: 'scripted', breakers: {} },
      { id: 'a', verbs: ['authorize', 'charge', 'transfer', 'capture', 'void', 'refund'] },
    ]);
  });

  it('says which entry of the list is no provider', () => {
    const broken: ScriptedProvider[] = JSON.parse('[null]');
    expect(() => registryOf([scriptedProvider(), ...broken])).toThrow(
      'provider 2 of the list is null, and no provider',
    );
  });

  it('refuses two providers with one id', () => {
    expect(codeOf(() => registryOf([scriptedProvider(), scriptedProvider()]))).toBe('provider_duplicate');
  });

  it.each(['', 'UPPER', 'with space', 'ünïcode', '-first', 'a'.repeat(65), 'a\n', undefined])(
    'refuses the id %j',
    (id) => {
      expect(codeOf(() => registryOf([Object.assign(scriptedProvider(), { id })]))).toBe('provider_invalid');
    },
  );

  it('refuses a provider of another specification', () => {
    expect(codeOf(() => registryOf([Object.assign(scriptedProvider(), { specificationVersion: 2 })]))).toBe(
      'provider_invalid',
    );
  });

  it.each([
    [21, 'provider_invalid'],
    [0, 'provider_invalid'],
    [22, undefined],
    [255, undefined],
  ])('takes keys of %d characters: %s', (maxLength, code) => {
    expect(codeOf(() => registryOf([withKeyLength(scriptedProvider(), maxLength)]))).toBe(code);
  });

  it.each<[string, object]>([
    ['a header without a name', { idempotency: { carrier: 'header', windowMs: 1, replays: 'first' } }],
    ['a body field without a name', { idempotency: { carrier: 'body', name: '', windowMs: 1, replays: 'first' } }],
    ['an inquiry that it lacks', { resolution: { by: 'inquiry', notFound: 'definitive' } }],
    ['a reversal that it lacks', { resolution: { by: 'reversal', notFound: 'definitive' } }],
    [
      'a replay without keys',
      { idempotency: { carrier: 'none' }, resolution: { by: 'replay', notFound: 'definitive' } },
    ],
  ])('refuses an operation that declares %s', (_what, declared) => {
    const { inquiry: _, reversal: __, operations, ...provider } = scriptedProvider();
    const charge = Object.assign({}, operations.charge, { resolution: { by: 'notification', notFound: 'definitive' } });
    expect(codeOf(() => registryOf([{ ...provider, operations: { charge } }]))).toBeUndefined();
    const wrong = { ...provider, operations: { charge: Object.assign({}, charge, declared) } };
    expect(codeOf(() => registryOf([wrong]))).toBe('provider_invalid');
  });

  it('refuses limits that are no limits', () => {
    expect(codeOf(() => registryOf([scriptedProvider()], { maxAttempts: 0 }))).toBe('configuration_invalid');
    const own = { provider: scriptedProvider(), policy: { deadlineMs: Number.NaN } };
    expect(codeOf(() => registryOf([own]))).toBe('configuration_invalid');
  });

  it('gives each provider the common limits and its own', async () => {
    const clock = new VirtualClock();
    const registry = registryOf(
      [scriptedProvider({ id: 'a' }), { provider: scriptedProvider({ id: 'b' }), policy: { maxAttempts: 1 } }],
      { maxAttempts: 2, deadlineMs: 9_000, attemptTimeoutMs: 20_000 },
      clock,
    );
    const result = { kind: 'rejected', reason: 'not_delivered', message: '' } as const;
    for (const [id, attempts] of [
      ['a', 2],
      ['b', 1],
    ] as const) {
      const guard = registry.find(id)?.guards.of('charge');
      if (guard === undefined) throw new Error('no guard');
      const call = new ScriptedCall(clock, { result });
      expect((await call.run(guard)).attempts).toBe(attempts);
      expect(call.seen[0]?.timeoutMs).toBe(9_000);
    }
  });
});
