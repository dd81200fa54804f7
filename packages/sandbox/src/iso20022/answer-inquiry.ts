import type { AskedOperation } from './asked-operations.ts';
import type { BusinessMessage } from './business-message.ts';
import { type Fields, fieldsAt, requiredText, textAt } from './fields.ts';
import { MessageRefusal } from './message-refusal.ts';
import { messageTime } from './message-time.ts';
import type { NetworkParts } from './network-parts.ts';
import { NOT_FOUND } from './payment-status.ts';
import { STATUS_REPORT, statusReport } from './status-report.ts';

/** What an inquiry tells of the operation that it is about. */
interface Asked {
  readonly messageId: string;
  readonly uetr: string | undefined;
  readonly createdAt: number | undefined;
  readonly original: Fields;
  readonly transaction: Fields;
}

/**
 * Answers a pacs.028 with where the operation stands, in the words of the message that answered it; with RJCT and the
 * rail's reason where the network does not have it. Throws MessageRefusal on one that comes too early, which is counted.
 */
export function answerInquiry(parts: NetworkParts, message: BusinessMessage): BusinessMessage {
  const { clock, rail, behaviour } = parts;
  const told = readInquiry(message);
  const found = parts.asked.find(message.from, told.messageId, told.uetr);
  const createdAt = found?.createdAt ?? told.createdAt;
  const byMs = createdAt === undefined ? 0 : createdAt + rail.inquireAfterMs - clock.now();
  if (byMs > 0) {
    parts.violate({ rule: 'inquiry_too_early', member: message.from, message: message.id, at: clock.now(), byMs });
    throw new MessageRefusal('INQUIRY_TOO_EARLY');
  }
  return isVisible(found) ? found.report(message) : notFound(parts, message, told);

  function isVisible(operation: AskedOperation | undefined): operation is AskedOperation {
    return operation !== undefined && clock.now() >= operation.receivedAt + behaviour.inquiryLagMs;
  }
}

function readInquiry({ document }: BusinessMessage): Asked {
  requiredText(document, 'FIToFIPmtStsReq/GrpHdr/MsgId');
  const request = fieldsAt(document, 'FIToFIPmtStsReq') ?? {};
  const transaction = fieldsAt(request, 'TxInf') ?? {};
  const original = fieldsAt(transaction, 'OrgnlGrpInf') ?? fieldsAt(request, 'OrgnlGrpInf') ?? {};
  const createdAt = textAt(original, 'OrgnlCreDtTm');
  return {
    messageId: requiredText(original, 'OrgnlMsgId'),
    uetr: textAt(transaction, 'OrgnlUETR'),
    createdAt: createdAt === undefined ? undefined : messageTime(createdAt),
    original,
    transaction,
  };
}

function notFound({ issuer }: NetworkParts, message: BusinessMessage, told: Asked): BusinessMessage {
  const { messageId, uetr, createdAt, original, transaction } = told;
  return issuer.answer(message, STATUS_REPORT, (issued) =>
    statusReport(issued, {
      references: {
        messageId,
        definition: textAt(original, 'OrgnlMsgNmId') ?? 'pacs.008.001.08',
        createdAt,
        instructionId: textAt(transaction, 'OrgnlInstrId'),
        endToEndId: textAt(transaction, 'OrgnlEndToEndId'),
        transactionId: textAt(transaction, 'OrgnlTxId'),
        uetr,
      },
      status: NOT_FOUND,
      amount: undefined,
    }),
  );
}
