import { describe, expect, it } from 'vitest';
import { matchingKey, type VerificationKey } from '../src/verification-key.ts';

describe('matchingKey', () => {
  it('tries every key on every signature of its kind, whether or not one has matched', () => {
    const tried: string[] = [];
    const key = (id: string, version: string): VerificationKey => ({
      id,
      version,
      signatureBytes: 2,
      matches(_, signatures) {
        tried.push(`${id} ${signatures.length}`);
        return id !== 'c';
      },
    });
    const candidates = [
      { version: 'v1', bytes: Buffer.from('aa') },
      { version: 'v1', bytes: Buffer.from('bb') },
      { version: 'v2', bytes: Buffer.from('cc') },
      { version: 'v1', bytes: Buffer.from('long') },
    ];
    expect(matchingKey([key('a', 'v1'), key('b', 'v2'), key('c', 'v1')], Buffer.from('x'), candidates)).toBe('a');
    expect(tried).toEqual(['a 2', 'b 1', 'c 2']);
  });
});
