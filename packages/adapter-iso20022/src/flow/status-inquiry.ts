import type { Messages } from '../model/message-types.ts';
import { agent } from './institution.ts';
import { messageTime } from './message-time.ts';
import type { NetworkLink } from './network-link.ts';
import { originalElements, type SentOperation } from './original.ts';

/** Asks what became of an operation. It moves nothing. @param messageId differs from that of every other message */
export function statusInquiry(
  link: NetworkLink,
  asked: SentOperation,
  messageId: string,
  nowMs: number,
): Messages['pacs.028.001.03'] {
  const { profile, us, network } = link;
  const named = originalElements(link, asked);
  const agents = { InstgAgt: agent(profile, us), InstdAgt: agent(profile, network) };
  const inTransaction = profile.inquiryAgents === 'transaction';
  const isTransfer = asked.messageName === profile.messages.creditTransfer;
  return {
    FIToFIPmtStsReq: {
      GrpHdr: {
        MsgId: messageId,
        CreDtTm: messageTime(profile, nowMs),
        ...(!inTransaction && agents),
      },
      // The other identifiers of a return are those of the payment.
      TxInf: [
        {
          ...(isTransfer ? named : { OrgnlGrpInf: named.OrgnlGrpInf, OrgnlTxId: named.OrgnlTxId }),
          ...(inTransaction && agents),
        },
      ],
    },
  };
}
