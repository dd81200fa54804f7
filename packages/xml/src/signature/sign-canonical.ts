import type { Transform } from './algorithm.ts';
import { type SignatureRequest, writeSignature } from './write-signature.ts';

/** How a whole document is signed. */
export interface SignCanonicalOptions extends Omit<SignatureRequest, 'references'> {
  /** Default `enveloped-signature`, `exclusive`. */
  readonly transforms?: readonly Transform[];
}

const enveloped: readonly Transform[] = ['enveloped-signature', 'exclusive'];

/**
 * Signs a document (`URI=""`) whose canonical form was written in two pieces; the signature comes between them. Both are hashed as they are,
 * so what holds the signature is in them: `…<Sgntr>` and `</Sgntr>…`. An XML declaration is not. Nothing is parsed and nothing is
 * searched for.
 *
 * @returns the signed document
 * @throws PolyrailError `configuration_invalid` for a key that does not fit its algorithm
 */
export function signCanonical(before: string, behind: string, options: SignCanonicalOptions): string {
  const { transforms = enveloped, ...request } = options;
  const signature = writeSignature({ ...request, references: [{ uri: '', transforms, canonical: before + behind }] });
  return before + signature + behind;
}
