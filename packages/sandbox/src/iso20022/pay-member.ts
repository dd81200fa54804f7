import { decisionOf, type Verdict, whenDecided } from './decision.ts';
import { deliverTransfer } from './incoming-transfer.ts';
import type { NetworkParts } from './network-parts.ts';

/** Money that somebody elsewhere sends to a member's customer. */
export interface MemberPaymentOrder {
  readonly member: string;
  /** Minor units, above zero. */
  readonly amount: bigint;
  /** The account that receives it. Default `00000000`. */
  readonly account?: string;
  /** Default `NOTPROVIDED`. */
  readonly endToEndId?: string;
  readonly remittance?: string;
}

/**
 * Pays a member: the money moves, and a pacs.008 comes on its stream, where script and digits let it. Returns the UETR.
 */
export function payMember(parts: NetworkParts, order: MemberPaymentOrder): string {
  const { acquirer, rail, newUetr } = parts;
  const { member, account = '00000000', endToEndId = 'NOTPROVIDED', remittance } = order;
  const uetr = newUetr();
  const amount = { minor: order.amount, currency: rail.currency };
  const [payer, payee] = ['account:99999999', `account:${account}`] as const;
  const command = {
    kind: 'transfer',
    amount: amount.minor,
    currency: amount.currency,
    payer,
    payee,
    reference: remittance,
    clientReference: endToEndId,
  } as const;
  const decision = decisionOf(acquirer.execute(command, uetr, false), parts);
  if (decision.kind !== 'decided') return uetr;
  const names = { payerName: 'Somebody elsewhere', payeeName: 'Customer of the member' };
  const paymentId = decision.resource.id;
  const conclude = (verdict: Verdict): void => {
    if (verdict.kind === 'declined') return;
    deliverTransfer(parts, { member, amount, payer, payee, ...names, endToEndId, uetr, remittance, paymentId });
  };
  whenDecided(parts, decision, conclude, conclude);
  return uetr;
}
