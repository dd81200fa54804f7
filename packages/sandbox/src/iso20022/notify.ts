import { amountFields } from './amount.ts';
import type { Fields } from './fields.ts';
import type { Issued } from './message-issuer.ts';
import { isoDate, isoDateTime } from './message-time.ts';
import type { NetworkParts } from './network-parts.ts';
import type { RegisteredTransfer } from './transfer-register.ts';

/** Tells a member that a transfer was booked on its customer's account (camt.054). */
export function notify({ notifies, issuer, send }: NetworkParts, transfer: RegisteredTransfer): void {
  if (!notifies) return;
  send(issuer.issue(transfer.member, 'camt.054.001.08', (issued) => notification(issued, transfer)));
}

function notification(
  { id, at }: Issued,
  { direction, references, amount, payer, payee, paymentId }: RegisteredTransfer,
): Fields {
  const isDebit = direction === 'sent';
  const entry = {
    NtryRef: paymentId,
    Amt: amountFields(amount),
    CdtDbtInd: isDebit ? 'DBIT' : 'CRDT',
    Sts: { Cd: 'BOOK' },
    BookgDt: { DtTm: isoDateTime(at) },
    ValDt: { Dt: isoDate(at) },
    AcctSvcrRef: paymentId,
    BkTxCd: { Domn: { Cd: 'PMNT', Fmly: { Cd: isDebit ? 'IRCT' : 'RRCT', SubFmlyCd: 'DMCT' } } },
    NtryDtls: {
      TxDtls: {
        Refs: {
          MsgId: references.messageId,
          InstrId: references.instructionId,
          EndToEndId: references.endToEndId,
          UETR: references.uetr,
          TxId: references.transactionId,
        },
        Amt: amountFields(amount),
        CdtDbtInd: isDebit ? 'DBIT' : 'CRDT',
      },
    },
  };
  return {
    BkToCstmrDbtCdtNtfctn: {
      GrpHdr: { MsgId: id, CreDtTm: isoDateTime(at) },
      Ntfctn: { Id: id, CreDtTm: isoDateTime(at), Acct: { Id: accountFields(isDebit ? payer : payee) }, Ntry: entry },
    },
  };
}

/** The account of the book as a message names it. */
export function accountFields(account: string): Fields {
  const mark = account.indexOf(':');
  const value = account.slice(mark + 1, mark + 35);
  return account.startsWith('iban:') ? { IBAN: value } : { Othr: { Id: value } };
}
