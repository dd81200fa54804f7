import { createPublicKey, type KeyObject } from 'node:crypto';
import { isNetworkKey } from './signing-key.ts';

/** A member of the network, as it is told to the sandbox. */
export interface ParticipantOrder {
  /** Its member id: a BIC on `sct-inst`, a routing number on `fednow`. */
  readonly member: string;
  /** Its public keys as PEM, by key id. They replace nothing: several can be valid at a time. */
  readonly keys: Readonly<Record<string, string>>;
  /** SHA-256 fingerprint of its client certificate, as pairs of hexadecimal digits with colons. Default: any certificate. */
  readonly certificate?: string;
}

/** The members of the network and their keys. */
export class Participants {
  readonly #members = new Map<string, string | undefined>();
  readonly #keys = new Map<string, { readonly member: string; readonly key: KeyObject }>();

  /** Adds a member, or keys of one. Throws RangeError on a key that is none, or is another member's. */
  add({ member, keys, certificate }: ParticipantOrder): void {
    const read = Object.entries(keys).map(([id, pem]) => [id, { member, key: publicKey(id, pem) }] as const);
    const taken = read.find(([id]) => (this.#keys.get(id)?.member ?? member) !== member);
    if (taken) throw new RangeError(`The key id ${taken[0]} is another member's`);
    this.#members.set(member, certificate ?? this.#members.get(member));
    for (const [id, key] of read) this.#keys.set(id, key);
  }

  list(): readonly string[] {
    return [...this.#members.keys()];
  }

  key(id: string): KeyObject | undefined {
    return this.#keys.get(id)?.key;
  }

  /** Whether a key is this member's. */
  owns(member: string, keyId: string): boolean {
    return this.#keys.get(keyId)?.member === member;
  }

  /** Whether a connection with this client certificate may act for the member. */
  lets(member: string, certificate: string | undefined): boolean {
    const wanted = this.#members.get(member);
    return this.#members.has(member) && (wanted === undefined || wanted === certificate);
  }
}

function publicKey(id: string, pem: string): KeyObject {
  try {
    const key = createPublicKey(pem);
    if (isNetworkKey(key)) return key;
  } catch (cause) {
    throw new RangeError(`The key ${id} is no PEM of a public key`, { cause });
  }
  throw new RangeError(`The key ${id} is neither RSA nor on P-256`);
}
