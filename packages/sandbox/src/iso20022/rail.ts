import type { OutcomeCode } from '../acquirer/outcome-code.ts';

/** The rails that the network can be. */
export const RAIL_NAMES = ['fednow', 'sct-inst'] as const;

export type RailName = (typeof RAIL_NAMES)[number];

/** The rules of an instant-payment network: what tells one from another. Its numbers are like those of the real one. */
export interface Rail {
  readonly name: RailName;
  /** BizSvc of the messages that the network sends by itself. */
  readonly service: string;
  /** The network's own member id, of no real institution. */
  readonly network: string;
  /** How members are named: by BIC, or by their id in a clearing system of this code. */
  readonly members: 'bic' | { readonly clearingSystem: string };
  /** ClrSys of settlement. */
  readonly clearingSystem: { readonly Cd: string } | { readonly Prtry: string };
  readonly currency: string;
  /** In minor units. */
  readonly largestAmount: bigint;
  /** A value message older than this on arrival is rejected. */
  readonly clockMs: number;
  /** An inquiry earlier than this after the time of the message is refused, and counted. */
  readonly inquireAfterMs: number;
  /** The version of pacs.004 that the network sends. */
  readonly returnDefinition: string;
  /** External status reason codes by outcome; another outcome is MS03 with a text. */
  readonly reasons: Readonly<Record<OutcomeCode, string>>;
}

const REASONS = {
  '05': 'MS03',
  '14': 'AC01',
  '51': 'AM04',
  '54': 'AC04',
  '57': 'AG01',
  '61': 'AM14',
  '91': 'AB08',
  '96': 'AB09',
};

/**
 * The rails: a FedNow-like one and one like SEPA Instant.
 *
 * @see {@link https://www.frbservices.org/resources/rules-regulations/operating-circulars.html FedNow Service Operating Procedures}
 * @see {@link https://www.europeanpaymentscouncil.eu/what-we-do/epc-payment-schemes/sepa-instant-credit-transfer SCT Inst rulebook}
 */
export const RAILS: Readonly<Record<RailName, Rail>> = {
  fednow: {
    name: 'fednow',
    service: 'sandbox.fednow.01',
    network: '990000000',
    members: { clearingSystem: 'USABA' },
    clearingSystem: { Cd: 'FDN' },
    currency: 'USD',
    largestAmount: 1_000_000_000n,
    clockMs: 20_000,
    inquireAfterMs: 25_000,
    returnDefinition: 'pacs.004.001.10',
    reasons: REASONS,
  },
  'sct-inst': {
    name: 'sct-inst',
    service: 'sandbox.sctinst.01',
    network: 'SNBXDEF0XXX',
    members: 'bic',
    clearingSystem: { Prtry: 'TIPS' },
    currency: 'EUR',
    largestAmount: 99_999_999_999n,
    clockMs: 10_000,
    inquireAfterMs: 10_000,
    returnDefinition: 'pacs.004.001.09',
    reasons: { ...REASONS, '61': 'AM02' },
  },
};
