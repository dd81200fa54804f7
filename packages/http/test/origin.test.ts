import { describe, expect, it } from 'vitest';
import { parseOrigin } from '../src/origin.ts';

describe('an origin', () => {
  it.each([
    ['https://api.provider.example', 'api.provider.example', 443],
    ['https://api.provider.example:8443', 'api.provider.example', 8443],
    ['http://localhost:8081', 'localhost', 8081],
    ['http://127.0.0.1', '127.0.0.1', 80],
    ['https://[::1]:9443', '::1', 9443],
  ])('%s', (text, host, port) => {
    expect(parseOrigin(text, false)).toMatchObject({ text, host, port });
  });

  it.each([
    'https://api.provider.example/',
    'https://api.provider.example/v1',
    'https://api.provider.example?x',
    'https://user:secret@api.provider.example',
    'https://api.provider.example:443',
    'HTTPS://api.provider.example',
    'https://API.provider.example',
    'https://api.provider.example.evil.example/..',
    'ftp://api.provider.example',
    'file:///etc/passwd',
    'api.provider.example',
    '//api.provider.example',
    '',
  ])('refuses %j', (text) => {
    expect(() => parseOrigin(text, true)).toThrowError(expect.objectContaining({ code: 'transport_invalid' }));
  });

  it.each([
    'http://api.provider.example',
    'http://10.0.0.1',
    'http://127.0.0.1.evil.example',
    'http://localhost.evil.example',
  ])('refuses plain http to %s unless it is said aloud', (text) => {
    expect(() => parseOrigin(text, false)).toThrowError(/plain http/);
    expect(parseOrigin(text, true).secure).toBe(false);
  });
});
