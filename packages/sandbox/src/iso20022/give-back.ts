import { decisionOf, whenDecided } from './decision.ts';
import type { NetworkParts } from './network-parts.ts';
import { returnDocument } from './return-document.ts';
import type { RegisteredTransfer } from './transfer-register.ts';

/** A settled transfer that the other side gives back unasked. */
export interface GiveBackOrder {
  /** The member that sent it. */
  readonly member: string;
  readonly uetr: string;
  /** An external return reason code. Default AC04: the account is closed. */
  readonly reason?: string;
}

/** Gives a member's transfer back: the money moves, and a pacs.004 comes on its stream. Throws RangeError where there is none. */
export function giveBack(parts: NetworkParts, { member, uetr, reason = 'AC04' }: GiveBackOrder): void {
  const transfer = parts.transfers.find(member, 'sent', { messageId: undefined, uetr });
  if (transfer?.paymentId === undefined) throw new RangeError(`${member} sent no transfer ${uetr}`);
  const command = {
    kind: 'refund',
    of: 'transfer',
    paymentId: transfer.paymentId,
    amount: undefined,
    reference: undefined,
    clientReference: uetr,
  } as const;
  const decision = decisionOf(parts.acquirer.execute(command, undefined, false), parts);
  if (decision.kind !== 'decided') throw new RangeError(`Nothing of the transfer ${uetr} is left to give back`);
  const send = (): void => sendReturn(parts, transfer, reason);
  whenDecided(parts, decision, send, send);
}

/** Tells the sender of a transfer that it is given back. */
export function sendReturn({ issuer, rail, send }: NetworkParts, transfer: RegisteredTransfer, reason: string): void {
  const { member } = transfer;
  send(issuer.issue(member, rail.returnDefinition, (issued) => returnDocument(issued, rail, transfer, reason)));
}
