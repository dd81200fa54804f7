import type { Money } from '@polyrail/core/provider';
import { readAmount } from '../flow/network-amount.ts';
import type { Amount } from '../model/amount.ts';
import type { EntryDirection } from './statement-entry.ts';

export interface StatementBalance {
  /** ISO 20022, such as `OPBD` and `CLBD`; or what a bank calls it. */
  readonly type: string;
  readonly amount: Money | undefined;
  readonly amountAsWritten: Amount;
  /** `debit`: the account is overdrawn. */
  readonly direction: EntryDirection;
  readonly date?: string;
}

/** What comes before the entries. */
export interface StatementHeader {
  readonly messageId: string;
  readonly createdAt: string;
  readonly statementId: string;
  /** IBAN, or another number of the account. */
  readonly account?: string;
  readonly balances: readonly StatementBalance[];
}

interface BodyContent {
  readonly GrpHdr: { readonly MsgId: string; readonly CreDtTm: string };
}

/** What the versions have in common. */
interface StatementContent {
  readonly Id: string;
  readonly Acct?: { readonly Id?: { readonly IBAN?: string; readonly Othr?: { readonly Id: string } } };
  readonly Bal?: readonly {
    readonly Tp: { readonly CdOrPrtry: { readonly Cd?: string; readonly Prtry?: string } };
    readonly Amt: Amount;
    readonly CdtDbtInd: 'CRDT' | 'DBIT';
    readonly Dt: { readonly Dt?: string; readonly DtTm?: string };
  }[];
}

/** The header of one statement of a message whose schema has been applied. */
export function statementHeader(body: unknown, statement: unknown): StatementHeader {
  const { GrpHdr } = body as BodyContent;
  const { Id, Acct, Bal = [] } = statement as StatementContent;
  const account = Acct?.Id?.IBAN ?? Acct?.Id?.Othr?.Id;
  return {
    messageId: GrpHdr.MsgId,
    createdAt: GrpHdr.CreDtTm,
    statementId: Id,
    ...(account !== undefined && { account }),
    balances: Bal.map(({ Tp, Amt, CdtDbtInd, Dt }) => {
      const date = Dt.DtTm ?? Dt.Dt;
      return {
        type: Tp.CdOrPrtry.Cd ?? Tp.CdOrPrtry.Prtry ?? '',
        amount: readAmount(Amt),
        amountAsWritten: Amt,
        direction: CdtDbtInd === 'CRDT' ? 'credit' : 'debit',
        ...(date !== undefined && { date }),
      };
    }),
  };
}
