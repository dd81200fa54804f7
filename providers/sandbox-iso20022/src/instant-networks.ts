import { type NetworkProfile, networkProfiles } from '@polyrail/adapter-iso20022';

/** The rails that the sandbox's network can be. */
export type InstantRail = 'fednow' | 'sct-inst';

const { fednow, 'sepa-sct-inst': sctInst } = networkProfiles;

/** What the sandbox's network has of its own, whichever rail it is: its envelope, its signatures, and the codes of admi.002. */
const sandbox: Pick<NetworkProfile, 'envelope' | 'signature' | 'messageRefusals' | 'messages' | 'text'> = {
  envelope: { kind: 'business_message', namespace: 'urn:iso:std:iso:20022:tech:xsd:nvlp.001.001.01' },
  signature: {
    place: 'app_header',
    required: true,
    algorithms: ['rsa-sha256', 'ecdsa-p256-sha256'],
  },
  messageRefusals: {
    SYNTAX: 'malformed',
    SIGNATURE: 'unauthorized',
    SENDER: 'unauthorized',
    UNKNOWN_MESSAGE: 'malformed',
    FULL: 'unavailable',
    DUPLICATE_ID: 'duplicate',
  },
  messages: {
    ...fednow.messages,
    return: 'pacs.004.001.10',
  },
  text: { references: 'printable-ascii', names: 'any', policy: 'refuse' },
};

/**
 * The profiles of the sandbox's network: the clocks, codes and identifiers of the real rail, and no rules about names and
 * accounts, so that any payment can be tried.
 */
export const instantNetworks: Readonly<Record<InstantRail, NetworkProfile>> = {
  fednow: {
    ...fednow,
    ...sandbox,
    id: 'sandbox-fednow',
    name: 'the sandbox network',
    header: { message: 'head.001.001.02', businessService: 'sandbox.fednow.01' },
    rules: [],
  },
  'sct-inst': {
    ...sctInst,
    ...sandbox,
    id: 'sandbox-sct-inst',
    name: 'the sandbox network',
    header: { message: 'head.001.001.02', businessService: 'sandbox.sctinst.01' },
    messages: { ...sandbox.messages, return: 'pacs.004.001.09' },
    identifiers: { ...sctInst.identifiers, uetr: 'mandatory' },
    rules: [],
  },
};
