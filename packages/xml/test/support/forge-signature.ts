import { createHash, type KeyObject, sign } from 'node:crypto';
import { canonicalize } from '../../src/canonicalize.ts';
import { canonicalUris, digestUris, dsNamespace, signatureUris, transformUris } from '../../src/signature/algorithm.ts';
import { mustRead } from './must-read.ts';
import { isoMessage } from './signed-messages.ts';
import { rsa } from './signing-keys.ts';

/** What a signature is made of, each part as it should be unless it is given. */
export interface Forgery {
  readonly message?: string;
  readonly canonicalization?: string;
  readonly algorithm?: string;
  readonly methodContent?: string;
  readonly references?: readonly string[];
  readonly key?: KeyObject;
  readonly sign?: (bytes: Buffer) => Buffer;
  readonly keyInfo?: string;
}

/** What stands in Transforms when all is well. */
export const rightTransforms: readonly string[] = [
  transform(transformUris['enveloped-signature']),
  transform(canonicalUris.exclusive),
];

export function transform(uri: string, content = ''): string {
  return `<ds:Transform Algorithm="${uri}">${content}</ds:Transform>`;
}

/** A reference in canonical form. The digest is of the message in exclusive form, unless another text is given. */
export function reference(
  uri: string | undefined,
  transforms: readonly string[] = rightTransforms,
  text = canonicalize(mustRead(isoMessage).root),
  digestUri: string = digestUris.sha256,
): string {
  const hash = digestUri.replace(/.*#/, '');
  const list = transforms.length === 0 ? '' : `<ds:Transforms>${transforms.join('')}</ds:Transforms>`;
  const digest = createHash(hash).update(text).digest('base64');
  return `<ds:Reference${uri === undefined ? '' : ` URI="${uri}"`}>${list}<ds:DigestMethod Algorithm="${digestUri}"></ds:DigestMethod><ds:DigestValue>${digest}</ds:DigestValue></ds:Reference>`;
}

/** A signature over whatever is asked for, by default with the trusted key: what a careless or a confused signer makes. */
export function forgeSignature(forgery: Forgery = {}): string {
  const { canonicalization = canonicalUris.exclusive, algorithm = signatureUris['rsa-sha256'] } = forgery;
  const { references = [reference('')], key = rsa.privateKey, keyInfo = '', methodContent = '' } = forgery;
  const inner = `<ds:CanonicalizationMethod Algorithm="${canonicalization}"></ds:CanonicalizationMethod><ds:SignatureMethod Algorithm="${algorithm}">${methodContent}</ds:SignatureMethod>${references.join('')}</ds:SignedInfo>`;
  const bytes = Buffer.from(`<ds:SignedInfo xmlns:ds="${dsNamespace}">${inner}`);
  const value = (forgery.sign ?? ((info) => sign('sha256', info, key)))(bytes).toString('base64');
  const info = keyInfo === '' ? '' : `<ds:KeyInfo>${keyInfo}</ds:KeyInfo>`;
  return `<ds:Signature xmlns:ds="${dsNamespace}"><ds:SignedInfo>${inner}<ds:SignatureValue>${value}</ds:SignatureValue>${info}</ds:Signature>`;
}

/** The message with that signature in its place. */
export function forge(forgery: Forgery = {}): string {
  const signature = forgeSignature(forgery);
  return (forgery.message ?? isoMessage)
    .replace('<h:Sgntr/>', () => `<h:Sgntr>${signature}</h:Sgntr>`)
    .replace('<Sgntr></Sgntr>', () => `<Sgntr>${signature}</Sgntr>`);
}
