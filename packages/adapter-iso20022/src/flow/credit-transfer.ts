import type { TransferCommand } from '@polyrail/core/provider';
import type { Messages } from '../model/message-types.ts';
import { endToEndId } from './end-to-end-id.ts';
import { agent, bankOf } from './institution.ts';
import { localDate, messageTime } from './message-time.ts';
import { networkAmount } from './network-amount.ts';
import type { NetworkLink } from './network-link.ts';
import { networkText } from './network-text.ts';
import { accountElement, partyElement } from './parties.ts';
import type { OperationIdentity } from './payment-identity.ts';
import { chargeBearer, code, paymentType } from './payment-type.ts';
import { settlement } from './settlement.ts';

/** Writes a transfer. @throws PolyrailError `command_invalid` for what the network cannot carry */
type CreditTransferWriter = (
  command: TransferCommand,
  identity: OperationIdentity,
  startedAtMs: number,
) => Messages['pacs.008.001.08'];

/** Makes the writer of transfers between banks, one transaction a message. What is the same in all of them is made once. */
export function creditTransferWriter({ profile, us, network, usualBank }: NetworkLink): CreditTransferWriter {
  const { identifiers, clock } = profile;
  const sender = agent(profile, us);
  const settled = settlement(profile.settlement);
  const type = paymentType(profile.paymentType);
  const bearer = chargeBearer(profile.paymentType);
  const { date: datePlace = 'transaction', agents = true, instructedAmount = false } = profile.settlement;
  const isGroupDated = datePlace === 'group';
  const isGroupTyped = profile.paymentType.level === 'group';
  const purpose = code(profile.paymentType.purpose);
  // Without a clearing, the bank that settles is instructed, and passes it on.
  const settlingBank = profile.settlement.methods[0] === 'CLRG' ? undefined : agent(profile, network);
  return ({ amount, from, to, debtor, creditor, reference }, identity, startedAtMs) => {
    const settledAmount = networkAmount(amount);
    const date = localDate(startedAtMs, identifiers.timeZone);
    const createdAt = messageTime(profile, startedAtMs);
    const creditorBank = agent(profile, bankOf(to, usualBank));
    return {
      FIToFICstmrCdtTrf: {
        GrpHdr: {
          MsgId: identity.messageId,
          CreDtTm: createdAt,
          NbOfTxs: '1',
          TtlIntrBkSttlmAmt: isGroupDated ? settledAmount : undefined,
          IntrBkSttlmDt: isGroupDated ? date : undefined,
          SttlmInf: settled,
          PmtTpInf: isGroupTyped ? type : undefined,
        },
        CdtTrfTxInf: [
          {
            PmtId: {
              InstrId: identity.instructionId,
              EndToEndId: endToEndId(profile, reference, identity),
              TxId: identity.transactionId,
              UETR: identity.uetr,
            },
            PmtTpInf: isGroupTyped ? undefined : type,
            IntrBkSttlmAmt: settledAmount,
            IntrBkSttlmDt: datePlace === 'transaction' ? date : undefined,
            AccptncDtTm: clock?.from === 'accepted' ? createdAt : undefined,
            InstdAmt: instructedAmount ? settledAmount : undefined,
            ChrgBr: bearer,
            InstgAgt: agents ? sender : undefined,
            InstdAgt: agents ? (settlingBank ?? creditorBank) : undefined,
            Dbtr: partyElement(profile, debtor),
            DbtrAcct: accountElement(from),
            DbtrAgt: agent(profile, bankOf(from, us)),
            CdtrAgt: creditorBank,
            Cdtr: partyElement(profile, creditor),
            CdtrAcct: accountElement(to),
            Purp: purpose,
            RmtInf: { Ustrd: [networkText(profile, reference, 'the reference')] },
          },
        ],
      },
    };
  };
}
