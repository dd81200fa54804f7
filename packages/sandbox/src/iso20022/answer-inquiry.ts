import type { BusinessMessage } from './business-message.ts';
import { fieldsAt, requiredText, textAt } from './fields.ts';
import { MessageRefusal } from './message-refusal.ts';
import { messageTime } from './message-time.ts';
import type { NetworkParts } from './network-parts.ts';
import { STATUS_REPORT, statusReport } from './status-report.ts';

/**
 * Answers a pacs.028 with where the payment stands, or RJCT with the rail's reason for a payment that it does not have.
 * Throws MessageRefusal on one that comes too early, which is counted.
 */
export function answerInquiry(parts: NetworkParts, message: BusinessMessage): BusinessMessage {
  const { clock, rail, transfers, behaviour, issuer } = parts;
  const request = fieldsAt(message.document, 'FIToFIPmtStsReq') ?? {};
  requiredText(request, 'GrpHdr/MsgId');
  const original = fieldsAt(request, 'TxInf/OrgnlGrpInf') ?? fieldsAt(request, 'OrgnlGrpInf') ?? {};
  const messageId = textAt(original, 'OrgnlMsgId');
  const uetr = textAt(request, 'TxInf/OrgnlUETR');
  if (messageId === undefined && uetr === undefined) throw new MessageRefusal('SYNTAX', 'OrgnlMsgId');
  const found = transfers.find(message.from, 'sent', { messageId, uetr });

  const toldAt = textAt(original, 'OrgnlCreDtTm');
  const createdAt = found?.references.createdAt ?? (toldAt === undefined ? undefined : messageTime(toldAt));
  const byMs = createdAt === undefined ? 0 : createdAt + rail.inquireAfterMs - clock.now();
  if (byMs > 0) {
    parts.violate({ rule: 'inquiry_too_early', member: message.from, message: message.id, at: clock.now(), byMs });
    throw new MessageRefusal('INQUIRY_TOO_EARLY');
  }

  const isVisible = found !== undefined && clock.now() >= found.receivedAt + behaviour.inquiryLagMs;
  const reported = isVisible
    ? found
    : {
        references: {
          messageId,
          definition: textAt(original, 'OrgnlMsgNmId') ?? 'pacs.008.001.08',
          createdAt,
          instructionId: textAt(request, 'TxInf/OrgnlInstrId'),
          endToEndId: textAt(request, 'TxInf/OrgnlEndToEndId'),
          transactionId: textAt(request, 'TxInf/OrgnlTxId'),
          uetr,
        },
        status: { code: 'RJCT', reason: rail.notFound, text: 'The network does not have this payment' },
        amount: undefined,
      };
  return issuer.answer(message, STATUS_REPORT, (issued) => statusReport(issued, reported));
}
