import { amountAt } from './amount.ts';
import type { BusinessMessage } from './business-message.ts';
import { accountOf } from './credit-transfer.ts';
import { decisionOf, type Verdict, whenDecided } from './decision.ts';
import { fieldsAt, requiredText, textAt } from './fields.ts';
import { deliverTransfer } from './incoming-transfer.ts';
import { MessageRefusal } from './message-refusal.ts';
import type { NetworkParts } from './network-parts.ts';
import { openOperation } from './open-operation.ts';
import { type PaymentStatus, PENDING, rejectedBy, statusOf } from './payment-status.ts';
import { amountRule } from './receive-transfer.ts';
import { requestReport } from './request-report.ts';

/**
 * Takes a pain.013 of a member that asks for money: its pain.014. An accepted one brings a pacs.008 with the request's
 * UETR on the stream; one that is decided later is pending until a second pain.014. Throws MessageRefusal.
 */
export function receiveRequest(parts: NetworkParts, message: BusinessMessage): BusinessMessage {
  const { acquirer, issuer, rail } = parts;
  const { id, document, from } = message;
  if (requiredText(document, 'CdtrPmtActvtnReq/GrpHdr/MsgId') !== id)
    throw new MessageRefusal('SYNTAX', 'GrpHdr/MsgId');
  const request = fieldsAt(document, 'CdtrPmtActvtnReq/PmtInf') ?? {};
  const transaction = fieldsAt(request, 'CdtTrfTx') ?? {};
  const amount = amountAt(transaction, 'Amt/InstdAmt');
  const uetr = textAt(transaction, 'PmtId/UETR');
  const payment = {
    amount,
    payer: accountOf(request, 'Dbtr'),
    payee: accountOf(transaction, 'Cdtr'),
    remittance: textAt(transaction, 'RmtInf/Ustrd'),
    endToEndId: requiredText(transaction, 'PmtId/EndToEndId'),
  };
  const operation = openOperation<PaymentStatus>(parts, message, {
    uetr,
    status: PENDING,
    report: (to, status) => issuer.answer(to, 'pain.014.001.07', (issued) => requestReport(issued, message, status)),
  });

  const broken = amountRule(rail, amount);
  if (broken) return operation.become(rejectedBy(broken));
  const { payer, payee, remittance: reference } = payment;
  const { minor, currency } = amount;
  const command = { kind: 'transfer', amount: minor, currency, payer, payee, reference, clientReference: id } as const;
  const decision = decisionOf(acquirer.execute(command, uetr ?? id, false), parts);
  if (decision.kind !== 'decided') return operation.become(rejectedBy('duplicate'));
  const conclude = (verdict: Verdict): BusinessMessage => {
    if (verdict.kind === 'declined') return operation.become(statusOf(verdict, rail));
    deliverTransfer(parts, {
      ...payment,
      member: from,
      payerName: textAt(request, 'Dbtr/Nm') ?? 'NOTPROVIDED',
      payeeName: textAt(transaction, 'Cdtr/Nm') ?? 'NOTPROVIDED',
      uetr: uetr ?? parts.newUetr(),
      paymentId: decision.resource.id,
    });
    return operation.become({ code: 'ACCP' });
  };
  return whenDecided(parts, decision, conclude, (verdict) => parts.send(conclude(verdict))) ?? operation.answer();
}
