import type { XmlIssue } from '../xml-issue.ts';

/** Why the caller's key ring has no key for a signature. */
export type KeyRefusal = 'key_unknown' | 'key_ambiguous' | 'key_not_yet_valid' | 'key_expired' | 'key_revoked';

/** Why a signature, or the document around it, was not accepted. */
export type SignatureRefusal =
  | KeyRefusal
  | 'xml_refused'
  | 'signature_missing'
  | 'signature_repeated'
  | 'signature_misplaced'
  | 'signature_malformed'
  | 'object_refused'
  | 'algorithm_refused'
  | 'transform_refused'
  | 'str_transform_unsupported'
  | 'reference_refused'
  | 'reference_unexpected'
  | 'reference_missing'
  | 'id_repeated'
  | 'part_misplaced'
  | 'xml_base_unsupported'
  | 'too_costly'
  | 'signature_wrong'
  | 'digest_wrong'
  | 'engines_disagree';

/** What became of a document whose signature was to be verified. */
export type SignatureVerdict =
  | {
      readonly kind: 'verified';
      /** The key of the caller's key ring. */
      readonly keyId: string;
      /** The canonical form of each part, by its name: the very text that was hashed. Believe nothing else of the document. */
      readonly parts: ReadonlyMap<string, string>;
      /** The signature in base64, for wsse11:SignatureConfirmation. */
      readonly signatureValue: string;
    }
  | { readonly kind: 'refused'; readonly reason: Exclude<SignatureRefusal, 'xml_refused'> }
  | { readonly kind: 'refused'; readonly reason: 'xml_refused'; readonly issue: XmlIssue };

/** Ends a verification. It never leaves the package. */
export class SignatureRefused extends Error {
  readonly reason: Exclude<SignatureRefusal, 'xml_refused'>;

  constructor(reason: Exclude<SignatureRefusal, 'xml_refused'>, options?: ErrorOptions) {
    super(reason, options);
    this.reason = reason;
  }
}
