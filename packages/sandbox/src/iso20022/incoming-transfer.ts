import { agentOf } from './agent.ts';
import { type Amount, amountFields } from './amount.ts';
import type { Fields } from './fields.ts';
import type { Issued } from './message-issuer.ts';
import { isoDate, isoDateTime } from './message-time.ts';
import type { NetworkParts } from './network-parts.ts';
import { accountFields, notify } from './notify.ts';
import type { Rail } from './rail.ts';

/** A credit transfer that a member receives. Accounts are those of the book. */
export interface IncomingTransfer {
  readonly member: string;
  readonly amount: Amount;
  readonly payer: string;
  readonly payee: string;
  readonly payerName: string;
  readonly payeeName: string;
  readonly endToEndId: string;
  readonly uetr: string;
  readonly remittance: string | undefined;
  /** The payment that moved the money. */
  readonly paymentId: string;
}

const DEFINITION = 'pacs.008.001.08';

/** Tells a member of money that it received: a pacs.008, and a camt.054 where members are told of bookings. */
export function deliverTransfer(parts: NetworkParts, transfer: IncomingTransfer): void {
  const { issuer, rail, transfers, send } = parts;
  const { member, amount, payer, payee, paymentId, endToEndId, uetr } = transfer;
  const message = issuer.issue(member, DEFINITION, (issued) => transferDocument(issued, rail, transfer));
  const { id, createdAt } = message;
  const references = {
    messageId: id,
    definition: DEFINITION,
    createdAt,
    instructionId: id,
    endToEndId,
    transactionId: id,
    uetr,
  };
  const direction = 'received';
  const registered = { member, direction, references, amount, payer, payee, isRejected: false, paymentId } as const;
  send(message);
  notify(parts, transfers.keep(registered));
}

function transferDocument({ id, at }: Issued, rail: Rail, transfer: IncomingTransfer): Fields {
  const { amount, payer, payee, payerName, payeeName, endToEndId, uetr, remittance } = transfer;
  const network = agentOf(rail.network, rail);
  const member = agentOf(transfer.member, rail);
  return {
    FIToFICstmrCdtTrf: {
      GrpHdr: {
        MsgId: id,
        CreDtTm: isoDateTime(at),
        NbOfTxs: '1',
        SttlmInf: { SttlmMtd: 'CLRG', ClrSys: rail.clearingSystem },
      },
      CdtTrfTxInf: {
        PmtId: { InstrId: id, EndToEndId: endToEndId, TxId: id, UETR: uetr },
        IntrBkSttlmAmt: amountFields(amount),
        IntrBkSttlmDt: isoDate(at),
        AccptncDtTm: isoDateTime(at),
        ChrgBr: 'SLEV',
        InstgAgt: network,
        InstdAgt: member,
        Dbtr: { Nm: payerName },
        DbtrAcct: { Id: accountFields(payer) },
        DbtrAgt: network,
        CdtrAgt: member,
        Cdtr: { Nm: payeeName },
        CdtrAcct: { Id: accountFields(payee) },
        RmtInf: remittance === undefined ? undefined : { Ustrd: remittance },
      },
    },
  };
}
