import { expect, it, vi } from 'vitest';
import { Acquirer } from '../../src/acquirer/acquirer.ts';
import { DEFAULT_BEHAVIOUR } from '../../src/acquirer/behaviour.ts';
import { Book } from '../../src/acquirer/book.ts';
import { Script } from '../../src/acquirer/script.ts';
import { SandboxClock } from '../../src/clock.ts';
import { acquirerDialect } from '../../src/graphql/acquirer-dialect.ts';
import { graphqlWire } from '../../src/graphql/graphql-wire.ts';

it('has its server before the first request where it was told to load, and makes it once', async () => {
  const clock = new SandboxClock(() => 1_000_000);
  const book = new Book();
  const parts = { clock, book, script: new Script(), behaviour: { ...DEFAULT_BEHAVIOUR }, run: '0', capacity: 10 };
  const dialect = acquirerDialect(['sk_a']);
  const typeDefs = vi.fn(() => dialect.typeDefs);
  const watched = Object.defineProperty({ ...dialect }, 'typeDefs', { get: typeDefs });
  const wire = graphqlWire(watched, new Acquirer({ ...parts, announce: () => undefined }), clock);
  expect(typeDefs).not.toHaveBeenCalled();
  await wire.load?.();
  expect(typeDefs).toHaveBeenCalledTimes(1);
  const headers = { authorization: 'Bearer sk_a', 'content-type': 'application/json' };
  const body = JSON.stringify({ query: '{ __typename }' });
  const answer = await wire.accept({ method: 'POST', path: '/graphql', query: '', headers, body }).execute();
  expect(answer).toMatchObject({ status: 200, body: '{"data":{"__typename":"Query"}}' });
  expect(typeDefs).toHaveBeenCalledTimes(1);
});
