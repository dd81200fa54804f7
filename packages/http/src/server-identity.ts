import { X509Certificate } from 'node:crypto';
import { checkServerIdentity, type PeerCertificate } from 'node:tls';
import { pinOf } from './certificate.ts';
import { pinMismatch } from './tls-failure.ts';

/** The longest chain that is looked at; the authorities of the web need three or four. */
const maxChain = 8;

/** The usual check of the name, and then that a pinned key is in the chain. */
export function identityCheck(
  pins: readonly string[],
): (host: string, certificate: PeerCertificate) => Error | undefined {
  return (host, certificate) => {
    const mismatch = checkServerIdentity(host, certificate);
    if (mismatch !== undefined) return mismatch;
    if (chainOf(certificate).some((link) => pins.includes(pinOf(link)))) return undefined;
    return Object.assign(new Error('no pinned key is in the chain of the server'), { code: pinMismatch });
  };
}

/**
 * The certificates from the server upwards, as far as each is signed by the next: Node.js links them by name alone, so a server could
 * show a pinned certificate that has nothing to do with its own.
 */
function chainOf(leaf: PeerCertificate): X509Certificate[] {
  const chain = [new X509Certificate(leaf.raw)];
  let current = leaf;
  while ('issuerCertificate' in current && chain.length < maxChain) {
    const issuer: unknown = current.issuerCertificate;
    if (!isCertificate(issuer) || issuer === current) break;
    const link = new X509Certificate(issuer.raw);
    if (!chain.at(-1)?.verify(link.publicKey)) break;
    chain.push(link);
    current = issuer;
  }
  return chain;
}

function isCertificate(value: unknown): value is PeerCertificate {
  return typeof value === 'object' && value !== null && 'raw' in value && value.raw instanceof Uint8Array;
}
