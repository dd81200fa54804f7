import { decodeStrictly, type TextEncoding } from './strict-encoding.ts';
import type { Candidate, VerificationKey } from './verification-key.ts';

/** A signature as it is written, with the label that says which kind of key made it. */
export interface LabelledSignature {
  readonly version: string;
  readonly text: string;
}

const maxSignatures = 16;

/**
 * Splits a list of signatures. `item` has the groups `version` and `text`.
 *
 * @returns `undefined` when there are more than 16, or one is not written as `item` says
 */
export function readLabelled(list: string, separator: string, item: RegExp): readonly LabelledSignature[] | undefined {
  const parts = list.split(separator, maxSignatures + 1);
  const signatures = parts.flatMap((part) => {
    const { version, text } = item.exec(part)?.groups ?? {};
    return version !== undefined && text !== undefined ? [{ version, text }] : [];
  });
  return parts.length <= maxSignatures && signatures.length === parts.length ? signatures : undefined;
}

/**
 * Decodes the signatures that one of `keys` may have made. Those with other labels are left out, as a sender's change to a new kind of
 * signature needs.
 *
 * @returns `undefined` when one of ours is not written as bytes of its length are
 */
export function decodeCandidates(
  signatures: readonly LabelledSignature[],
  encoding: TextEncoding,
  keys: readonly VerificationKey[],
): readonly Candidate[] | undefined {
  const lengths = new Map(keys.map(({ version, signatureBytes }) => [version, signatureBytes]));
  const ours = signatures.filter(({ version }) => lengths.has(version));
  const candidates = ours.flatMap(({ version, text }) => {
    const bytes = decodeStrictly(text, encoding);
    return bytes !== undefined && bytes.length === lengths.get(version) ? [{ version, bytes }] : [];
  });
  return candidates.length === ours.length ? candidates : undefined;
}
