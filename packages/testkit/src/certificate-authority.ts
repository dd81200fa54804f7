import 'reflect-metadata';
import { webcrypto } from 'node:crypto';
import { isIP } from 'node:net';
import {
  AuthorityKeyIdentifierExtension,
  BasicConstraintsExtension,
  cryptoProvider,
  PemConverter,
  SubjectAlternativeNameExtension,
  X509Certificate,
  type X509CertificateCreateParamsName,
  X509CertificateGenerator,
  X509CrlGenerator,
} from '@peculiar/x509';

// The global one has the type that the library wants, whatever other types a program loads.
cryptoProvider.set(crypto);

const ecdsa = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' };
const rsa = { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256', publicExponent: new Uint8Array([1, 0, 1]) };
const dayMs = 86_400_000;

/** A certificate and its key, in PEM. */
export interface Credential {
  readonly cert: string;
  readonly key: string;
}

/** What else a certificate says. */
export interface IssueOptions {
  /** Default: the name as its common name. */
  readonly subject?: X509CertificateCreateParamsName;
  /** Valid until so many days from now; from yesterday, or from the day before for one that is over. Default: 30. */
  readonly validDays?: number;
  /** Valid from so many days from now. Default: yesterday. */
  readonly fromDays?: number;
  /** An RSA key of this size instead of one on P-256. */
  readonly rsaBits?: number;
}

/** A certificate authority that lives as long as a test run. */
export interface Authority {
  /** Its own certificate, in PEM. */
  readonly ca: string;
  /** A certificate for one host: a DNS name or an IP address. */
  issue(host: string, options?: IssueOptions): Promise<Credential>;
  /** A list of what is revoked, good until so many days from now. Default: 30. */
  revoke(revoked: readonly Credential[], validDays?: number): Promise<string>;
  /** An authority that this one vouches for. */
  createIntermediate(name: string): Promise<Authority>;
}

/** Makes an authority. `rsaBits`: it has an RSA key of this size instead of one on P-256. */
export async function createAuthority(name: string, rsaBits?: number): Promise<Authority> {
  const keys = await newKeys(rsaBits);
  const root = await X509CertificateGenerator.createSelfSigned({
    name: `CN=${name}`,
    keys,
    signingAlgorithm: rsaBits === undefined ? ecdsa : rsa,
    ...validity({}),
    extensions: [new BasicConstraintsExtension(true, 2, true)],
  });
  return authorityOf(root, keys);
}

/** A certificate for one host that nobody vouches for. */
export async function selfSigned(host: string): Promise<Credential> {
  const keys = await newKeys();
  const certificate = await X509CertificateGenerator.createSelfSigned({
    name: `CN=${host}`,
    keys,
    signingAlgorithm: ecdsa,
    ...validity({}),
    extensions: [nameOf(host)],
  });
  return { cert: certificate.toString('pem'), key: await pemOf(keys) };
}

function authorityOf(root: X509Certificate, keys: webcrypto.CryptoKeyPair): Authority {
  return {
    ca: root.toString('pem'),
    issue: (host, options = {}) => issue(root, keys, host, options),
    revoke: async (revoked, validDays = 30) => {
      const list = await X509CrlGenerator.create({
        issuer: root.subject,
        thisUpdate: new Date(Date.now() - 3 * dayMs),
        nextUpdate: new Date(Date.now() + validDays * dayMs),
        signingAlgorithm: keys.privateKey.algorithm.name === ecdsa.name ? ecdsa : rsa,
        signingKey: keys.privateKey,
        entries: revoked.map(({ cert }) => ({ serialNumber: new X509Certificate(cert).serialNumber })),
      });
      // The library names it in a way that OpenSSL does not know.
      return list.toString('pem').replaceAll(' CRL-----', ' X509 CRL-----');
    },
    createIntermediate: async (name) => {
      const own = await newKeys();
      const certificate = await signed(root, keys, own, name, {}, [new BasicConstraintsExtension(true, 1, true)]);
      return authorityOf(certificate, own);
    },
  };
}

async function issue(
  root: X509Certificate,
  authority: webcrypto.CryptoKeyPair,
  host: string,
  options: IssueOptions,
): Promise<Credential> {
  const own = await newKeys(options.rsaBits);
  const certificate = await signed(root, authority, own, host, options, [nameOf(host)]);
  return { cert: certificate.toString('pem'), key: await pemOf(own) };
}

async function signed(
  issuer: X509Certificate,
  authority: webcrypto.CryptoKeyPair,
  own: webcrypto.CryptoKeyPair,
  name: string,
  options: IssueOptions,
  extensions: (BasicConstraintsExtension | SubjectAlternativeNameExtension)[],
): Promise<X509Certificate> {
  return X509CertificateGenerator.create({
    subject: options.subject ?? `CN=${name}`,
    issuer: issuer.subject,
    publicKey: own.publicKey,
    signingKey: authority.privateKey,
    signingAlgorithm: authority.privateKey.algorithm.name === ecdsa.name ? ecdsa : rsa,
    ...validity(options),
    extensions: [...extensions, await AuthorityKeyIdentifierExtension.create(issuer.publicKey)],
  });
}

function nameOf(host: string): SubjectAlternativeNameExtension {
  return new SubjectAlternativeNameExtension([{ type: isIP(host) === 0 ? 'dns' : 'ip', value: host }]);
}

function newKeys(rsaBits?: number): Promise<webcrypto.CryptoKeyPair> {
  const uses = ['sign', 'verify'] as const;
  if (rsaBits === undefined) return webcrypto.subtle.generateKey(ecdsa, true, uses);
  return webcrypto.subtle.generateKey({ ...rsa, modulusLength: rsaBits }, true, uses);
}

async function pemOf(keys: webcrypto.CryptoKeyPair): Promise<string> {
  return PemConverter.encode(await webcrypto.subtle.exportKey('pkcs8', keys.privateKey), 'PRIVATE KEY');
}

function validity({ validDays = 30, fromDays = Math.min(-1, validDays - 1) }: IssueOptions) {
  return { notBefore: new Date(Date.now() + fromDays * dayMs), notAfter: new Date(Date.now() + validDays * dayMs) };
}
