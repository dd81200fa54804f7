import { PolyrailError } from '@polyrail/core/provider';
import { ds, type KeyRing, type SignaturePlacement, type SigningKey, signatureWriter, verifyXml } from '@polyrail/xml';
import type { EnvelopeKind, NetworkProfile } from '../profile/network-profile.ts';

/** What a participant signs with. The other side knows the key by its name. */
export interface MessageKey extends SigningKey {
  /** `ds:KeyName`. */
  readonly name: string;
}

/** Its opening tag. */
const seat = /<Sgntr[^>]*>(?=<\/Sgntr>)/;

/**
 * Makes what signs messages in the header. A message is canonical already, so it is hashed as it is: one hash and one signature.
 * It is an envelope with an empty `Sgntr` in its header.
 *
 * @throws PolyrailError `configuration_invalid` for a key that does not fit its algorithm
 */
export function sealer(key: MessageKey): (text: string) => string {
  const references = [{ uri: '', transforms: ['enveloped-signature', 'exclusive'] }] as const;
  const write = signatureWriter({ key, references, keyInfo: [ds('KeyName', {}, key.name)] });
  return (text) => {
    const found = seat.exec(text);
    if (found === null) throw new PolyrailError('configuration_invalid', 'the header has no place for a signature');
    const place = found.index + found[0].length;
    return text.slice(0, place) + write([text]) + text.slice(place);
  };
}

/** The verified text of a message, or why it is not believed. */
export type Unsealed =
  | { readonly kind: 'verified'; readonly text: string; readonly keyId: string }
  | { readonly kind: 'refused'; readonly reason: string };

/** Verifies the signature in the header of a message, and gives what it covers: the whole message without its signature. */
export function unseal(profile: NetworkProfile, bytes: Uint8Array, keys: KeyRing, nowMs: number): Unsealed {
  const placement = placementOf(profile);
  const verdict = verifyXml(bytes, { ...placement, trustedKey: (hint) => keys.find(hint, nowMs) });
  if (verdict.kind === 'refused') return { kind: 'refused', reason: verdict.reason };
  const text = verdict.parts.get('message');
  return text === undefined
    ? { kind: 'refused', reason: 'reference_missing' }
    : { kind: 'verified', text, keyId: verdict.keyId };
}

const headerNamespaces = 'urn:iso:std:iso:20022:tech:xsd:';

function placementOf({ envelope, header }: NetworkProfile): SignaturePlacement {
  const root = rootOf(envelope);
  if (header === undefined || root === undefined)
    throw new PolyrailError('configuration_invalid', 'messages in this envelope are not signed in their header here');
  const own = `{${headerNamespaces}${header.message}}`;
  const appHdr = [`${envelope.kind === 'replacing' ? `{${envelope.namespace}}` : own}AppHdr`, `${own}Sgntr`];
  const inside = envelope.kind === 'business_message' ? [`{${envelope.namespace}}Hdr`] : [];
  return {
    signatureIn: [root, ...inside, ...appHdr],
    parts: [{ name: 'message', path: [root], by: 'document' }],
  };
}

function rootOf(envelope: EnvelopeKind): string | undefined {
  switch (envelope.kind) {
    case 'none':
      return undefined;
    case 'business_message':
      return `{${envelope.namespace}}BizMsgEnvlp`;
    case 'network': {
      const { namespace, root } = envelope.received ?? envelope;
      return envelope.wrappers === undefined ? `{${namespace}}${root}` : undefined;
    }
    case 'replacing':
      return `{${envelope.namespace}}${envelope.root}`;
    case 'one_namespace':
      return undefined;
  }
}
