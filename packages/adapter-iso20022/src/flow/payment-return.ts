import type { Money } from '@polyrail/core/provider';
import type { Messages } from '../model/message-types.ts';
import { agent } from './institution.ts';
import { groupTime, localDate } from './message-time.ts';
import { networkAmount } from './network-amount.ts';
import type { NetworkLink } from './network-link.ts';
import { originalElements, type SentOperation, settlementDate } from './original.ts';
import type { OperationIdentity } from './payment-identity.ts';
import { settlement } from './settlement.ts';

/** What is given back of a payment. */
export interface ReturnedPayment {
  readonly original: SentOperation;
  readonly originalAmount: Money;
  /** The whole amount, or a part of it. */
  readonly amount: Money;
}

/** Gives back what was received. */
export function paymentReturn(
  link: NetworkLink,
  { original, originalAmount, amount }: ReturnedPayment,
  identity: OperationIdentity,
  startedAtMs: number,
): Messages['pacs.004.001.09'] & Messages['pacs.004.001.10'] {
  const { profile, us, network } = link;
  const returned = networkAmount(amount);
  const date = localDate(startedAtMs, profile.identifiers.timeZone);
  return {
    PmtRtr: {
      GrpHdr: {
        MsgId: identity.messageId,
        CreDtTm: groupTime(startedAtMs),
        NbOfTxs: '1',
        ...(profile.settlement.totals === true && { TtlRtrdIntrBkSttlmAmt: returned, IntrBkSttlmDt: date }),
        SttlmInf: settlement(profile.settlement),
      },
      TxInf: [
        {
          RtrId: identity.transactionId,
          ...originalElements(link, original),
          OrgnlIntrBkSttlmAmt: networkAmount(originalAmount),
          OrgnlIntrBkSttlmDt: settlementDate(link, original),
          RtrdIntrBkSttlmAmt: returned,
          IntrBkSttlmDt: date,
          InstgAgt: agent(us),
          InstdAgt: agent(network),
          RtrRsnInf: [{ Rsn: { Cd: 'CUST' } }],
        },
      ],
    },
  };
}
