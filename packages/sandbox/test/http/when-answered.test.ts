import { expect, it } from 'vitest';
import { whenAnswered } from '../../src/http/when-answered.ts';
import type { WireAnswer } from '../../src/http/wire.ts';

it('answers for a part that cannot be loaded: a silence would look like a fault that was asked for', async () => {
  const answer = await new Promise<WireAnswer>((resolve) =>
    whenAnswered(Promise.reject(new Error('no such part')), resolve),
  );
  expect(answer.status).toBe(500);
  expect(JSON.parse(answer.body)).toEqual({
    error: { type: 'simulator', code: 'simulator_broken', message: 'Error: no such part' },
  });
});
