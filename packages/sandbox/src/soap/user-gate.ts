import { createHash, timingSafeEqual } from 'node:crypto';
import { BoundedMap } from '../bounded-map.ts';
import { childrenOf, readRequest, textOf } from './security-header.ts';
import { PASSWORD_DIGEST, WSSE, WSU } from './vocabulary.ts';

const MAX_AGE_MS = 300_000;
const MAX_NONCES = 10_000;

/** Says whether a request carries the UsernameToken of a known user. */
export type UserGate = (xml: string, now: number) => boolean;

/** Lets in who knows a password, each nonce once. */
export function userGate(passwords: Readonly<Record<string, string>>): UserGate {
  const known = new Map(Object.entries(passwords));
  const nonces = new BoundedMap<true>(MAX_NONCES);
  return (xml, now) => {
    const security = readRequest(xml)?.security;
    const [token, ...others] = security ? childrenOf(security, WSSE, 'UsernameToken') : [];
    if (!token || others.length > 0) return false;
    const password = known.get(textOf(token, WSSE, 'Username'));
    const nonce = textOf(token, WSSE, 'Nonce');
    const isNew = nonce !== '' && nonces.get(nonce) === undefined;
    const isCurrent = Math.abs(now - Date.parse(textOf(token, WSU, 'Created'))) <= MAX_AGE_MS;
    if (password === undefined || !isNew || !isCurrent || !proves(token, password, nonce)) return false;
    nonces.set(nonce, true);
    return true;
  };
}

/** @see Web Services Security: UsernameToken Profile 1.1.1, 3.1 */
function proves(token: Element, password: string, nonce: string): boolean {
  const isDigest = childrenOf(token, WSSE, 'Password')[0]?.getAttribute('Type') === PASSWORD_DIGEST;
  const hash = createHash('sha1')
    .update(Buffer.from(nonce, 'base64'))
    .update(textOf(token, WSU, 'Created'));
  const expected = Buffer.from(isDigest ? hash.update(password).digest('base64') : password);
  const given = Buffer.from(textOf(token, WSSE, 'Password'));
  return given.length === expected.length && timingSafeEqual(given, expected);
}
