import {
  defineIso20022Provider,
  httpsMessages,
  type Institution,
  type Iso20022ProviderFactory,
  type KeyRing,
  type MessageKey,
} from '@polyrail/adapter-iso20022';
import type { HttpOptions } from '@polyrail/http';
import { type InstantRail, instantNetworks } from './instant-networks.ts';

/** One member's connection to the sandbox's network. */
export interface SandboxIso20022Settings extends Pick<HttpOptions, 'origin' | 'tls' | 'limits' | 'clock'> {
  /** Whose rules the network follows. Default: `fednow`. */
  readonly rail?: InstantRail;
  /** Our member id: a routing number on `fednow`, a BIC on `sct-inst`. */
  readonly member: string;
  /** The member id of the network, which also stands for the bank of accounts that name none. */
  readonly network: string;
  /** What we sign with. The network knows the public key by its name. */
  readonly key: MessageKey;
  /** What the network signs with. */
  readonly keys: KeyRing;
}

/** The sandbox's instant-payment network over ISO 20022. @see packages/sandbox/README.md */
export const sandboxIso20022: Iso20022ProviderFactory<SandboxIso20022Settings> = defineIso20022Provider({
  id: 'sandbox-iso20022',
  profile: ({ rail = 'fednow' }) => instantNetworks[rail],
  connect({ rail = 'fednow', member, network, key, keys, ...http }) {
    const operator = institution(rail, network);
    return {
      us: institution(rail, member),
      network: operator,
      usualBank: operator,
      key,
      keys,
      transport: httpsMessages({ ...http, path: '/iso20022/messages', statuses: { 503: 'unavailable' } }),
    };
  },
});

function institution(rail: InstantRail, id: string): Institution {
  return rail === 'fednow' ? { kind: 'clearing_member', system: 'USABA', id } : { kind: 'bic', bic: id };
}
