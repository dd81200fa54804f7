import { agentOf } from './agent.ts';
import { amountFields } from './amount.ts';
import type { Fields } from './fields.ts';
import type { Issued } from './message-issuer.ts';
import { isoDate, isoDateTime } from './message-time.ts';
import type { Rail } from './rail.ts';
import { originalIds } from './status-report.ts';
import type { RegisteredTransfer } from './transfer-register.ts';

/** The document of the pacs.004 that gives a whole transfer back, with an external return reason code. */
export function returnDocument(
  { id, at }: Issued,
  rail: Rail,
  { member, references, amount }: RegisteredTransfer,
  reason: string,
): Fields {
  const value = amountFields(amount);
  const { messageId, definition, createdAt } = references;
  return {
    PmtRtr: {
      GrpHdr: {
        MsgId: id,
        CreDtTm: isoDateTime(at),
        NbOfTxs: '1',
        TtlRtrdIntrBkSttlmAmt: value,
        IntrBkSttlmDt: isoDate(at),
        SttlmInf: { SttlmMtd: 'CLRG', ClrSys: rail.clearingSystem },
        InstgAgt: agentOf(rail.network, rail),
        InstdAgt: agentOf(member, rail),
      },
      TxInf: {
        RtrId: id,
        OrgnlGrpInf: { OrgnlMsgId: messageId, OrgnlMsgNmId: definition, OrgnlCreDtTm: isoDateTime(createdAt) },
        ...originalIds(references),
        OrgnlIntrBkSttlmAmt: value,
        OrgnlIntrBkSttlmDt: isoDate(createdAt),
        RtrdIntrBkSttlmAmt: value,
        RtrRsnInf: { Rsn: { Cd: reason } },
      },
    },
  };
}
