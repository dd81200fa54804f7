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

export const iso: SignaturePolicy = policyOf(isoPlacement);
export const isoById: SignaturePolicy = policyOf(isoByIdPlacement);
export const soap: SignaturePolicy = policyOf(soapPlacement);
export const signedIso = genuine(isoMessage, isoPlacement);
export const signedIsoById = genuine(isoMessage, isoByIdPlacement);
export const signedSoap = genuine(soapMessage, soapPlacement);

export const evil = (text: string): string => text.replace('10.00', '99.00');

export const evilMessage = evil(isoMessage);
