import { expect, it } from 'vitest';
import { originOf } from '../src/index.ts';

it.each([
  [{ secure: false, host: '127.0.0.1', port: 8081 }, 'http://127.0.0.1:8081'],
  [{ secure: false, host: 'bank.test', port: 80 }, 'http://bank.test'],
  [{ secure: true, host: 'bank.test', port: 443 }, 'https://bank.test'],
  [{ secure: true, host: 'bank.test', port: 80 }, 'https://bank.test:80'],
])('%o is %s', (target, origin) => {
  expect(originOf(target)).toBe(origin);
});
