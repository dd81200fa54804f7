import { expect, it } from 'vitest';
import { partyRequest, readParty } from '../../src/request/party-request.ts';

it('reads who pays or is paid', () => {
  const address = { street: 'Main', building_number: '1', post_code: '8001', town: 'Zurich', country: 'CH' };
  expect(readParty(partyRequest.parse({ name: 'Acme', address }))).toEqual({
    name: 'Acme',
    address: { street: 'Main', buildingNumber: '1', postCode: '8001', town: 'Zurich', country: 'CH' },
  });
  expect(readParty(partyRequest.parse({ name: 'Acme' }))).toEqual({ name: 'Acme' });
});

it.each([{}, { name: '' }, { name: 'Acme', address: { town: 'Zurich' } }, { name: '4242 4242 4242 4242' }])(
  'refuses %j',
  (value) => {
    expect(partyRequest.safeParse(value).success).toBe(false);
  },
);
