import type { SignaturePolicy } from '../../src/signature/verify-xml.ts';
import type { Carelessness } from './careless-verifier.ts';
import {
  genuine,
  isoByIdPlacement,
  isoMessage,
  isoPlacement,
  policyOf,
  soapMessage,
  soapPlacement,
} from './signed-messages.ts';

/** A document that has to be refused. */
export interface Attack {
  readonly name: string;
  readonly source: string;
  readonly policy: SignaturePolicy;
  /** The reasons it may be refused for, or the code of the issue. */
  readonly refused: readonly string[];
  readonly careless?: readonly Carelessness[];
}

/** An attack on the policy of its list, in short. */
export type AttackRow = readonly [name: string, source: string, refused: string, ...careless: Carelessness[]];

export function attacksOf(kind: string, policy: SignaturePolicy, rows: readonly AttackRow[]): readonly Attack[] {
  return rows.map(([name, source, refused, ...careless]) => ({
    name: `${kind}: ${name}`,
    source,
    policy,
    refused: [refused],
    careless,
  }));
}

export const iso: SignaturePolicy = policyOf(isoPlacement);
export const isoById: SignaturePolicy = policyOf(isoByIdPlacement);
export const soap: SignaturePolicy = policyOf(soapPlacement);
export const signedIso = genuine(isoMessage, isoPlacement);
export const signedIsoById = genuine(isoMessage, isoByIdPlacement);
export const signedSoap = genuine(soapMessage, soapPlacement);

export const evil = (text: string): string => text.replace('10.00', '99.00');

export const evilMessage = evil(isoMessage);
