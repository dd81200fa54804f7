import { type LabelledSignature, readLabelled } from './labelled-signatures.ts';
import { type Refused, refused } from './refused.ts';

/** How a signature header is written. */
export type SignatureSyntax =
  /** One signature, such as `9f86d0…` or, with a prefix, `sha256=9f86d0…`. */
  | { readonly form: 'single'; readonly prefix?: string }
  /** `t=1614265330,v1=9f86d0…,v1=60303a…`: the time and up to 15 labelled signatures. Default separator: a comma alone. */
  | { readonly form: 'pairs'; readonly separator?: ', ' }
  /** `v1,n4bQg… v1a,YDA64…`: up to 16 labelled signatures. */
  | { readonly form: 'list' };

/** What a signature header holds, still encoded. */
export interface WrittenSignatures {
  readonly signatures: readonly LabelledSignature[];
  readonly timestamp?: string;
}

const pair = /^(?<version>[a-z][a-z0-9]*)=(?<text>[^=,\s]+=*)$/;
const item = /^(?<version>[a-z][a-z0-9]*),(?<text>[^=,\s]+=*)$/;

export function readSignatures(header: string, syntax: SignatureSyntax): WrittenSignatures | Refused {
  if (syntax.form === 'single') return readSingle(header, syntax.prefix ?? '');
  const [separator, pattern] = syntax.form === 'pairs' ? [syntax.separator ?? ',', pair] : [' ', item];
  const labelled = readLabelled(header, separator, pattern);
  if (labelled === undefined) return refused('signature_malformed');
  return syntax.form === 'pairs' ? takeOutTime(labelled) : { signatures: labelled };
}

function readSingle(header: string, prefix: string): WrittenSignatures | Refused {
  if (!header.startsWith(prefix)) return refused('signature_malformed');
  return { signatures: [{ version: '', text: header.slice(prefix.length) }] };
}

/** Two times come from two headers that were joined on the way. */
function takeOutTime(labelled: readonly LabelledSignature[]): WrittenSignatures | Refused {
  const [time, ...further] = labelled.filter(({ version }) => version === 't');
  if (further.length > 0) return refused('signature_repeated');
  const signatures = labelled.filter(({ version }) => version !== 't');
  return { signatures, ...(time && { timestamp: time.text }) };
}
