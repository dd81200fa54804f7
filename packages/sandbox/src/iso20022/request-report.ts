import type { BusinessMessage } from './business-message.ts';
import { type Fields, fieldsAt, textAt } from './fields.ts';
import type { Issued } from './message-issuer.ts';
import { isoDateTime } from './message-time.ts';
import { type PaymentStatus, PENDING, reasonOf } from './payment-status.ts';

/** The document of a pain.014 that answers a pain.013. */
export function requestReport({ id, at }: Issued, request: BusinessMessage, status: PaymentStatus): Fields {
  const asked = fieldsAt(request.document, 'CdtrPmtActvtnReq') ?? {};
  const ids = fieldsAt(asked, 'PmtInf/CdtTrfTx/PmtId') ?? {};
  return {
    CdtrPmtActvtnReqStsRpt: {
      GrpHdr: { MsgId: id, CreDtTm: isoDateTime(at), InitgPty: { Nm: 'Sandbox network' } },
      OrgnlGrpInfAndSts: {
        OrgnlMsgId: request.id,
        OrgnlMsgNmId: request.definition,
        OrgnlCreDtTm: isoDateTime(request.createdAt),
      },
      OrgnlPmtInfAndSts: {
        OrgnlPmtInfId: textAt(asked, 'PmtInf/PmtInfId') ?? 'NOTPROVIDED',
        TxInfAndSts: {
          OrgnlInstrId: textAt(ids, 'InstrId'),
          OrgnlEndToEndId: textAt(ids, 'EndToEndId'),
          OrgnlUETR: textAt(ids, 'UETR'),
          TxSts: status.code,
          StsRsnInf: reasonOf(status),
          DbtrDcsnDtTm: status === PENDING ? undefined : isoDateTime(at),
        },
      },
    },
  };
}
