import { PolyrailError, Secret } from '@polyrail/core';
import { VirtualClock } from '@polyrail/testkit';
import { describe, expect, it } from 'vitest';
import type { SecretProvider } from '../src/secret-provider.ts';
import { SecretSet } from '../src/secret-set.ts';

/** A provider whose values a test changes. An error is thrown. */
function changing(values: Record<string, string | Error>): SecretProvider {
  return {
    async read(name) {
      const value = values[name];
      if (value instanceof Error) throw value;
      return value === undefined ? undefined : new Secret(value);
    },
    describe: (name) => `place of ${name}`,
  };
}

const exposed = (secrets: readonly Secret[]) => secrets.map((secret) => secret.expose());

describe('SecretSet', () => {
  it('finds every mistake at once, and shows no value', async () => {
    const broken = new PolyrailError('configuration_invalid', 'is empty');
    const set = await SecretSet.open({
      providers: [changing({ A: broken, B: 'CANARY', C: new Error('CANARY'), D: 'CANARY' }), changing({ B: 'CANARY' })],
      names: ['A', 'B', 'C', 'D', 'E'],
      clock: new VirtualClock(),
    });
    expect(set.mistakes).toEqual([
      'place of A is empty',
      'B is set twice: place of B, place of B',
      'place of C cannot be read',
    ]);
    expect(set.find('D')?.expose()).toBe('CANARY');
    expect([set.find('A'), set.find('B'), set.find('E')]).toEqual([undefined, undefined, undefined]);
    expect(() => set.source('E')).toThrow('E is not set');
    expect(JSON.stringify(set)).not.toContain('CANARY');
  });

  it('follows a rotation while running, with two live values for a while', async () => {
    const values: Record<string, string> = { KEY: 'first' };
    const clock = new VirtualClock();
    const rotated: string[] = [];
    const set = await SecretSet.open({
      providers: [changing(values)],
      names: ['KEY'],
      clock,
      overlapMs: 60_000,
      refreshMs: 1_000,
    });
    const now = set.source('KEY');
    set.start({ onRotated: (name) => void rotated.push(name) });
    values['KEY'] = 'second';
    await clock.advance(1_000);
    expect(now().expose()).toBe('second');
    expect(exposed(set.live('KEY'))).toEqual(['second', 'first']);
    await clock.advance(59_999);
    expect(exposed(set.live('KEY'))).toEqual(['second', 'first']);
    await clock.advance(1);
    expect(exposed(set.live('KEY'))).toEqual(['second']);
    expect(rotated).toEqual(['KEY']);
    set.stop();
    values['KEY'] = 'third';
    await clock.advance(10_000);
    expect(now().expose()).toBe('second');
    expect(clock.waiting).toBe(0);
  });

  it('holds no more than two values', async () => {
    const values: Record<string, string> = { KEY: 'first' };
    const set = await SecretSet.open({ providers: [changing(values)], names: ['KEY'], clock: new VirtualClock() });
    for (const value of ['second', 'third']) {
      values['KEY'] = value;
      await set.refresh();
    }
    expect(exposed(set.live('KEY'))).toEqual(['third', 'second']);
  });

  it('keeps the last value of what is gone or broken, says so once, and goes on', async () => {
    const values: Record<string, string | Error> = { KEY: 'first' };
    const troubles: string[] = [];
    const set = await SecretSet.open({
      providers: [changing(values)],
      names: ['KEY'],
      clock: new VirtualClock(),
    });
    set.start({ onTrouble: (message) => void troubles.push(message) });
    delete values['KEY'];
    await set.refresh();
    await set.refresh();
    values['KEY'] = new Error('CANARY');
    await set.refresh();
    expect(troubles).toEqual(['KEY is gone', 'place of KEY cannot be read']);
    expect(set.find('KEY')?.expose()).toBe('first');
    values['KEY'] = 'second';
    await set.refresh();
    expect(set.mistakes).toEqual([]);
    expect(set.find('KEY')?.expose()).toBe('second');
  });
});
