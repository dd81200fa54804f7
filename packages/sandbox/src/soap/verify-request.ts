import { SignedXml } from 'xml-crypto';
import { childrenOf, isNamed, readRequest, rootOf, textOf } from './security-header.ts';
import { DSIG, ENVELOPE, EXCLUSIVE, RSA_SHA256, SHA256, WSU } from './vocabulary.ts';

/** What a signature has to cover. */
export type SignedPart = 'Body' | 'Timestamp';

/** What is demanded of a request. */
export interface SignatureDemand {
  /** Certificates of callers, in PEM. */
  readonly callers: readonly string[];
  readonly parts: readonly SignedPart[];
  readonly now: number;
}

/** A signature that a caller made. */
export interface VerifiedRequest {
  /** An envelope around the very Body that was signed. */
  readonly xml: string;
  readonly signatureValue: string;
}

const MAX_AGE_MS = 300_000;
const MAX_SKEW_MS = 60_000;

/** Verifies a request with xml-crypto. `undefined`: no caller signed all that is demanded, or not just now. */
export function verifyRequest(xml: string, demand: SignatureDemand): VerifiedRequest | undefined {
  const request = readRequest(xml);
  if (request === undefined) return undefined;
  const { document, security } = request;
  const [signature, ...others] = childrenOf(security, DSIG, 'Signature');
  // One more anywhere, and it would be unclear which one counts.
  const isOnly = document.getElementsByTagNameNS(DSIG, 'Signature').length === 1;
  if (!signature || others.length > 0 || !isOnly) return undefined;
  for (const caller of demand.callers) {
    const roots = signedBy(caller, xml, signature);
    const body = roots?.find(({ root }) => isNamed(root, ENVELOPE, 'Body'));
    if (!roots || !body) continue;
    const isWhole = !demand.parts.includes('Timestamp') || roots.some(({ root }) => isCurrent(root, demand.now));
    if (!isWhole) return undefined;
    const envelope = `<soap:Envelope xmlns:soap="${ENVELOPE}">${body.text}</soap:Envelope>`;
    return { xml: envelope, signatureValue: textOf(signature, DSIG, 'SignatureValue') };
  }
  return undefined;
}

interface SignedText {
  readonly text: string;
  readonly root: Element;
}

/** The texts that this caller signed. `undefined`: the signature is another's, or made in a way that is not allowed. */
function signedBy(caller: string, xml: string, signature: Element): readonly SignedText[] | undefined {
  const verifier = new SignedXml({ publicCert: caller, getCertFromKeyInfo: () => null, idMode: 'wssecurity' });
  try {
    verifier.loadSignature(signature);
    const isUsual =
      verifier.signatureAlgorithm === RSA_SHA256 &&
      verifier
        .getReferences()
        .every(({ digestAlgorithm, transforms }) => digestAlgorithm === SHA256 && `${transforms}` === EXCLUSIVE);
    if (!isUsual || !verifier.checkSignature(xml)) return undefined;
  } catch {
    // It throws for what it does not understand, and for ids that are there twice.
    return undefined;
  }
  return verifier.getSignedReferences().flatMap((text) => {
    const root = rootOf(text);
    return root === undefined ? [] : [{ text, root }];
  });
}

function isCurrent(root: Element, now: number): boolean {
  if (!isNamed(root, WSU, 'Timestamp')) return false;
  const createdAt = Date.parse(textOf(root, WSU, 'Created'));
  const expiresAt = Date.parse(textOf(root, WSU, 'Expires'));
  return createdAt <= now + MAX_SKEW_MS && now - createdAt <= MAX_AGE_MS + MAX_SKEW_MS && !(expiresAt <= now);
}
