import type { Money } from '@polyrail/core/provider';
import type { Messages } from '../model/message-types.ts';
import { agent } from './institution.ts';
import { messageTime } from './message-time.ts';
import { networkAmount } from './network-amount.ts';
import type { NetworkLink } from './network-link.ts';
import { originalElements, type SentOperation, settlementDate } from './original.ts';
import type { OperationIdentity } from './payment-identity.ts';

/** Asks for a transfer back. The case carries the key of the recall, so that its answer names it. */
export function recallRequest(
  link: NetworkLink,
  original: SentOperation,
  amount: Money,
  identity: OperationIdentity,
  startedAtMs: number,
): Messages['camt.056.001.08'] {
  const { profile, us, network } = link;
  const isPlain = profile.recalls === 'plain';
  return {
    FIToFIPmtCxlReq: {
      Assgnmt: {
        Id: identity.messageId,
        Assgnr: { Agt: agent(profile, us) },
        Assgne: { Agt: agent(profile, network) },
        CreDtTm: messageTime(profile, startedAtMs),
      },
      Case: { Id: identity.key, Cretr: { Agt: agent(profile, us) } },
      CtrlData: isPlain ? undefined : { NbOfTxs: '1' },
      Undrlyg: [
        {
          TxInf: [
            {
              CxlId: isPlain ? undefined : identity.key,
              ...originalElements(link, original),
              OrgnlIntrBkSttlmAmt: networkAmount(amount),
              OrgnlIntrBkSttlmDt: settlementDate(link, original),
              CxlRsnInf: [{ Rsn: { Cd: 'CUST' } }],
            },
          ],
        },
      ],
    },
  };
}
