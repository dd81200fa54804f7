import { describe, expect, it } from 'vitest';
import { verifyXml } from '../../src/signature/verify-xml.ts';
import { iso, isoById, signedIso, signedIsoById, signedSoap, soap } from '../support/attack.ts';
import { carelessVerifier } from '../support/careless-verifier.ts';
import {
  envelope,
  envelopeAttacks,
  envelopeById,
  signedEnvelope,
  signedEnvelopeById,
} from '../support/envelope-attacks.ts';
import { forge } from '../support/forge-signature.ts';
import { documentAttacks, formAttacks } from '../support/form-attacks.ts';
import { keyAttacks } from '../support/key-attacks.ts';
import { digestAttacks, namespaceAttacks } from '../support/namespace-attacks.ts';
import { referenceAttacks, transformAttacks } from '../support/reference-attacks.ts';
import { isoPlacement, policyOf } from '../support/signed-messages.ts';
import { ringOf, rsa } from '../support/signing-keys.ts';
import { trustAttacks } from '../support/trust-attacks.ts';
import { wrappingAttacks } from '../support/wrapping-attacks.ts';

const attacks = [
  ...wrappingAttacks,
  ...referenceAttacks,
  ...transformAttacks,
  ...keyAttacks,
  ...formAttacks,
  ...documentAttacks,
  ...envelopeAttacks,
  ...namespaceAttacks,
  ...digestAttacks,
  ...trustAttacks,
];

describe('forged and confused signatures', () => {
  it('are as many as were promised, each only once', () => {
    expect(attacks.length).toBeGreaterThanOrEqual(160);
    expect(new Set(attacks.map(({ name }) => name)).size).toBe(attacks.length);
  });

  it.each(attacks)('$name', ({ source, policy, refused, careless }) => {
    const verdict = verifyXml(Buffer.from(source), policy);
    const reason =
      verdict.kind === 'refused' && (verdict.reason === 'xml_refused' ? verdict.issue.code : verdict.reason);
    expect(refused).toContain(reason);
    // The canary: who does not look as closely believes it.
    expect(carelessVerifier(source, rsa.publicKey, careless)).toBe(true);
  });

  it.each([
    ['iso', signedIso, iso],
    ['iso by id', signedIsoById, isoById],
    ['soap', signedSoap, soap],
    ['an envelope', signedEnvelope, envelope],
    ['an envelope by ids', signedEnvelopeById, envelopeById],
    ['made for the attacks', forge(), iso],
  ] as const)('what they began with is genuine: %s', (_, source, policy) => {
    expect(verifyXml(Buffer.from(source), policy).kind).toBe('verified');
  });

  it('no key of another kind verifies', () => {
    const policy = policyOf(isoPlacement, ringOf('ecdsa-p256-sha256'));
    expect(verifyXml(Buffer.from(signedIso), policy)).toEqual({ kind: 'refused', reason: 'algorithm_refused' });
  });
});
