import { type Amount, amountFields } from './amount.ts';
import type { References } from './credit-transfer.ts';
import type { Fields } from './fields.ts';
import type { Issued } from './message-issuer.ts';
import { isoDate, isoDateTime } from './message-time.ts';
import { type PaymentStatus, reasonOf } from './payment-status.ts';

export const STATUS_REPORT = 'pacs.002.001.10';

/** References as far as they are known. */
export type KnownReferences = { readonly [Name in keyof References]: References[Name] | undefined };

/** What a status report is about. */
export interface Reported {
  readonly references: KnownReferences;
  readonly status: PaymentStatus;
  readonly amount: Amount | undefined;
}

/** The document of a pacs.002 on one transaction. */
export function statusReport({ id, at }: Issued, { references, status, amount }: Reported): Fields {
  const { messageId, definition, createdAt } = references;
  const original = messageId !== undefined && {
    OrgnlMsgId: messageId,
    OrgnlMsgNmId: definition,
    OrgnlCreDtTm: createdAt === undefined ? undefined : isoDateTime(createdAt),
  };
  const isRejected = status.code === 'RJCT';
  return {
    FIToFIPmtStsRpt: {
      GrpHdr: { MsgId: id, CreDtTm: isoDateTime(at) },
      OrgnlGrpInfAndSts: original || undefined,
      TxInfAndSts: {
        StsId: id,
        OrgnlGrpInf: original || undefined,
        ...originalIds(references),
        TxSts: status.code,
        StsRsnInf: reasonOf(status),
        AccptncDtTm: isRejected ? undefined : isoDateTime(at),
        OrgnlTxRef: amount && { IntrBkSttlmAmt: amountFields(amount), IntrBkSttlmDt: isoDate(at) },
      },
    },
  };
}

/** The ids of a transaction as every message has them that refers to it. */
export function originalIds({ instructionId, endToEndId, transactionId, uetr }: KnownReferences): Fields {
  return { OrgnlInstrId: instructionId, OrgnlEndToEndId: endToEndId, OrgnlTxId: transactionId, OrgnlUETR: uetr };
}
