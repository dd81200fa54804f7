import type { TransferCommand } from '@polyrail/core/provider';
import type { Messages } from '../model/message-types.ts';
import { endToEndId } from './end-to-end-id.ts';
import { agent, bankOf } from './institution.ts';
import { groupTime, localDate } from './message-time.ts';
import { networkAmount } from './network-amount.ts';
import type { NetworkLink } from './network-link.ts';
import { networkText } from './network-text.ts';
import { accountElement, partyElement } from './parties.ts';
import type { OperationIdentity } from './payment-identity.ts';
import { chargeBearer, paymentType } from './payment-type.ts';
import { settlement } from './settlement.ts';

/**
 * A transfer between banks, one transaction a message.
 *
 * @throws PolyrailError `command_invalid` for what the network cannot carry
 */
export function creditTransfer(
  link: NetworkLink,
  command: TransferCommand,
  identity: OperationIdentity,
  startedAtMs: number,
): Messages['pacs.008.001.08'] {
  const { profile, us, network, usualBank } = link;
  const { from, to, debtor, creditor, reference } = command;
  const amount = networkAmount(command.amount);
  const creditorBank = bankOf(to, usualBank);
  const date = localDate(startedAtMs, profile.identifiers.timeZone);
  const type = paymentType(profile.paymentType);
  return {
    FIToFICstmrCdtTrf: {
      GrpHdr: {
        MsgId: identity.messageId,
        CreDtTm: groupTime(startedAtMs),
        NbOfTxs: '1',
        ...(profile.settlement.totals === true && { TtlIntrBkSttlmAmt: amount, IntrBkSttlmDt: date }),
        SttlmInf: settlement(profile.settlement),
      },
      CdtTrfTxInf: [
        {
          PmtId: {
            InstrId: identity.instructionId,
            EndToEndId: endToEndId(profile, reference, identity.key),
            TxId: identity.transactionId,
            ...(profile.identifiers.uetr !== 'unused' && { UETR: identity.uetr }),
          },
          ...(type && { PmtTpInf: type }),
          IntrBkSttlmAmt: amount,
          IntrBkSttlmDt: date,
          ...(profile.clock?.from === 'accepted' && { AccptncDtTm: groupTime(startedAtMs) }),
          ChrgBr: chargeBearer(profile.paymentType),
          InstgAgt: agent(us),
          // Without a clearing, the bank that settles is instructed, and passes it on.
          InstdAgt: agent(profile.settlement.methods[0] === 'CLRG' ? creditorBank : network),
          Dbtr: partyElement(profile, debtor),
          DbtrAcct: accountElement(from),
          DbtrAgt: agent(bankOf(from, us)),
          CdtrAgt: agent(creditorBank),
          Cdtr: partyElement(profile, creditor),
          CdtrAcct: accountElement(to),
          RmtInf: { Ustrd: [networkText(profile, reference, 'the reference', 'names')] },
        },
      ],
    },
  };
}
