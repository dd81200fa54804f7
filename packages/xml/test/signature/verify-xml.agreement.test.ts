import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalAsWritten } from '../../src/canonical-as-written.ts';
import { canonicalize } from '../../src/canonicalize.ts';
import { readXml } from '../../src/read-xml.ts';
import { signXml } from '../../src/signature/sign-xml.ts';
import type { SignaturePlacement } from '../../src/signature/signature-placement.ts';
import { verifyXml } from '../../src/signature/verify-xml.ts';
import { edit } from '../support/edit.ts';
import { mustRead } from '../support/must-read.ts';
import { randomXml } from '../support/random-xml.ts';
import { envelopeMessage, envelopePlacement, policyOf, tchMessage, tchPlacement } from '../support/signed-messages.ts';
import { p256, ringOf } from '../support/signing-keys.ts';

interface Signed {
  readonly source: string;
  readonly placement: SignaturePlacement;
}

const methods = ['exclusive', 'c14n10', 'c14n11'] as const;
const key = { algorithm: 'ecdsa-p256-sha256', key: p256.privateKey } as const;
const signed = (source: string, placement: SignaturePlacement): Signed => ({
  source: signXml(source, { ...placement, key }),
  placement,
});

/** A random document in canonical form, signed at the end of its root. */
const random: fc.Arbitrary<Signed> = fc.tuple(randomXml, fc.constantFrom(...methods)).map(([source, method]) => {
  const { root } = mustRead(source);
  const path = [`{${root.namespace}}${root.local}`];
  const transforms = ['enveloped-signature', method] as const;
  return signed(canonicalize(root, { method }), {
    signatureIn: path,
    parts: [{ name: 'whole', path, by: 'document', transforms }],
  });
});
const message = fc.constantFrom(signed(envelopeMessage, envelopePlacement), signed(tchMessage, tchPlacement));

/** The same document with a space in its last end tag. No canonical form has it, so this one has to be made. */
function spaced(source: string): string {
  const end = source.indexOf('>', source.lastIndexOf('</'));
  return end < 0 ? source : `${source.slice(0, end)} ${source.slice(end)}`;
}

function isCut(source: string): boolean {
  const reading = readXml(source);
  return reading.kind === 'read' && canonicalAsWritten(reading.document, 'exclusive') !== undefined;
}

describe('a document that is cut and the same document that is made canonical', () => {
  it('get the same verdict, and hand on the same text, whatever was edited', () => {
    const counts = { cut: 0, verified: 0, refused: 0 };
    fc.assert(
      fc.property(fc.oneof(random, message), fc.array(edit, { maxLength: 2 }), ({ source, placement }, edits) => {
        const edited = edits.reduce((text, change) => change(text), source);
        const policy = policyOf(placement, ringOf('ecdsa-p256-sha256'));
        const [verdict, other] = [edited, spaced(edited)].map((text) => {
          const { kind, ...rest } = verifyXml(Buffer.from(text), policy);
          return 'issue' in rest ? { kind, code: rest.issue.code } : { kind, ...rest };
        });
        expect(verdict).toEqual(other);
        counts[verdict?.kind ?? 'refused'] += 1;
        if (isCut(edited)) counts.cut += 1;
      }),
      { seed: 20_022, numRuns: 1_500 },
    );
    expect(Math.min(...Object.values(counts))).toBeGreaterThan(200);
  });
});
