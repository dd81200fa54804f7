import type { RefusalReason } from '../acquirer/answer.ts';
import type { OutcomeCode } from '../acquirer/outcome-code.ts';
import type { BusinessMessage } from './business-message.ts';
import { type Decision, decisionOf, type Verdict, whenDecided } from './decision.ts';
import { fieldsAt, requiredText, textAt } from './fields.ts';
import { sendReturn } from './give-back.ts';
import { MessageRefusal } from './message-refusal.ts';
import type { NetworkParts } from './network-parts.ts';
import { openOperation } from './open-operation.ts';
import { type Resolution, recallResolution } from './recall-resolution.ts';

/** External payment cancellation rejection codes by outcome; another outcome is CUST. */
const REASONS: Readonly<Record<OutcomeCode, string>> = { '51': 'AM04', '54': 'AC04', '57': 'LEGL', '91': 'NOAS' };

/**
 * Takes a camt.056 for a transfer that the member sent: its camt.029. An accepted one brings a pacs.004 on the stream; one
 * that is decided later is pending until a second camt.029. Throws MessageRefusal.
 */
export function receiveRecall(parts: NetworkParts, message: BusinessMessage): BusinessMessage {
  const { acquirer, issuer, transfers } = parts;
  const { id, document, from } = message;
  if (requiredText(document, 'FIToFIPmtCxlReq/Assgnmt/Id') !== id) throw new MessageRefusal('SYNTAX', 'Assgnmt/Id');
  const transaction = fieldsAt(document, 'FIToFIPmtCxlReq/Undrlyg/TxInf') ?? {};
  const messageId = textAt(transaction, 'OrgnlGrpInf/OrgnlMsgId');
  const uetr = textAt(transaction, 'OrgnlUETR');
  const transfer = transfers.find(from, 'sent', { messageId, uetr });
  const operation = openOperation<Resolution>(parts, message, {
    uetr: undefined,
    status: { confirmation: 'PDCR' },
    report: (to, resolution) =>
      issuer.answer(to, 'camt.029.001.09', (issued) => recallResolution(issued, parts, message, transfer, resolution)),
  });

  if (transfer?.paymentId === undefined) return operation.become({ confirmation: 'RJCR', reason: 'NOOR' });
  const command = {
    kind: 'refund',
    of: 'transfer',
    paymentId: transfer.paymentId,
    amount: undefined,
    reference: textAt(transaction, 'CxlId'),
    clientReference: uetr ?? messageId,
  } as const;
  const decision = decisionOf(acquirer.execute(command, id, false), parts);
  if (decision.kind !== 'decided') return operation.become(refusalOf(decision));
  const conclude = (verdict: Verdict): BusinessMessage => {
    if (verdict.kind === 'declined') {
      return operation.become({ confirmation: 'RJCR', reason: REASONS[verdict.code] ?? 'CUST' });
    }
    sendReturn(parts, transfer, 'FOCR');
    return operation.become({ confirmation: 'CNCL' });
  };
  return whenDecided(parts, decision, conclude, (verdict) => parts.send(conclude(verdict))) ?? operation.answer();
}

function refusalOf(decision: Exclude<Decision, { readonly kind: 'decided' }>): Resolution {
  const returned: readonly RefusalReason[] = ['not_refundable', 'amount_too_large'];
  const isReturned = decision.kind === 'duplicate' || returned.includes(decision.reason);
  return { confirmation: 'RJCR', reason: isReturned ? 'ARDT' : 'NOOR' };
}
