import { amountAt } from './amount.ts';
import type { BusinessMessage } from './business-message.ts';
import { decisionOf, type Verdict, whenDecided } from './decision.ts';
import { fieldsAt, requiredText, textAt } from './fields.ts';
import { MessageRefusal } from './message-refusal.ts';
import type { NetworkParts } from './network-parts.ts';
import { openOperation } from './open-operation.ts';
import { type PaymentStatus, PENDING, type RailRule, rejectedBy, statusOf } from './payment-status.ts';
import { amountRule } from './receive-transfer.ts';
import { STATUS_REPORT, statusReport } from './status-report.ts';

/**
 * Takes a pacs.004 of a member that gives back what it received: its pacs.002, or undefined where that comes later.
 * Throws MessageRefusal.
 */
export function receiveReturn(
  parts: NetworkParts,
  message: BusinessMessage,
  ageMs: number,
): BusinessMessage | undefined {
  const { rail, acquirer, issuer, transfers } = parts;
  const { id, definition, createdAt, document, from } = message;
  if (requiredText(document, 'PmtRtr/GrpHdr/MsgId') !== id) throw new MessageRefusal('SYNTAX', 'GrpHdr/MsgId');
  const transaction = fieldsAt(document, 'PmtRtr/TxInf') ?? {};
  const amount = amountAt(transaction, 'RtrdIntrBkSttlmAmt');
  const uetr = textAt(transaction, 'OrgnlUETR');
  const messageId = textAt(transaction, 'OrgnlGrpInf/OrgnlMsgId') ?? textAt(document, 'PmtRtr/OrgnlGrpInf/OrgnlMsgId');
  const references = {
    messageId: id,
    definition,
    createdAt,
    instructionId: textAt(transaction, 'OrgnlInstrId'),
    endToEndId: textAt(transaction, 'OrgnlEndToEndId'),
    transactionId: textAt(transaction, 'RtrId'),
    uetr,
  };
  const operation = openOperation<PaymentStatus>(parts, message, {
    // An inquiry after a return has no UETR that would be the return's own.
    uetr: undefined,
    status: PENDING,
    report: (to, status) =>
      issuer.answer(to, STATUS_REPORT, (issued) => statusReport(issued, { references, amount, status })),
  });
  const reject = (rule: RailRule): BusinessMessage => operation.become(rejectedBy(rule));

  const broken = ageMs > rail.clockMs ? 'too_old' : amountRule(rail, amount);
  if (broken) return reject(broken);
  const paymentId = transfers.find(from, 'received', { messageId, uetr })?.paymentId;
  if (paymentId === undefined) return reject('not_returnable');
  const command = {
    kind: 'refund',
    of: 'transfer',
    paymentId,
    amount: amount.minor,
    reference: textAt(transaction, 'RtrId'),
    clientReference: uetr ?? messageId,
  } as const;
  const decision = decisionOf(acquirer.execute(command, id, false), parts);
  if (decision.kind === 'duplicate') return reject('duplicate');
  if (decision.kind === 'refused') {
    return reject(decision.reason === 'amount_too_large' ? 'amount_form' : 'not_returnable');
  }
  const conclude = (verdict: Verdict): BusinessMessage => operation.become(statusOf(verdict, rail));
  return whenDecided(parts, decision, conclude, (verdict) => parts.send(conclude(verdict)));
}
