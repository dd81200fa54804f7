import type { BusinessMessage } from './business-message.ts';
import { type CreditTransfer, readCreditTransfer } from './credit-transfer.ts';
import { decisionOf, type Verdict, whenDecided } from './decision.ts';
import type { NetworkParts } from './network-parts.ts';
import { notify } from './notify.ts';
import { type PaymentStatus, rejectedFor } from './payment-status.ts';
import type { Rail, RailRule } from './rail.ts';
import { STATUS_REPORT, statusReport } from './status-report.ts';
import type { RegisteredTransfer } from './transfer-register.ts';

/**
 * Takes a pacs.008: its pacs.002, or undefined where that comes later or never. `ageMs` is how old the message was on
 * arrival. Throws MessageRefusal.
 */
export function receiveTransfer(
  parts: NetworkParts,
  message: BusinessMessage,
  ageMs: number,
): BusinessMessage | undefined {
  const { rail, acquirer, behaviour } = parts;
  const asked = readCreditTransfer(message);
  const transfer = register(parts, message, asked);
  const report = (status: PaymentStatus): BusinessMessage => {
    transfer.status = status;
    return parts.issuer.answer(message, STATUS_REPORT, (issued) => statusReport(issued, transfer));
  };
  const broken = brokenRule(rail, asked, ageMs);
  if (broken) return report(rejected(rail, broken));

  const { references, amount, payer, payee, remittance } = asked;
  const { messageId, uetr = messageId } = references;
  const command = {
    kind: 'transfer',
    amount: amount.minor,
    currency: amount.currency,
    payer,
    payee,
    reference: remittance,
    clientReference: messageId,
  } as const;
  const decision = decisionOf(acquirer.execute(command, uetr, false), parts);
  if (decision.kind !== 'decided') return report(rejected(rail, 'duplicate'));
  transfer.paymentId = decision.resource.id;
  const conclude = (verdict: Verdict): BusinessMessage => {
    const answer = report(statusOf(verdict, rail));
    if (verdict.kind === 'settled') notify(parts, transfer);
    return answer;
  };
  return whenDecided(parts, decision, conclude, (verdict) => {
    const answer = conclude(verdict);
    if (behaviour.settlement !== 'poll') parts.send(answer);
  });
}

function register(
  { transfers, clock, rail }: NetworkParts,
  { from }: BusinessMessage,
  { references, amount, payer, payee }: CreditTransfer,
): RegisteredTransfer {
  return transfers.keep({
    member: from,
    direction: 'sent',
    references,
    amount,
    payer,
    payee,
    receivedAt: clock.now(),
    status: { code: rail.pendingStatus },
    paymentId: undefined,
  });
}

function brokenRule(rail: Rail, { amount, isSingle }: CreditTransfer, ageMs: number): RailRule | undefined {
  if (ageMs > rail.clockMs) return 'too_old';
  if (!isSingle) return 'one_transaction';
  if (amount.currency !== rail.currency) return 'currency';
  if (amount.minor === 0n) return 'amount_form';
  return amount.minor > rail.largestAmount ? 'amount_limit' : undefined;
}

function rejected({ rules }: Rail, rule: RailRule): PaymentStatus {
  return { code: 'RJCT', reason: rules[rule], text: `Rule of the network: ${rule}` };
}

function statusOf(verdict: Verdict, rail: Rail): PaymentStatus {
  return verdict.kind === 'settled' ? { code: rail.settledStatus } : rejectedFor(verdict.code, rail);
}
