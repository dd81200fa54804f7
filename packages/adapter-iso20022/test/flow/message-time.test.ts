import { describe, expect, it } from 'vitest';
import { localDate, localTime, messageTime, normalisedTime } from '../../src/flow/message-time.ts';
import { networkProfiles } from '../../src/profile/network-profiles.ts';

const at = Date.UTC(2026, 10, 23, 4, 59, 59, 123);

describe('message times', () => {
  it('are in the form of the network, and normalised in the first header', () => {
    const { fednow, rtp, 'pix-spi': pix } = networkProfiles;
    expect(messageTime(fednow, at)).toBe('2026-11-23T04:59:59.123+00:00');
    expect(messageTime(pix, at)).toBe('2026-11-23T04:59:59.123Z');
    expect(messageTime(rtp, at)).toBe('2026-11-22T23:59:59');
    expect(normalisedTime(pix, at)).toBe('2026-11-23T04:59:59.123Z');
    expect(normalisedTime(rtp, at)).toBe('2026-11-22T23:59:59Z');
  });

  it.each([
    ['UTC', at, '2026-11-23T04:59:59'],
    ['America/New_York', at, '2026-11-22T23:59:59'],
    ['America/New_York', at + 1_000, '2026-11-23T00:00:00'],
    ['Europe/Brussels', at, '2026-11-23T05:59:59'],
    ['Europe/Zurich', Date.UTC(2026, 6, 1, 22), '2026-07-02T00:00:00'],
    // Summer time begins and ends.
    ['America/New_York', Date.UTC(2026, 2, 8, 6, 59, 59), '2026-03-08T01:59:59'],
    ['America/New_York', Date.UTC(2026, 2, 8, 7), '2026-03-08T03:00:00'],
    ['America/New_York', Date.UTC(2026, 10, 1, 5, 30), '2026-11-01T01:30:00'],
    ['America/New_York', Date.UTC(2026, 10, 1, 6, 30), '2026-11-01T01:30:00'],
    ['Europe/Brussels', Date.UTC(2026, 2, 29, 1), '2026-03-29T03:00:00'],
    ['America/Sao_Paulo', Date.UTC(2026, 0, 1, 2, 59, 59), '2025-12-31T23:59:59'],
    ['UTC', Date.UTC(2028, 1, 29), '2028-02-29T00:00:00'],
  ])('in %s at %i are %s', (timeZone, atMs, local) => {
    expect(localTime(atMs, timeZone)).toBe(local);
    expect(localDate(atMs, timeZone)).toBe(local.slice(0, 10));
  });
});
