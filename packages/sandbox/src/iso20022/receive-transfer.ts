import type { BusinessMessage } from './business-message.ts';
import { type CreditTransfer, readCreditTransfer } from './credit-transfer.ts';
import { decisionOf, type Verdict, whenDecided } from './decision.ts';
import type { NetworkParts } from './network-parts.ts';
import { notify } from './notify.ts';
import { openOperation } from './open-operation.ts';
import { type PaymentStatus, PENDING, type RailRule, rejectedBy, statusOf } from './payment-status.ts';
import type { Rail } from './rail.ts';
import { STATUS_REPORT, statusReport } from './status-report.ts';

/**
 * Takes a pacs.008: its pacs.002, or undefined where that comes later or never. `ageMs` is how old the message was on
 * arrival. Throws MessageRefusal.
 */
export function receiveTransfer(
  parts: NetworkParts,
  message: BusinessMessage,
  ageMs: number,
): BusinessMessage | undefined {
  const { rail, acquirer, behaviour, issuer } = parts;
  const asked = readCreditTransfer(message);
  const { references, amount, payer, payee, remittance } = asked;
  const { messageId, uetr } = references;
  const transfer = parts.transfers.keep({
    member: message.from,
    direction: 'sent',
    references,
    amount,
    payer,
    payee,
    isRejected: false,
    paymentId: undefined,
  });
  const operation = openOperation<PaymentStatus>(parts, message, {
    uetr,
    status: PENDING,
    report: (to, status) =>
      issuer.answer(to, STATUS_REPORT, (issued) => statusReport(issued, { references, amount, status })),
  });
  const reject = (rule: RailRule): BusinessMessage => {
    transfer.isRejected = true;
    return operation.become(rejectedBy(rule));
  };

  const broken = brokenRule(rail, asked, ageMs);
  if (broken) return reject(broken);
  const command = {
    kind: 'transfer',
    amount: amount.minor,
    currency: amount.currency,
    payer,
    payee,
    reference: remittance,
    clientReference: messageId,
  } as const;
  const decision = decisionOf(acquirer.execute(command, uetr ?? messageId, false), parts);
  if (decision.kind !== 'decided') return reject('duplicate');
  transfer.paymentId = decision.resource.id;
  const conclude = (verdict: Verdict): BusinessMessage => {
    transfer.isRejected = verdict.kind === 'declined';
    if (verdict.kind === 'settled') notify(parts, transfer);
    return operation.become(statusOf(verdict, rail));
  };
  return whenDecided(parts, decision, conclude, (verdict) => {
    const answer = conclude(verdict);
    if (behaviour.settlement !== 'poll') parts.send(answer);
  });
}

function brokenRule(rail: Rail, { amount, isSingle }: CreditTransfer, ageMs: number): RailRule | undefined {
  if (ageMs > rail.clockMs) return 'too_old';
  if (!isSingle) return 'one_transaction';
  return amountRule(rail, amount);
}

/** What is wrong with an amount on this rail, if anything is. */
export function amountRule({ currency, largestAmount }: Rail, amount: CreditTransfer['amount']): RailRule | undefined {
  if (amount.currency !== currency) return 'currency';
  if (amount.minor === 0n) return 'amount_form';
  return amount.minor > largestAmount ? 'amount_limit' : undefined;
}
