import type { RequestPaymentCommand } from '@polyrail/core/provider';
import type { Messages } from '../model/message-types.ts';
import type { NetworkProfile } from '../profile/network-profile.ts';
import { endToEndId } from './end-to-end-id.ts';
import { agent, bankOf, type Institution, institutionText } from './institution.ts';
import { localDate, messageTime } from './message-time.ts';
import { networkAmount } from './network-amount.ts';
import type { NetworkLink } from './network-link.ts';
import { networkText } from './network-text.ts';
import { accountElement, partyElement } from './parties.ts';
import type { OperationIdentity } from './payment-identity.ts';
import { paymentType } from './payment-type.ts';

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
  const { expiresAfterMs, initiator, paymentType: type } = profile.requests ?? {};
  return {
    CdtrPmtActvtnReq: {
      GrpHdr: {
        MsgId: identity.messageId,
        CreDtTm: messageTime(profile, startedAtMs),
        NbOfTxs: '1',
        InitgPty: initiator === 'member' ? member(profile, us) : creditorElement,
      },
      PmtInf: [
        {
          PmtInfId: identity.transactionId ?? identity.key,
          PmtMtd: 'TRF',
          ReqdExctnDt: { Dt: localDate(startedAtMs, profile.identifiers.timeZone) },
          XpryDt:
            expiresAfterMs === undefined ? undefined : { DtTm: messageTime(profile, startedAtMs + expiresAfterMs) },
          Dbtr: partyElement(profile, debtor),
          DbtrAcct: accountElement(from),
          DbtrAgt: agent(profile, bankOf(from, usualBank)),
          CdtTrfTx: [
            {
              PmtId: {
                InstrId: identity.instructionId,
                EndToEndId: endToEndId(profile, reference, identity),
                UETR: identity.uetr,
              },
              PmtTpInf: type && paymentType(type),
              Amt: { InstdAmt: networkAmount(amount) },
              ChrgBr: 'SLEV',
              CdtrAgt: agent(profile, bankOf(to, us)),
              Cdtr: creditorElement,
              CdtrAcct: accountElement(to),
              RmtInf: { Ustrd: [networkText(profile, reference, 'the reference')] },
            },
          ],
        },
      ],
    },
  };
}

/** A participant as a party: by the number that documents name it with. */
function member(profile: NetworkProfile, us: Institution) {
  return { Id: { OrgId: { Othr: [{ Id: institutionText(agent(profile, us)) }] } } };
}
