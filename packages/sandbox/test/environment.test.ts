import { expect, it } from 'vitest';
import { readEnvironment } from '../src/environment.ts';

it('listens on 8081 where no variable says otherwise, and takes an empty one for none', () => {
  expect(readEnvironment({})).toEqual({ port: 8081 });
  expect(readEnvironment({ SANDBOX_PORT: '', SANDBOX_API_KEYS: '', SANDBOX_ISO20022_RAIL: '' })).toEqual({
    port: 8081,
  });
});

it('reads every variable', () => {
  const environment = {
    SANDBOX_PORT: '0',
    SANDBOX_API_KEYS: 'one,two',
    SANDBOX_ISO20022_RAIL: 'sct-inst',
    SANDBOX_WEBHOOK_URL: 'http://127.0.0.1:9/',
    SANDBOX_WEBHOOK_SECRET: 'whsec_x',
  };
  expect(readEnvironment(environment)).toEqual({
    port: 0,
    apiKeys: ['one', 'two'],
    iso20022: { rail: 'sct-inst' },
    webhooks: { url: 'http://127.0.0.1:9/', secret: 'whsec_x' },
  });
});

it.each([
  [{ SANDBOX_PORT: 'abc' }, 'SANDBOX_PORT must be'],
  [{ SANDBOX_PORT: '70000' }, 'SANDBOX_PORT must be'],
  [{ SANDBOX_ISO20022_RAIL: 'rtp' }, 'SANDBOX_ISO20022_RAIL must be one of fednow, sct-inst'],
])('refuses %j by its name', (environment, message) => {
  expect(() => readEnvironment(environment)).toThrow(message);
});
