import { cbprPlus } from './network/cbpr-plus.ts';
import { fednow } from './network/fednow.ts';
import { fedwire } from './network/fedwire.ts';
import { pixSpi } from './network/pix-spi.ts';
import { rtp } from './network/rtp.ts';
import { sepaSct } from './network/sepa-sct.ts';
import { sepaSctInst } from './network/sepa-sct-inst.ts';
import { swissSps } from './network/swiss-sps.ts';
import type { NetworkId, NetworkProfile } from './network-profile.ts';

/** The profiles that ship, by their id. */
export const networkProfiles: Readonly<Record<NetworkId, NetworkProfile>> = {
  fednow,
  rtp,
  'sepa-sct': sepaSct,
  'sepa-sct-inst': sepaSctInst,
  'cbpr-plus': cbprPlus,
  'swiss-sps': swissSps,
  fedwire,
  'pix-spi': pixSpi,
};
