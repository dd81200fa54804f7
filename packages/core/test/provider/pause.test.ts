import { describe, expect, it } from 'vitest';
import { pause } from '../../src/provider/pause.ts';
import { VirtualClock } from '../support/virtual-clock.ts';

describe('pause', () => {
  it('waits for as long as it is told', async () => {
    const clock = new VirtualClock();
    let how = '';
    const answer = pause(clock, 100, undefined).then((answered) => {
      how = answered;
    });
    await clock.advance(99);
    expect(how).toBe('');
    await clock.advance(1);
    await answer;
    expect(how).toBe('elapsed');
  });

  it('ends when the caller gives up, and leaves no timer behind', async () => {
    const clock = new VirtualClock();
    const caller = new AbortController();
    const answer = pause(clock, 100, caller.signal);
    caller.abort();
    expect(await answer).toBe('aborted');
    expect(clock.waiting).toBe(0);
  });

  it('does not begin for a caller who gave up before', async () => {
    const clock = new VirtualClock();
    expect(await pause(clock, 100, AbortSignal.abort())).toBe('aborted');
    expect(clock.waiting).toBe(0);
  });
});
