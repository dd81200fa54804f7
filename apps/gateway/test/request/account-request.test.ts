import { describe, expect, it } from 'vitest';
import { accountRequest, readAccount } from '../../src/request/account-request.ts';

const iban = 'DE89 3704 0044 0532 0130 00';
const incomingPayment = 'https://wallet.example/incoming-payments/016da9d5-c9a4-4c80-a354-86b915a04ff8';

describe('the account of a request', () => {
  it.each([
    ['acc_1', { type: 'account', id: 'acc_1' }],
    [iban, { type: 'iban', iban: 'DE89370400440532013000' }],
    [
      { iban, bic: 'COBADEFF' },
      { type: 'iban', iban: 'DE89370400440532013000', bic: 'COBADEFF' },
    ],
    [
      { id: '00123', scheme: 'BBAN', clearing_member: { system: 'USABA', id: '021000021' } },
      { type: 'account', id: '00123', scheme: 'BBAN', member: { system: 'USABA', id: '021000021' } },
    ],
    [
      { id: incomingPayment, scheme: 'open-payments' },
      { type: 'account', id: incomingPayment, scheme: 'open-payments' },
    ],
  ])('%j is read', (value, account) => {
    expect(readAccount(accountRequest.parse(value))).toEqual(account);
  });

  it.each([
    '',
    'DE89 3704 0044 0532 0130 01',
    '4242424242424242',
    {},
    { id: '' },
    { id: 'x'.repeat(256), scheme: 'open-payments' },
    { id: '4242424242424242' },
    { id: 'a', owner: 'b' },
    { id: 'a', iban },
    { id: 'a', clearing_member: { id: '1' } },
  ])('%j is refused', (value) => {
    expect(accountRequest.safeParse(value).success).toBe(false);
  });
});
