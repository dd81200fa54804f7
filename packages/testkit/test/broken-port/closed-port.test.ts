import { connect } from 'node:net';
import { expect, it } from 'vitest';
import { openClosedPort } from '../../src/broken-port/closed-port.ts';
import { failureOf } from '../failure-of.ts';

it('refuses connections and is nobody else’s', async () => {
  const closed = await openClosedPort();
  expect(await failureOf(connect(closed.port, '127.0.0.1'))).toBe('ECONNREFUSED');
  await closed.close();
});
