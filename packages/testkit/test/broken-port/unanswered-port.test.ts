import { connect } from 'node:net';
import { expect, it } from 'vitest';
import { openUnansweredPort } from '../../src/broken-port/unanswered-port.ts';
import { failureOf } from '../failure-of.ts';

it('answers no SYN', async () => {
  const unanswered = await openUnansweredPort();
  expect(await failureOf(connect(unanswered.port, '127.0.0.1'))).toBe('silent');
  await unanswered.close();
});
