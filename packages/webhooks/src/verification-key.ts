/** A key that may have signed. It prints nothing of itself. */
export interface VerificationKey {
  readonly id: string;
  /** The label in a signature header of the signatures that it makes, such as `v1`. `''`: the scheme labels nothing. */
  readonly version: string;
  readonly signatureBytes: number;
  /** Whether one of `signatures`, each of `signatureBytes` bytes, is of this key. Constant time, no early exit. */
  matches(content: Uint8Array, signatures: readonly Uint8Array[]): boolean;
}

/** A signature as it arrived, decoded. */
export interface Candidate {
  readonly version: string;
  readonly bytes: Uint8Array;
}

/** The id of the first key that made one of the signatures. Every key is tried: time does not tell which one fits. */
export function matchingKey(
  keys: readonly VerificationKey[],
  content: Uint8Array,
  candidates: readonly Candidate[],
): string | undefined {
  const matching = keys.filter((key) => {
    const fitting = candidates.filter(({ version, bytes }) => fits(key, version, bytes));
    return key.matches(
      content,
      fitting.map(({ bytes }) => bytes),
    );
  });
  return matching[0]?.id;
}

function fits(key: VerificationKey, version: string, bytes: Uint8Array): boolean {
  return version === key.version && bytes.length === key.signatureBytes;
}
