import { describe, expect, it } from 'vitest';
import { EndpointRegistry, signingSecrets } from '../../src/webhook/endpoint-registry.ts';

const URL = 'http://127.0.0.1:9/hooks';

describe('EndpointRegistry', () => {
  it.each(['http://localhost:1/', 'http://127.0.0.2/', 'http://[::1]:8080/a'])('lets in %s', (url) => {
    expect(new EndpointRegistry(false).register({ url })).toMatchObject({ url, disabled: false });
  });

  it.each(['http://example.com/', 'http://10.0.0.1/', 'http://127.0.0.1.example.com/', 'http://0.0.0.0/'])(
    'lets in %s only where other machines are allowed',
    (url) => {
      expect(() => new EndpointRegistry(false).register({ url })).toThrow(/allowRemote/);
      expect(new EndpointRegistry(true).register({ url }).url).toBe(url);
    },
  );

  it.each(['', '/hooks', 'https://127.0.0.1/', 'ftp://127.0.0.1/'])('refuses %j', (url) => {
    expect(() => new EndpointRegistry(true).register({ url })).toThrow(/Not an http URL/);
  });

  it('refuses a secret of the wrong form and keeps nothing of it', () => {
    const registry = new EndpointRegistry(false);
    expect(() => registry.register({ url: URL, secret: 'short' })).toThrow(RangeError);
    expect(registry.list()).toEqual([]);
  });

  it('replaces the endpoint of a URL and enables it again', () => {
    const registry = new EndpointRegistry(false);
    const first = registry.register({ url: URL });
    registry.disable(first.id);
    expect(registry.enabled(first.id)).toBeUndefined();
    const second = registry.register({ url: URL });
    expect(second.id).toBe(first.id);
    expect(second.secret).not.toBe(first.secret);
    expect(registry.list()).toEqual([second]);
    expect(registry.enabled(first.id)).toEqual(second);
  });

  it('keeps at most 16', () => {
    const registry = new EndpointRegistry(false);
    for (let port = 1; port <= 16; port += 1) registry.register({ url: `http://127.0.0.1:${port}/` });
    expect(() => registry.register({ url: 'http://127.0.0.1:17/' })).toThrow(/At most 16/);
    expect(registry.register({ url: 'http://127.0.0.1:16/' }).id).toBe('we_16');
  });

  it('rotates to the next secret; the old one signs until the overlap ends', () => {
    const registry = new EndpointRegistry(false);
    const before = registry.register({ url: URL });
    const after = registry.rotate(before.id, 1000, 500);
    expect(after.secret).toBe(before.nextSecret);
    expect(after.nextSecret).not.toBe(before.nextSecret);
    expect(signingSecrets(after, 1499)).toEqual([after.secret, before.secret]);
    expect(signingSecrets(after, 1500)).toEqual([after.secret]);
    expect(() => registry.rotate('we_9', 0)).toThrow(/No such endpoint/);
  });
});
