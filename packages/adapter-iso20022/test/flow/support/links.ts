import type { Account, Party } from '@polyrail/core/provider';
import type { Institution } from '../../../src/flow/institution.ts';
import type { NetworkLink } from '../../../src/flow/network-link.ts';
import type { NetworkId } from '../../../src/profile/network-profile.ts';
import { networkProfiles } from '../../../src/profile/network-profiles.ts';

const usBank = (id: string): Institution => ({ kind: 'clearing_member', system: 'USABA', id });
const bank = (bic: string): Institution => ({ kind: 'bic', bic });

/** Who sends in each network, and through whom. */
const members: Readonly<Record<NetworkId, readonly [us: Institution, network: Institution]>> = {
  fednow: [usBank('021000021'), usBank('021150706')],
  rtp: [usBank('021000021T1'), usBank('990000001T1')],
  fedwire: [usBank('021000021'), usBank('021151080')],
  'sepa-sct': [bank('COBADEFFXXX'), bank('BNPAFRPPXXX')],
  'sepa-sct-inst': [bank('COBADEFFXXX'), bank('BNPAFRPPXXX')],
  'cbpr-plus': [bank('COBADEFFXXX'), bank('BNPAFRPPXXX')],
  'swiss-sps': [bank('UBSWCHZH80A'), bank('UBSWCHZH80A')],
  'pix-spi': [
    { kind: 'clearing_member', id: '12345678' },
    { kind: 'clearing_member', id: '00038166' },
  ],
};

const endpoint = { sender: 'B1QDRCQR', sequenceOf: counter() };

/** Every network, as one participant sees it. */
export const links: Readonly<Record<NetworkId, NetworkLink>> = {
  fednow: linkOf('fednow'),
  rtp: linkOf('rtp'),
  fedwire: linkOf('fedwire'),
  'sepa-sct': linkOf('sepa-sct'),
  'sepa-sct-inst': linkOf('sepa-sct-inst'),
  'cbpr-plus': linkOf('cbpr-plus'),
  'swiss-sps': linkOf('swiss-sps'),
  'pix-spi': linkOf('pix-spi'),
};

export const networkIds: readonly NetworkId[] = [
  'fednow',
  'rtp',
  'sepa-sct',
  'sepa-sct-inst',
  'cbpr-plus',
  'swiss-sps',
  'fedwire',
  'pix-spi',
];

/** A count of messages, as a host keeps it: the same number for the same key of a day. */
function counter(): (key: string, date: string) => number {
  const numbers = new Map<string, number>();
  return (key, date) => {
    const number = numbers.get(date + key) ?? numbers.size + 1;
    numbers.set(date + key, number);
    return number;
  };
}

function linkOf(id: NetworkId): NetworkLink {
  const [us, network] = members[id];
  return { profile: networkProfiles[id], us, network, ...(id === 'fedwire' && endpoint) };
}

export const debtor: Party = {
  name: 'Ann Example',
  address: { street: 'Main Street', buildingNumber: '1', postCode: '53113', town: 'Bonn', country: 'DE' },
};
export const creditor: Party = {
  name: 'Example Corp',
  address: { street: 'Rue de la Paix', buildingNumber: '2', postCode: '75002', town: 'Paris', country: 'FR' },
};

export const usFrom: Account = { type: 'account', id: '00123456789', member: { system: 'USABA', id: '021000021' } };
export const usTo: Account = { type: 'account', id: '00987654321', member: { system: 'USABA', id: '026009593' } };
const brBank = (id: string) => ({ system: 'BRISP', id });

/** Accounts of networks that know none of an IBAN. */
export const accountsIn: Readonly<Record<string, { readonly from: Account; readonly to: Account }>> = {
  fednow: { from: usFrom, to: usTo },
  rtp: { from: usFrom, to: usTo },
  fedwire: { from: usFrom, to: usTo },
  'pix-spi': {
    from: { type: 'account', id: '0038952', member: brBank('12345678') },
    to: { type: 'account', id: '79396001', member: brBank('99999A04') },
  },
};
export const ibanFrom: Account = { type: 'iban', iban: 'DE89370400440532013000', bic: 'COBADEFFXXX' };
export const ibanTo: Account = { type: 'iban', iban: 'FR1420041010050500013M02606', bic: 'BNPAFRPPXXX' };

/** 23 November 2026, a quarter past eight in New York. */
export const startedAtMs: number = Date.UTC(2026, 10, 23, 13, 15, 0);
export const key = '0123456789abcdef0123456789';
