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

  it('goes on when a listener fails, as with a key that came before its certificate', async () => {
    const values: Record<string, string> = { CERT: 'old', KEY: 'old' };
    const clock = new VirtualClock();
    const set = await SecretSet.open({ providers: [changing(values)], names: ['CERT', 'KEY'], clock });
    const told: string[] = [];
    set.start({
      onRotated(name) {
        told.push(name);
        if (set.find('CERT')?.expose() !== set.find('KEY')?.expose()) throw new Error('they do not fit');
      },
    });
    values['KEY'] = 'new';
    await clock.advance(10_000);
    values['CERT'] = 'new';
    await clock.advance(10_000);
    expect(told).toEqual(['KEY', 'CERT']);
    set.stop();
  });

  it('does not put an old value back when an earlier look ends after a later one', async () => {
    let value = 'old';
    const gates: (() => void)[] = [];
    const waiting: (() => void)[] = [];
    const vault: SecretProvider = {
      async read() {
        const secret = new Secret(value);
        const gate = gates.pop();
        if (gate === undefined) return secret;
        gate();
        await new Promise<void>((resolve) => waiting.push(resolve));
        return secret;
      },
      describe: () => 'a vault',
    };
    const set = await SecretSet.open({ providers: [vault], names: ['KEY'], clock: new VirtualClock() });
    const looks: Promise<void>[] = [];
    await new Promise<void>((resolve) => {
      gates.push(resolve);
      looks.push(set.refresh());
    });
    value = 'new';
    looks.push(set.refresh());
    await new Promise((resolve) => setImmediate(resolve));
    for (const end of waiting) end();
    await Promise.all(looks);
    expect(set.find('KEY')?.expose()).toBe('new');
  });
});
