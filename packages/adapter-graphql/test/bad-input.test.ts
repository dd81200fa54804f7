import { describe, expect, it } from 'vitest';
import { readCharge, readInquiry } from './support/acme.ts';

const json = 'application/json';
const paid = { id: 'pay_1', status: 'SUCCEEDED', amount: '5000', currency: 'EUR' };
const charge = (payment: unknown, userErrors: unknown = []) => ({ charge: { payment, userErrors } });
const error = (code?: string) => ({ message: 'no', ...(code !== undefined && { extensions: { code } }) });
const many = Array.from({ length: 10_000 }, () => error('BAD_USER_INPUT'));

/** What clients do that read only a part of an answer. Each case names one that is wrong about it. */
const weakReaders = {
  /** Goes by the status. */
  status: (status: number) => (status < 300 ? 'succeeded' : 'rejected'),
  /** Throws for any error, and its caller takes that for "not executed". */
  errors: (status: number, body: string) =>
    status >= 300 || /"errors":(?!\[\]|null)/.test(body) ? 'rejected' : 'succeeded',
  /** Searches for the good word. */
  word: (_status: number, body: string) => (body.includes('SUCCEEDED') ? 'succeeded' : 'unknown'),
  /** Sends again whatever is no success. */
  retry: () => 'rejected',
} as const;

type Case = readonly [
  name: string,
  expected: string,
  weak: keyof typeof weakReaders,
  body: unknown,
  status?: number,
  contentType?: string,
];

const cases: readonly Case[] = [
  ['data beside errors, with an id', 'succeeded', 'errors', { data: charge(paid), errors: [error('INTERNAL')] }],
  [
    'data beside errors that say "refused"',
    'succeeded',
    'errors',
    { data: charge(paid), errors: [error('BAD_USER_INPUT')] },
  ],
  ['data in a 500', 'succeeded', 'status', { data: charge(paid), errors: [error()] }, 500],
  ['data in a 400', 'succeeded', 'status', { data: charge(paid) }, 400],
  [
    'an id, and null for all else',
    'pending',
    'errors',
    { data: charge({ ...paid, status: null, amount: null }), errors: [error()] },
  ],
  ['an id, and nothing else', 'pending', 'status', { data: charge({ id: 'pay_1' }) }],
  ['a status that nobody knows', 'pending', 'status', { data: charge({ ...paid, status: 'QUANTUM' }) }],
  ['a status in other letters', 'pending', 'status', { data: charge({ ...paid, status: 'succeeded' }) }],
  ['a status that is a number', 'pending', 'status', { data: charge({ ...paid, status: 1 }) }],
  ['an amount that is a fraction', 'pending', 'word', { data: charge({ ...paid, amount: 50.5 }) }],
  ['an amount that is negative', 'pending', 'word', { data: charge({ ...paid, amount: '-5000' }) }],
  ['an amount that is an object', 'pending', 'word', { data: charge({ ...paid, amount: { value: '5000' } }) }],
  ['an amount that has lost digits', 'pending', 'word', { data: charge({ ...paid, amount: 1e21 }) }],
  ['a currency that there is not', 'pending', 'word', { data: charge({ ...paid, currency: 'XXX' + 'X' }) }],
  ['a currency that is a list', 'pending', 'word', { data: charge({ ...paid, currency: ['EUR'] }) }],
  ['an id that is a number', 'unknown', 'word', { data: charge({ ...paid, id: 7 }) }],
  ['an id that is a list', 'unknown', 'word', { data: charge({ ...paid, id: ['pay_1'] }) }],
  ['no id', 'unknown', 'word', { data: charge({ status: 'SUCCEEDED', amount: '5000', currency: 'EUR' }) }],
  [
    'no id beside an error that says "refused"',
    'unknown',
    'errors',
    { data: charge({ ...paid, id: 7 }), errors: [error('BAD_USER_INPUT')] },
  ],
  ['null for the payment', 'unknown', 'status', { data: charge(null) }],
  ['null for the mutation', 'unknown', 'status', { data: { charge: null } }],
  ['null for everything', 'unknown', 'status', { data: null }],
  ['null for everything and for the errors', 'unknown', 'status', { data: null, errors: null }],
  [
    'null, and an error of the server',
    'unknown',
    'errors',
    { data: { charge: null }, errors: [error('INTERNAL_SERVER_ERROR')] },
  ],
  [
    'null, and an error that the provider knows as doubtful',
    'unknown',
    'errors',
    { data: null, errors: [error('CRASHED')] },
  ],
  ['null, and an error without a class', 'unknown', 'errors', { data: { charge: null }, errors: [error()] }],
  ['null, and an error of a class that nobody knows', 'unknown', 'errors', { data: null, errors: [error('QUANTUM')] }],
  [
    'null, and an error of a class that is inherited',
    'unknown',
    'errors',
    { data: null, errors: [error('constructor')] },
  ],
  [
    'a class that is a list',
    'unknown',
    'errors',
    { data: null, errors: [{ extensions: { code: ['BAD_USER_INPUT'] } }] },
  ],
  [
    'one refusal and one doubt',
    'unknown',
    'errors',
    { data: null, errors: [error('BAD_USER_INPUT'), error('INTERNAL')] },
  ],
  ['more errors than anyone reads', 'unknown', 'errors', { data: null, errors: many }],
  ...['BAD_USER_INPUT', 'FORBIDDEN', 'UNAUTHENTICATED'].flatMap((code): Case[] => {
    const beneath = { ...error(code), path: ['charge', 'payment', 'reference'] };
    return [
      [`${code} of a field of what was executed`, 'unknown', 'errors', { data: { charge: null }, errors: [beneath] }],
      [`${code} that took the data with it`, 'unknown', 'errors', { data: null, errors: [beneath] }],
      [`${code} in a 403, that took the data with it`, 'unknown', 'status', { data: null, errors: [beneath] }, 403],
      [`${code} of the mutation`, 'rejected', 'word', { data: null, errors: [{ ...beneath, path: ['charge'] }] }],
      [`${code} within the document`, 'rejected', 'word', { errors: [beneath] }],
    ];
  }),
  ['errors that are text', 'unknown', 'errors', { data: null, errors: 'BAD_USER_INPUT' }],
  ['errors that are an object', 'unknown', 'errors', { data: null, errors: error('BAD_USER_INPUT') }],
  ['an error that is null', 'unknown', 'errors', { data: null, errors: [null] }],
  ['the payload of another mutation', 'unknown', 'word', { data: { refund: { payment: paid, userErrors: [] } } }],
  ['the payment where the payload belongs', 'unknown', 'word', { data: { charge: paid } }],
  ['a list of payments', 'unknown', 'word', { data: charge([paid]) }],
  ['data that is a list', 'unknown', 'word', { data: [charge(paid)] }],
  ['data that is text', 'unknown', 'word', { data: JSON.stringify(charge(paid)) }],
  ['a batch of answers', 'unknown', 'word', [{ data: charge(paid) }]],
  [
    'data as an inherited member',
    'unknown',
    'word',
    '{"__proto__":{"data":{"charge":{"payment":{"id":"1","status":"SUCCEEDED"}}}}}',
  ],
  ['data inside extensions', 'unknown', 'word', { extensions: { data: charge(paid) } }],
  ['the payment beside data', 'unknown', 'word', { data: null, ...charge(paid) }],
  ['no GraphQL at all', 'unknown', 'word', paid],
  ['a page', 'unknown', 'status', '<html><body>SUCCEEDED</body></html>', 200, 'text/html'],
  ['a page that says it is JSON', 'unknown', 'status', '<html>SUCCEEDED</html>'],
  ['the right body under another type', 'unknown', 'word', { data: charge(paid) }, 200, 'text/html'],
  ['half a body', 'unknown', 'word', JSON.stringify({ data: charge(paid) }).slice(0, -9)],
  ['nothing', 'unknown', 'status', ''],
  ['nesting without end', 'unknown', 'status', `{"data":${'['.repeat(100_000)}${']'.repeat(100_000)}}`],
  ['a redirect', 'unknown', 'retry', '', 302],
  ['502 with a page', 'unknown', 'retry', '<html>', 502, 'text/html'],
  ['503', 'unknown', 'retry', '', 503],
  [
    'a user error beside a payment that cannot be read',
    'unknown',
    'retry',
    { data: charge({ status: 'SUCCEEDED' }, [{ code: 'TOO_LARGE' }]) },
  ],
  ['a user error that leaves a doubt', 'unknown', 'retry', { data: charge(null, [{ code: 'CRASHED' }]) }],
  ['user errors that are no list', 'rejected', 'status', { data: charge(null, { code: 'TOO_LARGE' }) }],
  ['a user error', 'rejected', 'status', { data: charge(null, [{ code: 'TOO_LARGE', message: 'too large' }]) }],
  ['a decline', 'declined', 'status', { data: charge({ ...paid, status: 'DECLINED' }) }],
  ['a refused document in a 200', 'rejected', 'status', { errors: [error('GRAPHQL_VALIDATION_FAILED')] }],
  ['a refused credential in a 200', 'rejected', 'status', { data: null, errors: [error('UNAUTHENTICATED')] }],
  ['a limit in a 200', 'rejected', 'status', { data: null, errors: [error('THROTTLED')] }],
  ['an earlier request that is still at work', 'unknown', 'errors', { data: null, errors: [error('BUSY')] }],
];

describe('an answer that is hostile or odd', () => {
  const written = cases.map((one) => {
    const [name, expected, weak, body, status = 200, contentType = json] = one;
    return { name, expected, weak, body, status, contentType };
  });
  it.each(written)('$name: $expected', ({ expected, weak, body, status, contentType }) => {
    const text = typeof body === 'string' ? body : JSON.stringify(body);
    expect(readCharge(status, contentType, text).kind).toBe(expected);
    // The canary: a client that reads only a part of the answer takes it for something else.
    expect(weakReaders[weak](status, text)).not.toBe(expected);
  });

  it('is no less than forty', () => {
    expect(cases.length).toBeGreaterThanOrEqual(40);
  });

  it('and the right one is a success', () => {
    for (const type of [json, 'application/graphql-response+json; charset=utf-8'])
      expect(readCharge(200, type, JSON.stringify({ data: charge(paid) })).kind).toBe('succeeded');
  });

  it('cannot be invalid UTF-8 in disguise', () => {
    const body = Buffer.from(JSON.stringify({ data: charge({ ...paid, reference: 'é' }) }), 'latin1');
    expect(readCharge(200, json, body).kind).toBe('unknown');
  });
});

describe('an answer to an inquiry', () => {
  it.each([
    ['that is whole and empty says that there is nothing', 'not_found', { data: { payment: null } }],
    [
      'with errors says nothing about what is missing',
      'unknown',
      { data: { payment: null }, errors: [error('INTERNAL')] },
    ],
    ['without its data says nothing', 'unknown', { data: null }],
    ['about something else says nothing', 'unknown', { data: { other: null } }],
    ['that finds it is believed, beside errors too', 'succeeded', { data: { payment: paid }, errors: [error()] }],
  ])('%s: %s', (_name, expected, body) => {
    expect(readInquiry(200, JSON.stringify(body)).kind).toBe(expected);
  });

  it.each([404, 500])('is no "not found" for a status of %i', (status) => {
    expect(readInquiry(status, '').kind).not.toBe('not_found');
    expect(readInquiry(status, JSON.stringify({ data: { payment: null } })).kind).not.toBe('not_found');
  });
});
