import type { RequestPaymentCommand } from '@polyrail/core/provider';
import type { Messages } from '../model/message-types.ts';
import { endToEndId } from './end-to-end-id.ts';
import { agent, bankOf } from './institution.ts';
import { groupTime, localDate } from './message-time.ts';
import { networkAmount } from './network-amount.ts';
import type { NetworkLink } from './network-link.ts';
import { networkText } from './network-text.ts';
import { accountElement, partyElement } from './parties.ts';
import type { OperationIdentity } from './payment-identity.ts';

/**
 * Asks a debtor to pay.
 *
 * @throws PolyrailError `command_invalid` for what the network cannot carry
 */
export function paymentRequest(
  { profile, us, usualBank }: NetworkLink,
  { amount, from, to, debtor, creditor, reference }: RequestPaymentCommand,
  identity: OperationIdentity,
  startedAtMs: number,
): Messages['pain.013.001.07'] {
  const creditorElement = partyElement(profile, creditor);
  return {
    CdtrPmtActvtnReq: {
      GrpHdr: {
        MsgId: identity.messageId,
        CreDtTm: groupTime(startedAtMs),
        NbOfTxs: '1',
        InitgPty: creditorElement,
      },
      PmtInf: [
        {
          PmtInfId: identity.transactionId,
          PmtMtd: 'TRF',
          ReqdExctnDt: { Dt: localDate(startedAtMs, profile.identifiers.timeZone) },
          Dbtr: partyElement(profile, debtor),
          DbtrAcct: accountElement(from),
          DbtrAgt: agent(bankOf(from, usualBank)),
          CdtTrfTx: [
            {
              PmtId: {
                InstrId: identity.instructionId,
                EndToEndId: endToEndId(profile, reference, identity.key),
                ...(profile.identifiers.uetr !== 'unused' && { UETR: identity.uetr }),
              },
              Amt: { InstdAmt: networkAmount(amount) },
              ChrgBr: 'SLEV',
              CdtrAgt: agent(bankOf(to, us)),
              Cdtr: creditorElement,
              CdtrAcct: accountElement(to),
              RmtInf: { Ustrd: [networkText(profile, reference, 'the reference', 'names')] },
            },
          ],
        },
      ],
    },
  };
}
