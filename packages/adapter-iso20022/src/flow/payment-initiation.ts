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
import { chargeBearer, paymentType } from './payment-type.ts';

/**
 * A transfer that a customer asks its bank for: one payment with one transaction.
 *
 * @throws PolyrailError `command_invalid` for what the network cannot carry
 */
export function paymentInitiation(
  { profile, us, usualBank }: NetworkLink,
  { amount, from, to, debtor, creditor, reference }: TransferCommand,
  identity: OperationIdentity,
  startedAtMs: number,
): Messages['pain.001.001.09'] {
  const debtorElement = partyElement(profile, debtor);
  return {
    CstmrCdtTrfInitn: {
      GrpHdr: {
        MsgId: identity.messageId,
        CreDtTm: messageTime(profile, startedAtMs),
        NbOfTxs: '1',
        CtrlSum: networkAmount(amount).value,
        InitgPty: debtorElement,
      },
      PmtInf: [
        {
          PmtInfId: identity.transactionId ?? identity.key,
          PmtMtd: 'TRF',
          PmtTpInf: paymentType(profile.paymentType),
          ReqdExctnDt: { Dt: localDate(startedAtMs, profile.identifiers.timeZone) },
          Dbtr: debtorElement,
          DbtrAcct: accountElement(from),
          DbtrAgt: agent(profile, bankOf(from, us)),
          ChrgBr: chargeBearer(profile.paymentType),
          CdtTrfTxInf: [
            {
              PmtId: {
                InstrId: identity.instructionId,
                EndToEndId: endToEndId(profile, reference, identity),
                UETR: identity.uetr,
              },
              Amt: { InstdAmt: networkAmount(amount) },
              CdtrAgt: agent(profile, bankOf(to, usualBank)),
              Cdtr: partyElement(profile, creditor),
              CdtrAcct: accountElement(to),
              RmtInf: { Ustrd: [networkText(profile, reference, 'the reference')] },
            },
          ],
        },
      ],
    },
  };
}
