import { inspect } from 'node:util';
import { Secret } from '@polyrail/core/provider';
import { CredentialsError } from '@polyrail/http';
import { VirtualClock } from '@polyrail/testkit';
import { beforeEach, describe, expect, it } from 'vitest';
import type { IssuedToken } from '../src/cached-token.ts';
import { TokenCache, type TokenEvent } from '../src/index.ts';
import { TokenRefused } from '../src/token-refused.ts';

let clock: VirtualClock;
let cache: TokenCache;
let events: TokenEvent[];
let requests: number;
let random: number;

/** A token endpoint that numbers its tokens and answers when it is told to. */
let answers: (() => void)[];
let next: (nth: number) => IssuedToken;

beforeEach(() => {
  clock = new VirtualClock();
  events = [];
  requests = 0;
  random = 0;
  answers = [];
  next = (nth) => ({ value: `token ${nth}`, lifetimeSeconds: 3_600 });
  cache = new TokenCache({ clock, random: () => random, onEvent: (event) => events.push(event) });
});

function request(): Promise<IssuedToken> {
  const nth = ++requests;
  return new Promise((resolve, reject) => {
    answers.push(() => {
      try {
        resolve(next(nth));
      } catch (error) {
        reject(error);
      }
    });
  });
}

async function token(key = 'k', secretNow?: () => Secret): Promise<string> {
  const value = cache.get(key, request, secretNow);
  for (const answer of answers.splice(0)) answer();
  return value;
}

describe('one request for all who wait', () => {
  it('500 callers at a cold cache: one token request', async () => {
    const waiting = Array.from({ length: 500 }, () => cache.get('k', request));
    for (const answer of answers) answer();
    expect(new Set(await Promise.all(waiting))).toEqual(new Set(['token 1']));
    expect(requests).toBe(1);
  });

  it('a warm cache answers at once, without a promise', async () => {
    await token();
    expect(cache.get('k', request)).toBe('token 1');
    expect(requests).toBe(1);
  });

  it('other keys have other tokens', async () => {
    expect([await token('a'), await token('b'), await token('a')]).toEqual(['token 1', 'token 2', 'token 1']);
  });

  it('all who wait learn of a failure, and the next asks again', async () => {
    next = () => {
      throw new CredentialsError('no answer');
    };
    const waiting = Array.from({ length: 10 }, () => cache.get('k', request));
    for (const answer of answers.splice(0)) answer();
    const settled = await Promise.allSettled(waiting);
    expect(new Set(settled.map(({ status }) => status))).toEqual(new Set(['rejected']));
    next = (nth) => ({ value: `token ${nth}`, lifetimeSeconds: 3_600 });
    expect(await token()).toBe('token 2');
    expect(events.map(({ kind }) => kind)).toEqual(['failed', 'issued']);
  });
});

describe('before a token ends', () => {
  it('one request renews it while the old one is used', async () => {
    await token();
    await clock.advance(3_239_999);
    expect(cache.get('k', request)).toBe('token 1');
    expect(requests).toBe(1);
    await clock.advance(1);
    const during = Array.from({ length: 50 }, () => cache.get('k', request));
    expect(new Set(during)).toEqual(new Set(['token 1']));
    expect(requests).toBe(2);
    await token();
    expect(await token()).toBe('token 2');
  });

  it('chance spreads the moment', async () => {
    random = 0.999;
    await token();
    await clock.advance(3_240_000 - 179_820);
    expect(await token()).toBe('token 1');
    expect(requests).toBe(2);
  });

  it('a renewal that fails leaves the old one, and waits before the next', async () => {
    await token();
    next = () => {
      throw new CredentialsError('no answer');
    };
    await clock.advance(3_300_000);
    await token();
    await clock.advance(4_999);
    expect(await token()).toBe('token 1');
    expect(requests).toBe(2);
    await clock.advance(1);
    await token();
    expect(requests).toBe(3);
  });

  it('it is not used in its last seconds', async () => {
    await token();
    await clock.advance(3_595_000);
    const late = cache.get('k', request);
    expect(late).toBeInstanceOf(Promise);
    for (const answer of answers.splice(0)) answer();
    expect(await late).toBe('token 2');
  });

  it.each([
    ['no lifetime', undefined, 150_000, 294_999],
    ['a lifetime of a year', 31_536_000, 77_000_000, 86_394_999],
    ['a short lifetime', 20, 9_000, 17_999],
  ])('%s is bounded', async (_name, lifetimeSeconds, stillFresh, stillUsed) => {
    next = (nth) => ({ value: `token ${nth}`, lifetimeSeconds });
    await token();
    await clock.advance(stillFresh);
    await token();
    expect(requests).toBe(1);
    await clock.advance(stillUsed - stillFresh);
    expect(cache.get('k', request)).toBe('token 1');
    await clock.advance(1);
    expect(cache.get('k', request)).toBeInstanceOf(Promise);
  });

  it.each([0, -5, Number.NaN])('a lifetime of %s serves those who wait, and nobody after', async (lifetimeSeconds) => {
    next = (nth) => ({ value: `token ${nth}`, lifetimeSeconds });
    expect([await token(), await token()]).toEqual(['token 1', 'token 2']);
  });
});

describe('a token that was refused', () => {
  it('50 callers that it was refused to: one request', async () => {
    await token();
    await clock.advance(60_000);
    expect(Array.from({ length: 50 }, () => cache.invalidate('k', 'token 1'))).toEqual(Array(50).fill(true));
    const waiting = Array.from({ length: 50 }, () => cache.get('k', request));
    for (const answer of answers.splice(0)) answer();
    expect(new Set(await Promise.all(waiting))).toEqual(new Set(['token 2']));
    expect(requests).toBe(2);
    expect(events.map(({ kind }) => kind)).toEqual(['issued', 'invalidated', 'issued']);
  });

  it('a late refusal of the old one leaves the new one', async () => {
    await token();
    await clock.advance(60_000);
    cache.invalidate('k', 'token 1');
    await token();
    expect(cache.invalidate('k', 'token 1')).toBe(true);
    expect(cache.get('k', request)).toBe('token 2');
  });

  it('while the clock stands before its issue is not kept as one that is too young to blame', async () => {
    await token();
    await clock.advance(-3_600_000);
    expect(await token()).toBe('token 2');
    await clock.advance(5_000);
    expect(cache.invalidate('k', 'token 2')).toBe(true);
    expect(await token()).toBe('token 3');
  });

  it('one that is just issued is kept, so that a server that refuses all of them gets no storm', async () => {
    await token();
    await clock.advance(4_999);
    expect(cache.invalidate('k', 'token 1')).toBe(false);
    expect(cache.get('k', request)).toBe('token 1');
  });
});

describe('a client that is refused', () => {
  beforeEach(() => {
    next = () => {
      throw new TokenRefused('the token endpoint answered invalid_client');
    };
  });

  it('is not tried again for 30 s, then twice as long each time, up to a bound', async () => {
    const pauses = [30_000, 60_000, 120_000, 240_000, 480_000, 900_000, 900_000];
    for (const [index, pause] of pauses.entries()) {
      await expect(token()).rejects.toThrow('invalid_client');
      await clock.advance(pause - 1);
      await expect(token()).rejects.toThrow('invalid_client');
      expect(requests).toBe(index + 1);
      await clock.advance(1);
    }
  });

  it('is tried at once when the clock steps back: the pause would be longer by the step', async () => {
    await expect(token()).rejects.toThrow('invalid_client');
    await clock.advance(-3_600_000);
    await expect(token()).rejects.toThrow('invalid_client');
    expect(requests).toBe(2);
    await expect(token()).rejects.toThrow('invalid_client');
    expect(requests).toBe(2);
  });

  it('tells the same reason meanwhile, without a request', async () => {
    await expect(token()).rejects.toThrow('invalid_client');
    await expect(token()).rejects.toThrow('the token endpoint answered invalid_client');
    expect(requests).toBe(1);
  });

  it('is tried at once with another secret, and its pauses begin anew', async () => {
    let now = new Secret('old');
    const tokenWith = () => token('k', () => now);
    for (const pause of [30_000, 60_000]) {
      await expect(tokenWith()).rejects.toThrow('invalid_client');
      await clock.advance(pause);
    }
    await expect(tokenWith()).rejects.toThrow('invalid_client');
    now = new Secret('old');
    await expect(tokenWith()).rejects.toThrow('invalid_client');
    expect(requests).toBe(3);
    now = new Secret('wrong too');
    await expect(tokenWith()).rejects.toThrow('invalid_client');
    await clock.advance(29_999);
    await expect(tokenWith()).rejects.toThrow('invalid_client');
    expect(requests).toBe(4);
    next = (nth) => ({ value: `token ${nth}`, lifetimeSeconds: 3_600 });
    now = new Secret('new');
    expect(await tokenWith()).toBe('token 5');
  });

  it('goes on at once with a token that is still good', async () => {
    const refuse = next;
    next = (nth) => ({ value: `token ${nth}`, lifetimeSeconds: 3_600 });
    await token();
    next = refuse;
    await clock.advance(3_300_000);
    expect([await token(), await token()]).toEqual(['token 1', 'token 1']);
    await clock.advance(29_000);
    await token();
    expect(requests).toBe(2);
  });

  it('is forgotten after a success', async () => {
    const refuse = next;
    await expect(token()).rejects.toThrow();
    await clock.advance(30_000);
    next = () => ({ value: 't', lifetimeSeconds: 0 });
    await token();
    next = refuse;
    await expect(token()).rejects.toThrow();
    await clock.advance(30_000);
    await expect(token()).rejects.toThrow();
    expect(requests).toBe(4);
  });
});

describe('the cache', () => {
  it('is bounded', async () => {
    for (let nth = 0; nth <= 1_000; nth++) await token(`k${nth}`);
    expect(cache.get('k1000', request)).toBe('token 1001');
    expect(cache.get('k1', request)).toBe('token 2');
    expect(await token('k0')).toBe('token 1002');
  });

  it('shows no token, in print or in events', async () => {
    await token();
    await clock.advance(60_000);
    cache.invalidate('k', 'token 1');
    const shown = inspect([cache, events], { depth: 9, showHidden: true }) + JSON.stringify([cache, events]);
    expect(shown).not.toContain('token 1');
  });

  it('an observer that fails costs nothing', async () => {
    cache = new TokenCache({
      clock,
      onEvent: () => {
        throw new Error('observer');
      },
    });
    expect(await token()).toBe('token 1');
  });
});
