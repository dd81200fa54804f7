import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createAsymmetricSpecimens } from './support/asymmetric-specimens.ts';
import { hmacSpecimens } from './support/hmac-specimens.ts';
import { genuineParts, nowMs, type Specimen, signsBytes, verdict } from './support/specimen.ts';

const specimens = [...hmacSpecimens, ...(await createAsymmetricSpecimens())];
const settings = { seed: 20_260_301, numRuns: 300 };
const byte = fc.integer({ min: 1, max: 255 });
const position = fc.nat(1_000_000);

function changeByte(bytes: Uint8Array, at: number, by: number): Uint8Array {
  const changed = new Uint8Array(bytes);
  const index = at % changed.length;
  changed[index] = (changed[index] ?? 0) ^ by;
  return changed;
}

describe.each(specimens)('$name', (specimen: Specimen) => {
  const genuine = genuineParts(specimen);

  it('refuses every change of one byte of what is signed', () => {
    fc.assert(
      fc.property(position, byte, (at, by) => {
        const payload = changeByte(genuine.payload, at, by);
        const result = verdict(specimen, specimen.pack({ ...genuine, payload }));
        if (signsBytes(specimen)) expect(result).toBe('signature_wrong');
        // A change between the values leaves what is signed as it was.
        else if (result === 'verified') expect(specimen.sign(payload, { time: genuine.time })).toBe(genuine.signature);
      }),
      settings,
    );
  });

  it('refuses every change of one character of the signature', () => {
    fc.assert(
      fc.property(position, byte, (at, by) => {
        const signature = Buffer.from(changeByte(Buffer.from(String(genuine.signature)), at, by)).toString('latin1');
        expect(verdict(specimen, specimen.pack({ ...genuine, signature }))).toMatch(/^signature_(?:wrong|malformed)$/);
      }),
      settings,
    );
  });

  it('refuses any other body and any other header, and throws at nothing', () => {
    const message = specimen.pack(genuine);
    const value = fc.oneof(fc.string(), fc.array(fc.string(), { maxLength: 3 }), fc.constant(undefined));
    const headers = fc.dictionary(fc.constantFrom(...Object.keys(message.headers), 'x-other'), value);
    const body = fc.oneof(
      fc.uint8Array({ maxLength: 200 }),
      fc.json().map((text) => new Uint8Array(Buffer.from(text))),
    );
    fc.assert(
      fc.property(headers, body, fc.boolean(), (fields, bytes, keepsHeaders) => {
        const forged = { headers: keepsHeaders ? { ...message.headers } : fields, body: bytes };
        expect(verdict(specimen, forged)).not.toBe('verified');
      }),
      settings,
    );
  });

  it('gives the same result each time, and none at a time that is no number', () => {
    const message = specimen.pack(genuine);
    expect(specimen.verifier.verify(message, nowMs)).toEqual(specimen.verifier.verify(message, nowMs));
    if (specimen.toleranceSeconds !== undefined)
      expect(verdict(specimen, message, Number.NaN)).toMatch(/^(?:timestamp_outside_window|certificate_refused)$/);
  });
});
