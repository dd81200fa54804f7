import {
  defineIso20022Provider,
  type KeyRing,
  type MessageKey,
  type MessageTransport,
  networkProfiles,
} from '@polyrail/adapter-iso20022';

/** A bank's own network: SEPA Instant with a header, an envelope and signatures. */
export const acmeInstant = defineIso20022Provider<{
  readonly transport: MessageTransport;
  readonly key: MessageKey;
  readonly keys: KeyRing;
}>({
  id: 'acme-instant',
  profile: {
    ...networkProfiles['sepa-sct-inst'],
    id: 'acme-instant',
    header: { message: 'head.001.001.02' },
    envelope: { kind: 'business_message', namespace: 'urn:iso:std:iso:20022:tech:xsd:nvlp.001.001.01' },
    signature: { place: 'app_header', required: true, algorithms: ['ecdsa-p256-sha256'] },
    messageRefusals: { SYNTAX: 'malformed', DUPLICATE: 'duplicate' },
  },
  connect: (settings) => ({
    ...settings,
    us: { kind: 'bic', bic: 'ACMEDEFFXXX' },
    network: { kind: 'bic', bic: 'TRGTXEPMXXX' },
  }),
});
