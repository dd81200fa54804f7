import { type Amount, amountAt } from './amount.ts';
import type { BusinessMessage } from './business-message.ts';
import { countAt, type Fields, fieldsAt, requiredText, textAt } from './fields.ts';
import { MessageRefusal } from './message-refusal.ts';

/** What names one transaction in later messages. */
export interface References {
  readonly messageId: string;
  readonly definition: string;
  readonly createdAt: number;
  readonly instructionId: string | undefined;
  readonly endToEndId: string | undefined;
  readonly transactionId: string | undefined;
  readonly uetr: string | undefined;
}

/** What a credit transfer asks for. */
export interface CreditTransfer {
  readonly references: References;
  readonly amount: Amount;
  /** Whether it is the only one of its message. */
  readonly isSingle: boolean;
  readonly payer: string;
  readonly payee: string;
  readonly remittance: string | undefined;
}

/** Reads a pacs.008 with one transaction. Throws MessageRefusal. */
export function readCreditTransfer({ id, definition, createdAt, document }: BusinessMessage): CreditTransfer {
  if (requiredText(document, 'FIToFICstmrCdtTrf/GrpHdr/MsgId') !== id)
    throw new MessageRefusal('SYNTAX', 'GrpHdr/MsgId');
  const count = requiredText(document, 'FIToFICstmrCdtTrf/GrpHdr/NbOfTxs');
  const transaction = fieldsAt(document, 'FIToFICstmrCdtTrf/CdtTrfTxInf') ?? {};
  return {
    references: {
      messageId: id,
      definition,
      createdAt,
      instructionId: textAt(transaction, 'PmtId/InstrId'),
      endToEndId: requiredText(transaction, 'PmtId/EndToEndId'),
      transactionId: textAt(transaction, 'PmtId/TxId'),
      uetr: textAt(transaction, 'PmtId/UETR'),
    },
    amount: amountAt(transaction, 'IntrBkSttlmAmt'),
    isSingle: count === '1' && countAt(document, 'FIToFICstmrCdtTrf', 'CdtTrfTxInf') === 1,
    payer: accountOf(transaction, 'Dbtr'),
    payee: accountOf(transaction, 'Cdtr'),
    remittance: textAt(transaction, 'RmtInf/Ustrd'),
  };
}

/** The account of a side as the book names it; where there is none, the side's name. Throws MessageRefusal. */
export function accountOf(fields: Fields, side: 'Dbtr' | 'Cdtr'): string {
  const account = fieldsAt(fields, `${side}Acct/Id`) ?? {};
  const iban = textAt(account, 'IBAN');
  if (iban !== undefined) return `iban:${iban}`;
  const other = textAt(account, 'Othr/Id');
  if (other !== undefined) return `account:${other}`;
  return `name:${requiredText(fields, `${side}/Nm`)}`;
}
