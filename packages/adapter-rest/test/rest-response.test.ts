import { httpResponse } from '@polyrail/http';
import { expect, it } from 'vitest';
import { toRestResponse } from '../src/rest-response.ts';

it('keeps status and headers beside the body', () => {
  const headers = { 'retry-after': '5', 'content-type': 'application/json' };
  expect(toRestResponse(httpResponse(402, headers, '{"a":1}'))).toMatchObject({ status: 402, headers, json: { a: 1 } });
  expect(toRestResponse(httpResponse(402, headers, '<html>')).json).toBeUndefined();
});
