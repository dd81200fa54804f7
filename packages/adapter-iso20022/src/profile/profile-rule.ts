import type { CharacterSetName } from './character-set.ts';

/** How sure a fact is: read in a public source, or assumed until the network's own specification confirms it. */
export type Certainty = 'documented' | 'assumed';

/** The four forms of a postal address. Hybrid: town and country in their own elements, the rest in address lines. */
export type AddressForm = 'structured' | 'hybrid' | 'unstructured' | 'incomplete';

/** Check digits and forms that no pattern can say. `bic` is ISO 9362, `aba` the check digit of a routing number. */
export type Checksum = 'aba' | 'bic' | 'iban';

/** What a rule demands of the value that its path finds. */
export type RuleCheck =
  | { readonly kind: 'required' }
  | { readonly kind: 'absent' }
  | { readonly kind: 'equals'; readonly value: string }
  | { readonly kind: 'oneOf'; readonly values: readonly string[] }
  /** A regular expression for the whole value. */
  | { readonly kind: 'pattern'; readonly pattern: string }
  /** In Unicode code points. */
  | { readonly kind: 'maxLength'; readonly max: number }
  | { readonly kind: 'charset'; readonly charset: CharacterSetName }
  | { readonly kind: 'checksum'; readonly checksum: Checksum }
  /** Decimal strings, both ends included. */
  | { readonly kind: 'amount'; readonly currencies?: readonly string[]; readonly min: string; readonly max?: string }
  /** No more decimals than ISO 4217 gives the currency. */
  | { readonly kind: 'decimals' }
  | { readonly kind: 'count'; readonly min: number; readonly max: number }
  | {
      readonly kind: 'address';
      readonly forms: readonly AddressForm[];
      readonly maxLines: number;
      readonly maxLineLength: number;
    }
  /** Equal to the value at another path. */
  | { readonly kind: 'same'; readonly as: string };

/**
 * One rule of a network about its messages, as data.
 *
 * `at` is a path of element names that begins with `AppHdr` (the header) or with the element under `Document`, such as
 * `FIToFICstmrCdtTrf/GrpHdr/NbOfTxs`. A rule whose message is not the one at hand does not apply. `*` stands for any one
 * element, `**` for any number of elements. Repeated elements are each judged. A missing value breaks the rule unless
 * the missing element is marked with `?`: `Cdtr/PstlAdr?/TwnNm` judges addresses that are there.
 */
export type ProfileRule = RuleCheck & {
  /** Unique in the profile, such as `FDN-010`. */
  readonly id: string;
  readonly at: string;
  /** A key of the profile's `sources`. */
  readonly source: string;
  /** The first day it holds, as an ISO date. */
  readonly since: string;
  /** The last day it holds. Default: it still holds. */
  readonly until?: string;
  /** Default: `documented`. */
  readonly certainty?: Certainty;
};

/** One place where a message breaks a rule of its network. `path` is counted from 1, as XPath does. */
export interface ProfileIssue {
  readonly rule: string;
  readonly path: string;
  readonly message: string;
}
