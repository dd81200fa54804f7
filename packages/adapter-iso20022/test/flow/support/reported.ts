import type { OriginalReferences } from '../../../src/flow/correlate.ts';
import type { NetworkLink } from '../../../src/flow/network-link.ts';
import { identify } from '../../../src/flow/payment-identity.ts';

/** What the reports of a network repeat of a transfer, at the least. */
export function reported(link: NetworkLink, key: string, atMs: number): OriginalReferences {
  const { messageId, instructionId, endToEndId, uetr } = identify(link, key, atMs);
  const messageName = link.profile.messages.creditTransfer;
  switch (link.profile.id) {
    case 'rtp':
      return { messageId, instructionId, messageName };
    case 'fedwire':
      return { messageId, uetr, messageName };
    case 'pix-spi':
      return { instructionId: endToEndId };
    default:
      return { messageId, messageName };
  }
}
