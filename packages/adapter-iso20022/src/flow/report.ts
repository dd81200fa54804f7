import type { Amount } from '../model/amount.ts';
import type { Messages } from '../model/message-types.ts';
import { bookedEntries } from './booked-entries.ts';
import type { BusinessMessage } from './business-message.ts';
import type { OriginalReferences } from './correlate.ts';
import { type ReportedAmount, reportedAmount } from './reported-amount.ts';

/** What one transaction of a message from the network says. */
export type Report =
  /** How an operation stands. @see ISO 20022 pacs.002, pain.002, pain.014 */
  | {
      readonly kind: 'status';
      readonly original: OriginalReferences;
      /** `TxSts`, or `GrpSts` where the whole message is meant. */
      readonly status: string | undefined;
      /** `PmtInfSts` or `GrpSts` around it: it may contradict the status. */
      readonly groupStatus?: string | undefined;
      readonly reasons: readonly string[];
      readonly amount: ReportedAmount | undefined;
      /** True for what a debtor says who was asked to pay: it moves nothing. */
      readonly isConsent: boolean;
    }
  /** The answer to a recall. @see ISO 20022 camt.029 */
  | {
      readonly kind: 'resolution';
      /** The case that we opened; or whatever the other side calls it. */
      readonly caseId: string | undefined;
      /** The transfer that was asked back. */
      readonly original: OriginalReferences;
      /** `Conf` of the whole answer, and `TxCxlSts` of the transaction: they may contradict each other. */
      readonly confirmations: readonly string[];
      readonly reasons: readonly string[];
    }
  /** Money that came back. @see ISO 20022 pacs.004 */
  | {
      readonly kind: 'return';
      readonly original: OriginalReferences;
      readonly amount: ReportedAmount;
      /** `RtrId`. */
      readonly movement: string | undefined;
      readonly reasons: readonly string[];
    }
  /** Money that came in. @see ISO 20022 pacs.008 */
  | {
      readonly kind: 'credit';
      readonly original: OriginalReferences;
      readonly amount: ReportedAmount;
      /** What the payer's side calls it. */
      readonly movement: string | undefined;
    }
  /** Somebody asks for money back that came in. @see ISO 20022 camt.056 */
  | { readonly kind: 'claim'; readonly original: OriginalReferences }
  /** What was booked on an account. @see ISO 20022 camt.054 */
  | {
      readonly kind: 'entry';
      readonly original: OriginalReferences;
      /** `undefined` where the bank gives none of one payment out of several. */
      readonly amount: ReportedAmount | undefined;
      readonly direction: 'debit' | 'credit';
      readonly isBooked: boolean;
      /** True when it takes an earlier booking back. */
      readonly isReversal: boolean;
    }
  /** A message of ours that was refused before anybody looked at its transaction. @see ISO 20022 admi.002 */
  | { readonly kind: 'refusal'; readonly businessMessageId: string; readonly code: string }
  /** It says nothing about a payment. */
  | { readonly kind: 'notice' };

/** A report that says how an operation of ours stands. */
export type OutcomeReport = Exclude<Report, { kind: 'claim' | 'notice' }>;

/** Reads what a message says, transaction by transaction. Pure. */
export function reportsOf({ document }: BusinessMessage): readonly Report[] {
  switch (document.id) {
    case 'pacs.002.001.10':
    case 'pacs.002.001.12':
    case 'pacs.002.001.14':
      return interbankStatus(document.value.FIToFIPmtStsRpt);
    case 'pain.002.001.03':
    case 'pain.002.001.10':
    case 'pain.002.001.12':
      return customerStatus(document.value.CstmrPmtStsRpt, false);
    case 'pain.014.001.07':
    case 'pain.014.001.08':
      return customerStatus(document.value.CdtrPmtActvtnReqStsRpt, true);
    case 'camt.029.001.09':
    case 'camt.029.001.11':
      return resolutions(document.value.RsltnOfInvstgtn);
    case 'pacs.004.001.09':
    case 'pacs.004.001.10':
    case 'pacs.004.001.11':
      return returns(document.value.PmtRtr);
    case 'pacs.008.001.08':
    case 'pacs.008.001.10':
    case 'pacs.008.001.12':
      return document.value.FIToFICstmrCdtTrf.CdtTrfTxInf.map(({ PmtId, IntrBkSttlmAmt }) => ({
        kind: 'credit',
        // The other identifiers are those of whoever pays.
        original: { uetr: PmtId.UETR },
        amount: reportedAmount(IntrBkSttlmAmt),
        movement: PmtId.TxId ?? PmtId.InstrId,
      }));
    case 'camt.056.001.08':
    case 'camt.056.001.10':
      return document.value.FIToFIPmtCxlReq.Undrlyg.flatMap(({ TxInf = [] }) => TxInf).map(({ OrgnlUETR: uetr }) => ({
        kind: 'claim',
        original: { uetr },
      }));
    case 'camt.054.001.02':
    case 'camt.054.001.04':
    case 'camt.054.001.08':
    case 'camt.054.001.12':
      return bookedEntries(document.value.BkToCstmrDbtCdtNtfctn.Ntfctn);
    case 'admi.002.001.01': {
      const { RltdRef, Rsn } = document.value['admi.002.001.01'];
      return [{ kind: 'refusal', businessMessageId: RltdRef.Ref, code: Rsn.RjctgPtyRsn }];
    }
    default:
      return [{ kind: 'notice' }];
  }
}

type PaymentReturn = Messages[`pacs.004.001.${'09' | '10' | '11'}`]['PmtRtr'];

interface StatusReason {
  readonly Rsn?: { readonly Cd?: string | undefined; readonly Prtry?: string | undefined } | undefined;
}

/** The codes of the first level that has some: a transaction, and what is around it. */
function reasonCodes(...levels: readonly (readonly StatusReason[] | undefined)[]): readonly string[] {
  const codes = levels.map((reasons = []) => reasons.flatMap(({ Rsn }) => Rsn?.Cd ?? Rsn?.Prtry ?? []));
  return codes.find(({ length }) => length > 0) ?? [];
}

interface GroupStatus {
  readonly OrgnlMsgId: string;
  readonly OrgnlMsgNmId: string;
  readonly GrpSts?: string | undefined;
  readonly StsRsnInf?: readonly StatusReason[] | undefined;
}

/** A group status is about every transaction of a message, and a message of ours has one. */
function groupStatus({ OrgnlMsgId, OrgnlMsgNmId, GrpSts, StsRsnInf }: GroupStatus, isConsent: boolean): Report {
  const original = { messageId: OrgnlMsgId, messageName: OrgnlMsgNmId };
  const reasons = reasonCodes(StsRsnInf);
  return { kind: 'status', original, status: GrpSts, reasons, amount: undefined, isConsent };
}

/** A return of no single transaction is one of the whole message, and a message of ours has one. */
function returns({ GrpHdr, OrgnlGrpInf, TxInf = [] }: PaymentReturn): readonly Report[] {
  if (TxInf.length === 0 && OrgnlGrpInf !== undefined)
    return [
      {
        kind: 'return',
        original: { messageId: OrgnlGrpInf.OrgnlMsgId },
        amount: reportedAmount(GrpHdr.TtlRtrdIntrBkSttlmAmt) ?? 'unreadable',
        movement: GrpHdr.MsgId,
        reasons: reasonCodes(OrgnlGrpInf.RtrRsnInf),
      },
    ];
  return TxInf.map((transaction) => ({
    kind: 'return',
    original: {
      uetr: transaction.OrgnlUETR,
      messageId: (transaction.OrgnlGrpInf ?? OrgnlGrpInf)?.OrgnlMsgId,
      instructionId: transaction.OrgnlInstrId,
      transactionId: transaction.OrgnlTxId,
    },
    amount: reportedAmount(transaction.RtrdIntrBkSttlmAmt),
    movement: transaction.RtrId,
    reasons: reasonCodes(transaction.RtrRsnInf),
  }));
}

type InterbankStatus = Messages[`pacs.002.001.${'10' | '12' | '14'}`]['FIToFIPmtStsRpt'];

/** A transaction belongs to the group that it names, or to the only one. A group without any speaks for itself. */
function interbankStatus({
  OrgnlGrpInfAndSts: groups = [],
  TxInfAndSts: transactions = [],
}: InterbankStatus): readonly Report[] {
  const only = groups.length === 1 ? groups[0] : undefined;
  const detailed = new Set<GroupStatus | undefined>();
  const each = transactions.map((transaction): Report => {
    const own = transaction.OrgnlGrpInf;
    const group = own ? groups.find(({ OrgnlMsgId }) => OrgnlMsgId === own.OrgnlMsgId) : only;
    detailed.add(group);
    return {
      kind: 'status',
      original: {
        uetr: transaction.OrgnlUETR,
        messageId: (own ?? group)?.OrgnlMsgId,
        messageName: (own ?? group)?.OrgnlMsgNmId,
        instructionId: transaction.OrgnlInstrId,
        transactionId: transaction.OrgnlTxId,
      },
      status: transaction.TxSts ?? group?.GrpSts,
      groupStatus: group?.GrpSts,
      reasons: reasonCodes(transaction.StsRsnInf, group?.StsRsnInf),
      amount: reportedAmount(transaction.OrgnlTxRef?.IntrBkSttlmAmt),
      isConsent: false,
    };
  });
  return [...each, ...groups.filter((group) => !detailed.has(group)).map((group) => groupStatus(group, false))];
}

type InvestigationResolution = Messages[`camt.029.001.${'09' | '11'}`]['RsltnOfInvstgtn'];
type CancellationDetails = NonNullable<InvestigationResolution['CxlDtls']>[number];

/** The case stands with the whole answer, with a group, or with a transaction; schemes such as SEPA name the transaction only. */
function resolutions({ RslvdCase, Sts, CxlDtls = [{}] }: InvestigationResolution): readonly Report[] {
  return CxlDtls.flatMap(({ OrgnlGrpInfAndSts: group, TxInfAndSts = [{}] }: CancellationDetails) =>
    TxInfAndSts.map((transaction): Report => {
      const named = transaction.OrgnlGrpInf ?? group;
      return {
        kind: 'resolution',
        caseId: (transaction.RslvdCase ?? group?.RslvdCase ?? RslvdCase)?.Id,
        original: {
          uetr: transaction.OrgnlUETR,
          messageId: named?.OrgnlMsgId,
          messageName: named?.OrgnlMsgNmId,
          instructionId: transaction.OrgnlInstrId,
          transactionId: transaction.OrgnlTxId,
        },
        confirmations: [Sts.Conf, transaction.TxCxlSts ?? group?.GrpCxlSts].filter((code) => code !== undefined),
        reasons: reasonCodes(transaction.CxlStsRsnInf, group?.CxlStsRsnInf),
      };
    }),
  );
}

interface CustomerStatus {
  readonly OrgnlGrpInfAndSts: GroupStatus;
  readonly OrgnlPmtInfAndSts?:
    | readonly {
        readonly OrgnlPmtInfId: string;
        readonly PmtInfSts?: string | undefined;
        readonly StsRsnInf?: readonly StatusReason[] | undefined;
        readonly TxInfAndSts?:
          | readonly {
              readonly OrgnlInstrId?: string | undefined;
              readonly OrgnlUETR?: string | undefined;
              readonly TxSts?: string | undefined;
              readonly StsRsnInf?: readonly StatusReason[] | undefined;
              readonly OrgnlTxRef?:
                | { readonly Amt?: { readonly InstdAmt?: Amount | undefined } | undefined }
                | undefined;
            }[]
          | undefined;
      }[]
    | undefined;
}

function customerStatus(
  { OrgnlGrpInfAndSts: group, OrgnlPmtInfAndSts: payments = [] }: CustomerStatus,
  isConsent: boolean,
): readonly Report[] {
  if (payments.length === 0) return [groupStatus(group, isConsent)];
  const named = { messageId: group.OrgnlMsgId, messageName: group.OrgnlMsgNmId };
  return payments.flatMap((payment): readonly Report[] => {
    const original = { ...named, transactionId: payment.OrgnlPmtInfId };
    const whole = {
      status: payment.PmtInfSts ?? group.GrpSts,
      reasons: reasonCodes(payment.StsRsnInf, group.StsRsnInf),
    };
    if (payment.TxInfAndSts === undefined)
      return [{ kind: 'status', original, ...whole, amount: undefined, isConsent }];
    return payment.TxInfAndSts.map((transaction) => ({
      kind: 'status',
      isConsent,
      original: { ...original, instructionId: transaction.OrgnlInstrId, uetr: transaction.OrgnlUETR },
      status: transaction.TxSts ?? whole.status,
      groupStatus: whole.status,
      reasons: reasonCodes(transaction.StsRsnInf, payment.StsRsnInf, group.StsRsnInf),
      amount: reportedAmount(transaction.OrgnlTxRef?.Amt?.InstdAmt),
    }));
  });
}
