import { agentOf } from './agent.ts';
import { amountFields } from './amount.ts';
import type { BusinessMessage } from './business-message.ts';
import { type Fields, fieldsAt, textAt } from './fields.ts';
import type { Issued } from './message-issuer.ts';
import { isoDateTime } from './message-time.ts';
import type { NetworkParts } from './network-parts.ts';
import type { RegisteredTransfer } from './transfer-register.ts';

/** What came of a recall: the money comes back, does not, or that is not decided. */
export interface Resolution {
  /** An external investigation execution confirmation code. */
  readonly confirmation: 'CNCL' | 'RJCR' | 'PDCR';
  /** An external payment cancellation rejection code. */
  readonly reason?: string;
}

const CANCELLATION_STATUS = { CNCL: 'ACCR', RJCR: 'RJCR', PDCR: 'PDCR' } as const;

/** The document of a camt.029 that answers a camt.056. */
export function recallResolution(
  { id, at }: Issued,
  { rail }: NetworkParts,
  recall: BusinessMessage,
  transfer: RegisteredTransfer | undefined,
  { confirmation, reason }: Resolution,
): Fields {
  const request = fieldsAt(recall.document, 'FIToFIPmtCxlReq') ?? {};
  const transaction = fieldsAt(request, 'Undrlyg/TxInf') ?? {};
  const resolvedCase = fieldsAt(request, 'Case') ?? fieldsAt(transaction, 'Case');
  return {
    RsltnOfInvstgtn: {
      Assgnmt: {
        Id: id,
        Assgnr: { Agt: agentOf(recall.to, rail) },
        Assgne: { Agt: agentOf(recall.from, rail) },
        CreDtTm: isoDateTime(at),
      },
      RslvdCase: resolvedCase,
      Sts: { Conf: confirmation },
      CxlDtls: {
        TxInfAndSts: {
          CxlStsId: textAt(transaction, 'CxlId') ?? recall.id,
          OrgnlGrpInf: fieldsAt(transaction, 'OrgnlGrpInf'),
          OrgnlInstrId: textAt(transaction, 'OrgnlInstrId'),
          OrgnlEndToEndId: textAt(transaction, 'OrgnlEndToEndId'),
          OrgnlTxId: textAt(transaction, 'OrgnlTxId'),
          OrgnlUETR: textAt(transaction, 'OrgnlUETR'),
          TxCxlSts: CANCELLATION_STATUS[confirmation],
          CxlStsRsnInf: reason === undefined ? undefined : { Rsn: { Cd: reason } },
          OrgnlIntrBkSttlmAmt: transfer && amountFields(transfer.amount),
        },
      },
    },
  };
}
