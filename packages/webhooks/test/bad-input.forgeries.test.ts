import { describe, expect, it } from 'vitest';
import { createAsymmetricSpecimens } from './support/asymmetric-specimens.ts';
import { hmacSpecimens } from './support/hmac-specimens.ts';
import { probes } from './support/probes.ts';
import { genuineParts, nowMs, reasonOf, type Specimen, verdict } from './support/specimen.ts';

const specimens = [...hmacSpecimens, ...(await createAsymmetricSpecimens())];

describe.each(specimens)('$name', (specimen: Specimen) => {
  const cases = probes.flatMap(({ name, reasons, forge }) => {
    const forgery = forge(specimen);
    return forgery === undefined ? [] : [{ name, reasons, ...forgery }];
  });

  it('believes a genuine message, and names the secret', () => {
    const verification = specimen.verifier.verify(specimen.pack(genuineParts(specimen)), nowMs);
    expect(verification).toEqual({ kind: 'verified', secretId: specimen.secretId });
  });

  it('faces enough probes', () => {
    expect(cases.length).toBeGreaterThanOrEqual(23);
  });

  it.each(cases)('refuses: $name', ({ parts, atMs, reasons }) => {
    expect(reasons).toContain(verdict(specimen, specimen.pack(parts), atMs));
  });

  it.each(cases)('has a careless handler that believes: $name', ({ parts, canary }) => {
    expect(canary(parts)).toBe(true);
    expect(canary(genuineParts(specimen))).toBe(true);
  });

  it('verifies an oversized body where the limit allows it, so only the limit refuses it', () => {
    const oversized = cases.find(({ name }) => name === 'oversized body');
    const message = oversized && specimen.pack(oversized.parts);
    expect(message && reasonOf(specimen.boundless.verify(message, nowMs))).toBe('verified');
  });
});

describe('a genuine message of another scheme', () => {
  const pairs = specimens.flatMap((receiver) =>
    specimens.filter((sender) => sender !== receiver).map((sender) => ({ receiver, sender })),
  );

  it.each(pairs)('$sender.name is refused by $receiver.name', ({ receiver, sender }) => {
    expect(verdict(receiver, sender.pack(genuineParts(sender)))).not.toBe('verified');
  });

  it.each(pairs)('a signature of $sender.name is refused in the place of $receiver.name', ({ receiver, sender }) => {
    const parts = { ...genuineParts(receiver), signature: genuineParts(sender).signature };
    expect(verdict(receiver, receiver.pack(parts))).toMatch(/^signature_(?:wrong|malformed)$/);
  });
});
