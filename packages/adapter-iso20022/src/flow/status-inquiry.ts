import type { Messages } from '../model/message-types.ts';
import { agent } from './institution.ts';
import { groupTime } from './message-time.ts';
import type { NetworkLink } from './network-link.ts';
import { originalElements, type SentOperation } from './original.ts';

/** Asks what became of an operation. It moves nothing. @param messageId differs from that of every other message */
export function statusInquiry(
  link: NetworkLink,
  asked: SentOperation,
  messageId: string,
  nowMs: number,
): Messages['pacs.028.001.03'] {
  const named = originalElements(link, asked);
  const isTransfer = asked.messageName === link.profile.messages.creditTransfer;
  return {
    FIToFIPmtStsReq: {
      GrpHdr: {
        MsgId: messageId,
        CreDtTm: groupTime(nowMs),
        InstgAgt: agent(link.us),
        InstdAgt: agent(link.network),
      },
      // The other identifiers of a return are those of the payment.
      TxInf: [isTransfer ? named : { OrgnlGrpInf: named.OrgnlGrpInf, OrgnlTxId: named.OrgnlTxId }],
    },
  };
}
