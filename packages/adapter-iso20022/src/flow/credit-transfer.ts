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

/** Writes a transfer. @throws PolyrailError `command_invalid` for what the network cannot carry */
type CreditTransferWriter = (
  command: TransferCommand,
  identity: OperationIdentity,
  startedAtMs: number,
) => Messages['pacs.008.001.08'];

/** Makes the writer of transfers between banks, one transaction a message. What is the same in all of them is made once. */
export function creditTransferWriter({ profile, us, network, usualBank }: NetworkLink): CreditTransferWriter {
  const { identifiers, clock } = profile;
  const sender = agent(us);
  const settled = settlement(profile.settlement);
  const type = paymentType(profile.paymentType);
  const bearer = chargeBearer(profile.paymentType);
  const hasTotals = profile.settlement.totals === true;
  // Without a clearing, the bank that settles is instructed, and passes it on.
  const settlingBank = profile.settlement.methods[0] === 'CLRG' ? undefined : agent(network);
  return ({ amount, from, to, debtor, creditor, reference }, identity, startedAtMs) => {
    const settledAmount = networkAmount(amount);
    const date = localDate(startedAtMs, identifiers.timeZone);
    const createdAt = groupTime(startedAtMs);
    const creditorBank = agent(bankOf(to, usualBank));
    return {
      FIToFICstmrCdtTrf: {
        GrpHdr: {
          MsgId: identity.messageId,
          CreDtTm: createdAt,
          NbOfTxs: '1',
          TtlIntrBkSttlmAmt: hasTotals ? settledAmount : undefined,
          IntrBkSttlmDt: hasTotals ? date : undefined,
          SttlmInf: settled,
        },
        CdtTrfTxInf: [
          {
            PmtId: {
              InstrId: identity.instructionId,
              EndToEndId: endToEndId(profile, reference, identity.key),
              TxId: identity.transactionId,
              UETR: identifiers.uetr === 'unused' ? undefined : identity.uetr,
            },
            PmtTpInf: type,
            IntrBkSttlmAmt: settledAmount,
            IntrBkSttlmDt: date,
            AccptncDtTm: clock?.from === 'accepted' ? createdAt : undefined,
            ChrgBr: bearer,
            InstgAgt: sender,
            InstdAgt: settlingBank ?? creditorBank,
            Dbtr: partyElement(profile, debtor),
            DbtrAcct: accountElement(from),
            DbtrAgt: agent(bankOf(from, us)),
            CdtrAgt: creditorBank,
            Cdtr: partyElement(profile, creditor),
            CdtrAcct: accountElement(to),
            RmtInf: { Ustrd: [networkText(profile, reference, 'the reference', 'names')] },
          },
        ],
      },
    };
  };
}
