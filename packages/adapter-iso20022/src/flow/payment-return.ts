import type { Money } from '@polyrail/core/provider';
import type { Messages } from '../model/message-types.ts';
import { endToEndId } from './end-to-end-id.ts';
import { agent } from './institution.ts';
import { localDate, messageTime } from './message-time.ts';
import { networkAmount } from './network-amount.ts';
import type { NetworkLink } from './network-link.ts';
import type { SentOperation } from './original.ts';
import type { OperationIdentity } from './payment-identity.ts';
import { settlement } from './settlement.ts';

/** What is given back of a payment. */
export interface ReturnedPayment {
  readonly original: SentOperation;
  readonly originalAmount: Money;
  /** The whole amount, or a part of it. */
  readonly amount: Money;
}

/**
 * Gives back what was received. The transfer that brought it was the payer's: it is named by the UETR and the customers'
 * reference, which it took from the request for payment.
 */
export function paymentReturn(
  link: NetworkLink,
  { original, originalAmount, amount }: ReturnedPayment,
  identity: OperationIdentity,
  startedAtMs: number,
): Messages['pacs.004.001.09'] & Messages['pacs.004.001.10'] {
  const { profile, us, network } = link;
  const returned = networkAmount(amount);
  const { date: dated = 'transaction', agents = true } = profile.settlement;
  const date = localDate(startedAtMs, profile.identifiers.timeZone);
  return {
    PmtRtr: {
      GrpHdr: {
        MsgId: identity.messageId,
        CreDtTm: messageTime(profile, startedAtMs),
        NbOfTxs: '1',
        ...(dated === 'group' && { TtlRtrdIntrBkSttlmAmt: returned, IntrBkSttlmDt: date }),
        SttlmInf: settlement(profile.settlement),
      },
      TxInf: [
        {
          RtrId: identity.returnId,
          OrgnlEndToEndId: endToEndId(profile, original.reference, original.identity),
          OrgnlUETR: original.identity.uetr,
          OrgnlIntrBkSttlmAmt: networkAmount(originalAmount),
          RtrdIntrBkSttlmAmt: returned,
          IntrBkSttlmDt: dated === 'transaction' ? date : undefined,
          InstgAgt: agents ? agent(profile, us) : undefined,
          InstdAgt: agents ? agent(profile, network) : undefined,
          RtrRsnInf: [{ Rsn: { Cd: profile.returnReason ?? 'CUST' } }],
        },
      ],
    },
  };
}
