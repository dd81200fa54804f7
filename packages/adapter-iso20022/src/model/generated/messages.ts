// Written by tools/iso20022-model.mjs from the XML schemas of ISO 20022. Do not edit.
import type { Amount } from '../amount.ts';
import type { OneOf } from '../one-of.ts';

/** What a message holds: the content of `Document`, or of `AppHdr`. */
export interface Messages {
  readonly 'admi.002.001.01': Admi00200101;
  readonly 'admi.004.001.02': Admi00400102;
  readonly 'admi.006.001.01': Admi00600101;
  readonly 'admi.007.001.01': Admi00700101;
  readonly 'admi.011.001.01': Admi01100101;
  readonly 'camt.026.001.07': Camt02600107;
  readonly 'camt.028.001.09': Camt02800109;
  readonly 'camt.029.001.09': Camt02900109;
  readonly 'camt.029.001.11': Camt02900111;
  readonly 'camt.052.001.02': Camt05200102;
  readonly 'camt.052.001.08': Camt05200108;
  readonly 'camt.053.001.02': Camt05300102;
  readonly 'camt.053.001.04': Camt05300104;
  readonly 'camt.053.001.08': Camt05300108;
  readonly 'camt.053.001.12': Camt05300112;
  readonly 'camt.054.001.02': Camt05400102;
  readonly 'camt.054.001.04': Camt05400104;
  readonly 'camt.054.001.08': Camt05400108;
  readonly 'camt.054.001.12': Camt05400112;
  readonly 'camt.055.001.08': Camt05500108;
  readonly 'camt.055.001.09': Camt05500109;
  readonly 'camt.056.001.08': Camt05600108;
  readonly 'camt.056.001.10': Camt05600110;
  readonly 'camt.060.001.05': Camt06000105;
  readonly 'camt.110.001.01': Camt11000101;
  readonly 'camt.111.001.01': Camt11100101;
  readonly 'head.001.001.01': BusinessApplicationHeaderV01;
  readonly 'head.001.001.02': BusinessApplicationHeaderV02;
  readonly 'head.001.001.03': BusinessApplicationHeaderV03;
  readonly 'pacs.002.001.10': Pacs00200110;
  readonly 'pacs.002.001.12': Pacs00200112;
  readonly 'pacs.002.001.14': Pacs00200114;
  readonly 'pacs.003.001.08': Pacs00300108;
  readonly 'pacs.004.001.09': Pacs00400109;
  readonly 'pacs.004.001.10': Pacs00400110;
  readonly 'pacs.004.001.11': Pacs00400111;
  readonly 'pacs.007.001.09': Pacs00700109;
  readonly 'pacs.008.001.02': Pacs00800102;
  readonly 'pacs.008.001.08': Pacs00800108;
  readonly 'pacs.008.001.10': Pacs00800110;
  readonly 'pacs.008.001.12': Pacs00800112;
  readonly 'pacs.009.001.08': Pacs00900108;
  readonly 'pacs.009.001.10': Pacs00900110;
  readonly 'pacs.010.001.03': Pacs01000103;
  readonly 'pacs.028.001.03': Pacs02800103;
  readonly 'pacs.028.001.05': Pacs02800105;
  readonly 'pain.001.001.03': Pain00100103;
  readonly 'pain.001.001.09': Pain00100109;
  readonly 'pain.001.001.11': Pain00100111;
  readonly 'pain.002.001.03': Pain00200103;
  readonly 'pain.002.001.10': Pain00200110;
  readonly 'pain.002.001.12': Pain00200112;
  readonly 'pain.007.001.10': Pain00700110;
  readonly 'pain.008.001.02': Pain00800102;
  readonly 'pain.008.001.09': Pain00800109;
  readonly 'pain.013.001.07': Pain01300107;
  readonly 'pain.013.001.08': Pain01300108;
  readonly 'pain.014.001.07': Pain01400107;
  readonly 'pain.014.001.08': Pain01400108;
}

export interface MessageReference {
  readonly Ref: string;
}

export interface RejectionReason2 {
  readonly RjctgPtyRsn: string;
  readonly RjctnDtTm?: string | undefined;
  readonly ErrLctn?: string | undefined;
  readonly RsnDesc?: string | undefined;
  readonly AddtlData?: string | undefined;
}

export interface admi_002_001_01 {
  readonly RltdRef: MessageReference;
  readonly Rsn: RejectionReason2;
}

export interface Admi00200101 {
  readonly 'admi.002.001.01': admi_002_001_01;
}

export interface Event2 {
  readonly EvtCd: string;
  readonly EvtParam?: readonly string[] | undefined;
  readonly EvtDesc?: string | undefined;
  readonly EvtTm?: string | undefined;
}

export interface SystemEventNotificationV02 {
  readonly EvtInf: Event2;
}

export interface Admi00400102 {
  readonly SysEvtNtfctn: SystemEventNotificationV02;
}

export interface GenericIdentification1 {
  readonly Id: string;
  readonly SchmeNm?: string | undefined;
  readonly Issr?: string | undefined;
}

export type RequestType4Choice = OneOf<{ readonly PmtCtrl: string; readonly Enqry: string; readonly Prtry: GenericIdentification1 }>;

export interface OriginalBusinessQuery1 {
  readonly MsgId: string;
  readonly MsgNmId?: string | undefined;
  readonly CreDtTm?: string | undefined;
}

export interface MessageHeader7 {
  readonly MsgId: string;
  readonly CreDtTm?: string | undefined;
  readonly ReqTp?: RequestType4Choice | undefined;
  readonly OrgnlBizQry?: OriginalBusinessQuery1 | undefined;
  readonly QryNm?: string | undefined;
}

export interface SequenceRange1 {
  readonly FrSeq: string;
  readonly ToSeq: string;
}

export type SequenceRange1Choice = OneOf<{ readonly FrSeq: string; readonly ToSeq: string; readonly FrToSeq: readonly SequenceRange1[]; readonly EQSeq: readonly string[]; readonly NEQSeq: readonly string[] }>;

export interface GenericIdentification36 {
  readonly Id: string;
  readonly Issr: string;
  readonly SchmeNm?: string | undefined;
}

export type AddressType2Code = 'ADDR' | 'PBOX' | 'HOME' | 'BIZZ' | 'MLTO' | 'DLVY';

export interface PostalAddress1 {
  readonly AdrTp?: AddressType2Code | undefined;
  readonly AdrLine?: readonly string[] | undefined;
  readonly StrtNm?: string | undefined;
  readonly BldgNb?: string | undefined;
  readonly PstCd?: string | undefined;
  readonly TwnNm?: string | undefined;
  readonly CtrySubDvsn?: string | undefined;
  readonly Ctry: string;
}

export interface NameAndAddress5 {
  readonly Nm: string;
  readonly Adr?: PostalAddress1 | undefined;
}

export type PartyIdentification120Choice = OneOf<{ readonly AnyBIC: string; readonly PrtryId: GenericIdentification36; readonly NmAndAdr: NameAndAddress5 }>;

export interface PartyIdentification136 {
  readonly Id: PartyIdentification120Choice;
  readonly LEI?: string | undefined;
}

export interface ResendSearchCriteria2 {
  readonly BizDt?: string | undefined;
  readonly SeqNb?: string | undefined;
  readonly SeqRg?: SequenceRange1Choice | undefined;
  readonly OrgnlMsgNmId?: string | undefined;
  readonly FileRef?: string | undefined;
  readonly Rcpt: PartyIdentification136;
}

export interface SupplementaryData1 {
  readonly PlcAndNm?: string | undefined;
  readonly Envlp: string;
}

export interface ResendRequestV01 {
  readonly MsgHdr: MessageHeader7;
  readonly RsndSchCrit: readonly ResendSearchCriteria2[];
  readonly SplmtryData?: readonly SupplementaryData1[] | undefined;
}

export interface Admi00600101 {
  readonly RsndReq: ResendRequestV01;
}

export interface MessageHeader10 {
  readonly MsgId: string;
  readonly CreDtTm?: string | undefined;
  readonly QryNm?: string | undefined;
}

export interface MessageReference1 {
  readonly Ref: string;
  readonly MsgNm?: string | undefined;
  readonly RefIssr?: PartyIdentification136 | undefined;
}

export interface RequestHandling2 {
  readonly StsCd: string;
  readonly StsDtTm?: string | undefined;
  readonly Desc?: string | undefined;
}

export interface ReceiptAcknowledgementReport2 {
  readonly RltdRef: MessageReference1;
  readonly ReqHdlg: RequestHandling2;
}

export interface ReceiptAcknowledgementV01 {
  readonly MsgId: MessageHeader10;
  readonly Rpt: readonly ReceiptAcknowledgementReport2[];
  readonly SplmtryData?: readonly SupplementaryData1[] | undefined;
}

export interface Admi00700101 {
  readonly RctAck: ReceiptAcknowledgementV01;
}

export interface Event1 {
  readonly EvtCd: string;
  readonly EvtParam?: readonly string[] | undefined;
  readonly EvtDesc?: string | undefined;
  readonly EvtTm?: string | undefined;
}

export interface SystemEventAcknowledgementV01 {
  readonly MsgId: string;
  readonly OrgtrRef?: string | undefined;
  readonly SttlmSsnIdr?: string | undefined;
  readonly AckDtls?: Event1 | undefined;
  readonly SplmtryData?: readonly SupplementaryData1[] | undefined;
}

export interface Admi01100101 {
  readonly SysEvtAck: SystemEventAcknowledgementV01;
}

export interface GenericIdentification30 {
  readonly Id: string;
  readonly Issr: string;
  readonly SchmeNm?: string | undefined;
}

export type AddressType3Choice = OneOf<{ readonly Cd: AddressType2Code; readonly Prtry: GenericIdentification30 }>;

export interface PostalAddress24 {
  readonly AdrTp?: AddressType3Choice | undefined;
  readonly Dept?: string | undefined;
  readonly SubDept?: string | undefined;
  readonly StrtNm?: string | undefined;
  readonly BldgNb?: string | undefined;
  readonly BldgNm?: string | undefined;
  readonly Flr?: string | undefined;
  readonly PstBx?: string | undefined;
  readonly Room?: string | undefined;
  readonly PstCd?: string | undefined;
  readonly TwnNm?: string | undefined;
  readonly TwnLctnNm?: string | undefined;
  readonly DstrctNm?: string | undefined;
  readonly CtrySubDvsn?: string | undefined;
  readonly Ctry?: string | undefined;
  readonly AdrLine?: readonly string[] | undefined;
}

export type OrganisationIdentificationSchemeName1Choice = OneOf<{ readonly Cd: string; readonly Prtry: string }>;

export interface GenericOrganisationIdentification1 {
  readonly Id: string;
  readonly SchmeNm?: OrganisationIdentificationSchemeName1Choice | undefined;
  readonly Issr?: string | undefined;
}

export interface OrganisationIdentification29 {
  readonly AnyBIC?: string | undefined;
  readonly LEI?: string | undefined;
  readonly Othr?: readonly GenericOrganisationIdentification1[] | undefined;
}

export interface DateAndPlaceOfBirth1 {
  readonly BirthDt: string;
  readonly PrvcOfBirth?: string | undefined;
  readonly CityOfBirth: string;
  readonly CtryOfBirth: string;
}

export interface PersonIdentification13 {
  readonly DtAndPlcOfBirth?: DateAndPlaceOfBirth1 | undefined;
  readonly Othr?: readonly GenericOrganisationIdentification1[] | undefined;
}

export type Party38Choice = OneOf<{ readonly OrgId: OrganisationIdentification29; readonly PrvtId: PersonIdentification13 }>;

export type NamePrefix2Code = 'DOCT' | 'MADM' | 'MISS' | 'MIST' | 'MIKS';

export interface OtherContact1 {
  readonly ChanlTp: string;
  readonly Id?: string | undefined;
}

export type PreferredContactMethod1Code = 'LETT' | 'MAIL' | 'PHON' | 'FAXX' | 'CELL';

export interface Contact4 {
  readonly NmPrfx?: NamePrefix2Code | undefined;
  readonly Nm?: string | undefined;
  readonly PhneNb?: string | undefined;
  readonly MobNb?: string | undefined;
  readonly FaxNb?: string | undefined;
  readonly EmailAdr?: string | undefined;
  readonly EmailPurp?: string | undefined;
  readonly JobTitl?: string | undefined;
  readonly Rspnsblty?: string | undefined;
  readonly Dept?: string | undefined;
  readonly Othr?: readonly OtherContact1[] | undefined;
  readonly PrefrdMtd?: PreferredContactMethod1Code | undefined;
}

export interface PartyIdentification135 {
  readonly Nm?: string | undefined;
  readonly PstlAdr?: PostalAddress24 | undefined;
  readonly Id?: Party38Choice | undefined;
  readonly CtryOfRes?: string | undefined;
  readonly CtctDtls?: Contact4 | undefined;
}

export type ClearingSystemIdentification2Choice = OneOf<{ readonly Cd: string; readonly Prtry: string }>;

export interface ClearingSystemMemberIdentification2 {
  readonly ClrSysId?: ClearingSystemIdentification2Choice | undefined;
  readonly MmbId: string;
}

export interface FinancialInstitutionIdentification18 {
  readonly BICFI?: string | undefined;
  readonly ClrSysMmbId?: ClearingSystemMemberIdentification2 | undefined;
  readonly LEI?: string | undefined;
  readonly Nm?: string | undefined;
  readonly PstlAdr?: PostalAddress24 | undefined;
  readonly Othr?: GenericOrganisationIdentification1 | undefined;
}

export interface BranchData3 {
  readonly Id?: string | undefined;
  readonly LEI?: string | undefined;
  readonly Nm?: string | undefined;
  readonly PstlAdr?: PostalAddress24 | undefined;
}

export interface BranchAndFinancialInstitutionIdentification6 {
  readonly FinInstnId: FinancialInstitutionIdentification18;
  readonly BrnchId?: BranchData3 | undefined;
}

export type Party40Choice = OneOf<{ readonly Pty: PartyIdentification135; readonly Agt: BranchAndFinancialInstitutionIdentification6 }>;

export interface CaseAssignment5 {
  readonly Id: string;
  readonly Assgnr: Party40Choice;
  readonly Assgne: Party40Choice;
  readonly CreDtTm: string;
}

export interface Case5 {
  readonly Id: string;
  readonly Cretr: Party40Choice;
  readonly ReopCaseIndctn?: boolean | undefined;
}

export interface UnderlyingGroupInformation1 {
  readonly OrgnlMsgId: string;
  readonly OrgnlMsgNmId: string;
  readonly OrgnlCreDtTm?: string | undefined;
  readonly OrgnlMsgDlvryChanl?: string | undefined;
}

export type DateAndDateTime2Choice = OneOf<{ readonly Dt: string; readonly DtTm: string }>;

export interface EquivalentAmount2 {
  readonly Amt: Amount;
  readonly CcyOfTrf: string;
}

export type AmountType4Choice = OneOf<{ readonly InstdAmt: Amount; readonly EqvtAmt: EquivalentAmount2 }>;

export type SettlementMethod1Code = 'INDA' | 'INGA' | 'COVE' | 'CLRG';

export interface GenericAccountIdentification1 {
  readonly Id: string;
  readonly SchmeNm?: OrganisationIdentificationSchemeName1Choice | undefined;
  readonly Issr?: string | undefined;
}

export type AccountIdentification4Choice = OneOf<{ readonly IBAN: string; readonly Othr: GenericAccountIdentification1 }>;

export interface ProxyAccountIdentification1 {
  readonly Tp?: OrganisationIdentificationSchemeName1Choice | undefined;
  readonly Id: string;
}

export interface CashAccount38 {
  readonly Id: AccountIdentification4Choice;
  readonly Tp?: OrganisationIdentificationSchemeName1Choice | undefined;
  readonly Ccy?: string | undefined;
  readonly Nm?: string | undefined;
  readonly Prxy?: ProxyAccountIdentification1 | undefined;
}

export type ClearingSystemIdentification3Choice = OneOf<{ readonly Cd: string; readonly Prtry: string }>;

export interface SettlementInstruction7 {
  readonly SttlmMtd: SettlementMethod1Code;
  readonly SttlmAcct?: CashAccount38 | undefined;
  readonly ClrSys?: ClearingSystemIdentification3Choice | undefined;
  readonly InstgRmbrsmntAgt?: BranchAndFinancialInstitutionIdentification6 | undefined;
  readonly InstgRmbrsmntAgtAcct?: CashAccount38 | undefined;
  readonly InstdRmbrsmntAgt?: BranchAndFinancialInstitutionIdentification6 | undefined;
  readonly InstdRmbrsmntAgtAcct?: CashAccount38 | undefined;
  readonly ThrdRmbrsmntAgt?: BranchAndFinancialInstitutionIdentification6 | undefined;
  readonly ThrdRmbrsmntAgtAcct?: CashAccount38 | undefined;
}

export type Priority2Code = 'HIGH' | 'NORM';

export type ClearingChannel2Code = 'RTGS' | 'RTNS' | 'MPNS' | 'BOOK';

export type LocalInstrument2Choice = OneOf<{ readonly Cd: string; readonly Prtry: string }>;

export type SequenceType3Code = 'FRST' | 'RCUR' | 'FNAL' | 'OOFF' | 'RPRE';

export interface PaymentTypeInformation27 {
  readonly InstrPrty?: Priority2Code | undefined;
  readonly ClrChanl?: ClearingChannel2Code | undefined;
  readonly SvcLvl?: readonly OrganisationIdentificationSchemeName1Choice[] | undefined;
  readonly LclInstrm?: LocalInstrument2Choice | undefined;
  readonly SeqTp?: SequenceType3Code | undefined;
  readonly CtgyPurp?: OrganisationIdentificationSchemeName1Choice | undefined;
}

export type PaymentMethod4Code = 'CHK' | 'TRF' | 'DD' | 'TRA';

export type Frequency6Code = 'YEAR' | 'MNTH' | 'QURT' | 'MIAN' | 'WEEK' | 'DAIL' | 'ADHO' | 'INDA' | 'FRTN';

export interface FrequencyPeriod1 {
  readonly Tp: Frequency6Code;
  readonly CntPerPrd: string;
}

export interface FrequencyAndMoment1 {
  readonly Tp: Frequency6Code;
  readonly PtInTm: string;
}

export type Frequency36Choice = OneOf<{ readonly Tp: Frequency6Code; readonly Prd: FrequencyPeriod1; readonly PtInTm: FrequencyAndMoment1 }>;

export type MandateSetupReason1Choice = OneOf<{ readonly Cd: string; readonly Prtry: string }>;

export interface AmendmentInformationDetails13 {
  readonly OrgnlMndtId?: string | undefined;
  readonly OrgnlCdtrSchmeId?: PartyIdentification135 | undefined;
  readonly OrgnlCdtrAgt?: BranchAndFinancialInstitutionIdentification6 | undefined;
  readonly OrgnlCdtrAgtAcct?: CashAccount38 | undefined;
  readonly OrgnlDbtr?: PartyIdentification135 | undefined;
  readonly OrgnlDbtrAcct?: CashAccount38 | undefined;
  readonly OrgnlDbtrAgt?: BranchAndFinancialInstitutionIdentification6 | undefined;
  readonly OrgnlDbtrAgtAcct?: CashAccount38 | undefined;
  readonly OrgnlFnlColltnDt?: string | undefined;
  readonly OrgnlFrqcy?: Frequency36Choice | undefined;
  readonly OrgnlRsn?: MandateSetupReason1Choice | undefined;
  readonly OrgnlTrckgDays?: string | undefined;
}

export interface MandateRelatedInformation14 {
  readonly MndtId?: string | undefined;
  readonly DtOfSgntr?: string | undefined;
  readonly AmdmntInd?: boolean | undefined;
  readonly AmdmntInfDtls?: AmendmentInformationDetails13 | undefined;
  readonly ElctrncSgntr?: string | undefined;
  readonly FrstColltnDt?: string | undefined;
  readonly FnlColltnDt?: string | undefined;
  readonly Frqcy?: Frequency36Choice | undefined;
  readonly Rsn?: MandateSetupReason1Choice | undefined;
  readonly TrckgDays?: string | undefined;
}

export type DocumentType6Code = 'MSIN' | 'CNFA' | 'DNFA' | 'CINV' | 'CREN' | 'DEBN' | 'HIRI' | 'SBIN' | 'CMCN' | 'SOAC' | 'DISP' | 'BOLD' | 'VCHR' | 'AROI' | 'TSUT' | 'PUOR';

export type ReferredDocumentType3Choice = OneOf<{ readonly Cd: DocumentType6Code; readonly Prtry: string }>;

export interface ReferredDocumentType4 {
  readonly CdOrPrtry: ReferredDocumentType3Choice;
  readonly Issr?: string | undefined;
}

export interface DocumentLineType1 {
  readonly CdOrPrtry: OrganisationIdentificationSchemeName1Choice;
  readonly Issr?: string | undefined;
}

export interface DocumentLineIdentification1 {
  readonly Tp?: DocumentLineType1 | undefined;
  readonly Nb?: string | undefined;
  readonly RltdDt?: string | undefined;
}

export interface DiscountAmountAndType1 {
  readonly Tp?: OrganisationIdentificationSchemeName1Choice | undefined;
  readonly Amt: Amount;
}

export type CreditDebitCode = 'CRDT' | 'DBIT';

export interface DocumentAdjustment1 {
  readonly Amt: Amount;
  readonly CdtDbtInd?: CreditDebitCode | undefined;
  readonly Rsn?: string | undefined;
  readonly AddtlInf?: string | undefined;
}

export interface RemittanceAmount3 {
  readonly DuePyblAmt?: Amount | undefined;
  readonly DscntApldAmt?: readonly DiscountAmountAndType1[] | undefined;
  readonly CdtNoteAmt?: Amount | undefined;
  readonly TaxAmt?: readonly DiscountAmountAndType1[] | undefined;
  readonly AdjstmntAmtAndRsn?: readonly DocumentAdjustment1[] | undefined;
  readonly RmtdAmt?: Amount | undefined;
}

export interface DocumentLineInformation1 {
  readonly Id: readonly DocumentLineIdentification1[];
  readonly Desc?: string | undefined;
  readonly Amt?: RemittanceAmount3 | undefined;
}

export interface ReferredDocumentInformation7 {
  readonly Tp?: ReferredDocumentType4 | undefined;
  readonly Nb?: string | undefined;
  readonly RltdDt?: string | undefined;
  readonly LineDtls?: readonly DocumentLineInformation1[] | undefined;
}

export type DocumentType3Code = 'RADM' | 'RPIN' | 'FXDR' | 'DISP' | 'PUOR' | 'SCOR';

export type CreditorReferenceType1Choice = OneOf<{ readonly Cd: DocumentType3Code; readonly Prtry: string }>;

export interface CreditorReferenceType2 {
  readonly CdOrPrtry: CreditorReferenceType1Choice;
  readonly Issr?: string | undefined;
}

export interface CreditorReferenceInformation2 {
  readonly Tp?: CreditorReferenceType2 | undefined;
  readonly Ref?: string | undefined;
}

export interface TaxParty1 {
  readonly TaxId?: string | undefined;
  readonly RegnId?: string | undefined;
  readonly TaxTp?: string | undefined;
}

export interface TaxAuthorisation1 {
  readonly Titl?: string | undefined;
  readonly Nm?: string | undefined;
}

export interface TaxParty2 {
  readonly TaxId?: string | undefined;
  readonly RegnId?: string | undefined;
  readonly TaxTp?: string | undefined;
  readonly Authstn?: TaxAuthorisation1 | undefined;
}

export type TaxRecordPeriod1Code = 'MM01' | 'MM02' | 'MM03' | 'MM04' | 'MM05' | 'MM06' | 'MM07' | 'MM08' | 'MM09' | 'MM10' | 'MM11' | 'MM12' | 'QTR1' | 'QTR2' | 'QTR3' | 'QTR4' | 'HLF1' | 'HLF2';

export interface DatePeriod2 {
  readonly FrDt: string;
  readonly ToDt: string;
}

export interface TaxPeriod2 {
  readonly Yr?: string | undefined;
  readonly Tp?: TaxRecordPeriod1Code | undefined;
  readonly FrToDt?: DatePeriod2 | undefined;
}

export interface TaxRecordDetails2 {
  readonly Prd?: TaxPeriod2 | undefined;
  readonly Amt: Amount;
}

export interface TaxAmount2 {
  readonly Rate?: string | undefined;
  readonly TaxblBaseAmt?: Amount | undefined;
  readonly TtlAmt?: Amount | undefined;
  readonly Dtls?: readonly TaxRecordDetails2[] | undefined;
}

export interface TaxRecord2 {
  readonly Tp?: string | undefined;
  readonly Ctgy?: string | undefined;
  readonly CtgyDtls?: string | undefined;
  readonly DbtrSts?: string | undefined;
  readonly CertId?: string | undefined;
  readonly FrmsCd?: string | undefined;
  readonly Prd?: TaxPeriod2 | undefined;
  readonly TaxAmt?: TaxAmount2 | undefined;
  readonly AddtlInf?: string | undefined;
}

export interface TaxInformation7 {
  readonly Cdtr?: TaxParty1 | undefined;
  readonly Dbtr?: TaxParty2 | undefined;
  readonly UltmtDbtr?: TaxParty2 | undefined;
  readonly AdmstnZone?: string | undefined;
  readonly RefNb?: string | undefined;
  readonly Mtd?: string | undefined;
  readonly TtlTaxblBaseAmt?: Amount | undefined;
  readonly TtlTaxAmt?: Amount | undefined;
  readonly Dt?: string | undefined;
  readonly SeqNb?: string | undefined;
  readonly Rcrd?: readonly TaxRecord2[] | undefined;
}

export interface Garnishment3 {
  readonly Tp: DocumentLineType1;
  readonly Grnshee?: PartyIdentification135 | undefined;
  readonly GrnshmtAdmstr?: PartyIdentification135 | undefined;
  readonly RefNb?: string | undefined;
  readonly Dt?: string | undefined;
  readonly RmtdAmt?: Amount | undefined;
  readonly FmlyMdclInsrncInd?: boolean | undefined;
  readonly MplyeeTermntnInd?: boolean | undefined;
}

export interface StructuredRemittanceInformation16 {
  readonly RfrdDocInf?: readonly ReferredDocumentInformation7[] | undefined;
  readonly RfrdDocAmt?: RemittanceAmount3 | undefined;
  readonly CdtrRefInf?: CreditorReferenceInformation2 | undefined;
  readonly Invcr?: PartyIdentification135 | undefined;
  readonly Invcee?: PartyIdentification135 | undefined;
  readonly TaxRmt?: TaxInformation7 | undefined;
  readonly GrnshmtRmt?: Garnishment3 | undefined;
  readonly AddtlRmtInf?: readonly string[] | undefined;
}

export interface RemittanceInformation16 {
  readonly Ustrd?: readonly string[] | undefined;
  readonly Strd?: readonly StructuredRemittanceInformation16[] | undefined;
}

export interface OriginalTransactionReference28 {
  readonly IntrBkSttlmAmt?: Amount | undefined;
  readonly Amt?: AmountType4Choice | undefined;
  readonly IntrBkSttlmDt?: string | undefined;
  readonly ReqdColltnDt?: string | undefined;
  readonly ReqdExctnDt?: DateAndDateTime2Choice | undefined;
  readonly CdtrSchmeId?: PartyIdentification135 | undefined;
  readonly SttlmInf?: SettlementInstruction7 | undefined;
  readonly PmtTpInf?: PaymentTypeInformation27 | undefined;
  readonly PmtMtd?: PaymentMethod4Code | undefined;
  readonly MndtRltdInf?: MandateRelatedInformation14 | undefined;
  readonly RmtInf?: RemittanceInformation16 | undefined;
  readonly UltmtDbtr?: Party40Choice | undefined;
  readonly Dbtr?: Party40Choice | undefined;
  readonly DbtrAcct?: CashAccount38 | undefined;
  readonly DbtrAgt?: BranchAndFinancialInstitutionIdentification6 | undefined;
  readonly DbtrAgtAcct?: CashAccount38 | undefined;
  readonly CdtrAgt?: BranchAndFinancialInstitutionIdentification6 | undefined;
  readonly CdtrAgtAcct?: CashAccount38 | undefined;
  readonly Cdtr?: Party40Choice | undefined;
  readonly CdtrAcct?: CashAccount38 | undefined;
  readonly UltmtCdtr?: Party40Choice | undefined;
  readonly Purp?: OrganisationIdentificationSchemeName1Choice | undefined;
}

export interface UnderlyingPaymentInstruction5 {
  readonly OrgnlGrpInf?: UnderlyingGroupInformation1 | undefined;
  readonly OrgnlPmtInfId?: string | undefined;
  readonly OrgnlInstrId?: string | undefined;
  readonly OrgnlEndToEndId?: string | undefined;
  readonly OrgnlUETR?: string | undefined;
  readonly OrgnlInstdAmt: Amount;
  readonly ReqdExctnDt?: DateAndDateTime2Choice | undefined;
  readonly ReqdColltnDt?: string | undefined;
  readonly OrgnlTxRef?: OriginalTransactionReference28 | undefined;
}

export interface UnderlyingPaymentTransaction4 {
  readonly OrgnlGrpInf?: UnderlyingGroupInformation1 | undefined;
  readonly OrgnlInstrId?: string | undefined;
  readonly OrgnlEndToEndId?: string | undefined;
  readonly OrgnlTxId?: string | undefined;
  readonly OrgnlUETR?: string | undefined;
  readonly OrgnlIntrBkSttlmAmt: Amount;
  readonly OrgnlIntrBkSttlmDt: string;
  readonly OrgnlTxRef?: OriginalTransactionReference28 | undefined;
}

export interface OriginalGroupInformation29 {
  readonly OrgnlMsgId: string;
  readonly OrgnlMsgNmId: string;
  readonly OrgnlCreDtTm?: string | undefined;
}

export interface UnderlyingStatementEntry3 {
  readonly OrgnlGrpInf?: OriginalGroupInformation29 | undefined;
  readonly OrgnlStmtId?: string | undefined;
  readonly OrgnlNtryId?: string | undefined;
  readonly OrgnlUETR?: string | undefined;
}

export type UnderlyingTransaction5Choice = OneOf<{ readonly Initn: UnderlyingPaymentInstruction5; readonly IntrBk: UnderlyingPaymentTransaction4; readonly StmtNtry: UnderlyingStatementEntry3 }>;

export type UnableToApplyMissingInformation3Code = 'MS01' | 'MS02' | 'MS03' | 'MS04' | 'MS05' | 'MS06' | 'MS07' | 'MS08' | 'MS09' | 'MS10' | 'MS11' | 'MS12' | 'MS13' | 'MS14' | 'MS15' | 'MS16' | 'MS17' | 'NARR';

export interface UnableToApplyMissing1 {
  readonly Cd: UnableToApplyMissingInformation3Code;
  readonly AddtlMssngInf?: string | undefined;
}

export type UnableToApplyIncorrectInformation4Code = 'IN01' | 'IN02' | 'IN03' | 'IN04' | 'IN05' | 'IN06' | 'IN07' | 'IN08' | 'IN09' | 'IN10' | 'IN11' | 'IN12' | 'IN13' | 'IN14' | 'IN15' | 'IN16' | 'IN17' | 'IN18' | 'IN19' | 'MM20' | 'MM21' | 'MM22' | 'MM25' | 'MM26' | 'MM27' | 'MM28' | 'MM29' | 'MM30' | 'MM31' | 'MM32' | 'IN33' | 'MM34' | 'MM35' | 'IN36' | 'IN37' | 'IN38' | 'IN39' | 'NARR';

export interface UnableToApplyIncorrect1 {
  readonly Cd: UnableToApplyIncorrectInformation4Code;
  readonly AddtlIncrrctInf?: string | undefined;
}

export interface MissingOrIncorrectInformation3 {
  readonly AMLReq?: boolean | undefined;
  readonly MssngInf?: readonly UnableToApplyMissing1[] | undefined;
  readonly IncrrctInf?: readonly UnableToApplyIncorrect1[] | undefined;
}

export type UnableToApplyJustification3Choice = OneOf<{ readonly AnyInf: boolean; readonly MssngOrIncrrctInf: MissingOrIncorrectInformation3; readonly PssblDplctInstr: boolean }>;

export interface UnableToApplyV07 {
  readonly Assgnmt: CaseAssignment5;
  readonly Case?: Case5 | undefined;
  readonly Undrlyg: UnderlyingTransaction5Choice;
  readonly Justfn: UnableToApplyJustification3Choice;
  readonly SplmtryData?: readonly SupplementaryData1[] | undefined;
}

export interface Camt02600107 {
  readonly UblToApply: UnableToApplyV07;
}

export type ChargeBearerType1Code = 'DEBT' | 'CRED' | 'SHAR' | 'SLEV';

export type Instruction4Code = 'PHOA' | 'TELA';

export interface InstructionForNextAgent1 {
  readonly Cd?: Instruction4Code | undefined;
  readonly InstrInf?: string | undefined;
}

export type Instruction3Code = 'CHQB' | 'HOLD' | 'PHOB' | 'TELB';

export interface InstructionForCreditorAgent1 {
  readonly Cd?: Instruction3Code | undefined;
  readonly InstrInf?: string | undefined;
}

export interface PaymentComplementaryInformation8 {
  readonly InstrId?: string | undefined;
  readonly EndToEndId?: string | undefined;
  readonly TxId?: string | undefined;
  readonly PmtTpInf?: PaymentTypeInformation27 | undefined;
  readonly ReqdExctnDt?: DateAndDateTime2Choice | undefined;
  readonly ReqdColltnDt?: string | undefined;
  readonly IntrBkSttlmDt?: string | undefined;
  readonly Amt?: AmountType4Choice | undefined;
  readonly IntrBkSttlmAmt?: Amount | undefined;
  readonly ChrgBr?: ChargeBearerType1Code | undefined;
  readonly UltmtDbtr?: PartyIdentification135 | undefined;
  readonly Dbtr?: PartyIdentification135 | undefined;
  readonly DbtrAcct?: CashAccount38 | undefined;
  readonly DbtrAgt?: BranchAndFinancialInstitutionIdentification6 | undefined;
  readonly DbtrAgtAcct?: CashAccount38 | undefined;
  readonly SttlmInf?: SettlementInstruction7 | undefined;
  readonly IntrmyAgt1?: BranchAndFinancialInstitutionIdentification6 | undefined;
  readonly IntrmyAgt1Acct?: CashAccount38 | undefined;
  readonly IntrmyAgt2?: BranchAndFinancialInstitutionIdentification6 | undefined;
  readonly IntrmyAgt2Acct?: CashAccount38 | undefined;
  readonly IntrmyAgt3?: BranchAndFinancialInstitutionIdentification6 | undefined;
  readonly IntrmyAgt3Acct?: CashAccount38 | undefined;
  readonly CdtrAgt?: BranchAndFinancialInstitutionIdentification6 | undefined;
  readonly CdtrAgtAcct?: CashAccount38 | undefined;
  readonly Cdtr?: PartyIdentification135 | undefined;
  readonly CdtrAcct?: CashAccount38 | undefined;
  readonly UltmtCdtr?: PartyIdentification135 | undefined;
  readonly Purp?: OrganisationIdentificationSchemeName1Choice | undefined;
  readonly InstrForDbtrAgt?: string | undefined;
  readonly PrvsInstgAgt1?: BranchAndFinancialInstitutionIdentification6 | undefined;
  readonly PrvsInstgAgt1Acct?: CashAccount38 | undefined;
  readonly PrvsInstgAgt2?: BranchAndFinancialInstitutionIdentification6 | undefined;
  readonly PrvsInstgAgt2Acct?: CashAccount38 | undefined;
  readonly PrvsInstgAgt3?: BranchAndFinancialInstitutionIdentification6 | undefined;
  readonly PrvsInstgAgt3Acct?: CashAccount38 | undefined;
  readonly InstrForNxtAgt?: readonly InstructionForNextAgent1[] | undefined;
  readonly InstrForCdtrAgt?: readonly InstructionForCreditorAgent1[] | undefined;
  readonly RmtInf?: RemittanceInformation16 | undefined;
}

export interface AdditionalPaymentInformationV09 {
  readonly Assgnmt: CaseAssignment5;
  readonly Case?: Case5 | undefined;
  readonly Undrlyg: UnderlyingTransaction5Choice;
  readonly Inf: PaymentComplementaryInformation8;
  readonly SplmtryData?: readonly SupplementaryData1[] | undefined;
}

export interface Camt02800109 {
  readonly AddtlPmtInf: AdditionalPaymentInformationV09;
}

export type InvestigationStatus5Choice = OneOf<{ readonly Conf: string; readonly RjctdMod: readonly OrganisationIdentificationSchemeName1Choice[]; readonly DplctOf: Case5; readonly AssgnmtCxlConf: boolean }>;

export type GroupCancellationStatus1Code = 'PACR' | 'RJCR' | 'ACCR' | 'PDCR';

export interface CancellationStatusReason4 {
  readonly Orgtr?: PartyIdentification135 | undefined;
  readonly Rsn?: OrganisationIdentificationSchemeName1Choice | undefined;
  readonly AddtlInf?: readonly string[] | undefined;
}

export type TransactionIndividualStatus1Code = 'ACTC' | 'RJCT' | 'PDNG' | 'ACCP' | 'ACSP' | 'ACSC' | 'ACCR' | 'ACWC';

export interface NumberOfTransactionsPerStatus1 {
  readonly DtldNbOfTxs: string;
  readonly DtldSts: TransactionIndividualStatus1Code;
  readonly DtldCtrlSum?: string | undefined;
}

export interface OriginalGroupHeader14 {
  readonly OrgnlGrpCxlId?: string | undefined;
  readonly RslvdCase?: Case5 | undefined;
  readonly OrgnlMsgId: string;
  readonly OrgnlMsgNmId: string;
  readonly OrgnlCreDtTm?: string | undefined;
  readonly OrgnlNbOfTxs?: string | undefined;
  readonly OrgnlCtrlSum?: string | undefined;
  readonly GrpCxlSts?: GroupCancellationStatus1Code | undefined;
  readonly CxlStsRsnInf?: readonly CancellationStatusReason4[] | undefined;
  readonly NbOfTxsPerCxlSts?: readonly NumberOfTransactionsPerStatus1[] | undefined;
}

export type CancellationIndividualStatus1Code = 'RJCR' | 'ACCR' | 'PDCR';

export interface NumberOfCancellationsPerStatus1 {
  readonly DtldNbOfTxs: string;
  readonly DtldSts: CancellationIndividualStatus1Code;
  readonly DtldCtrlSum?: string | undefined;
}

export interface PaymentTransaction103 {
  readonly CxlStsId?: string | undefined;
  readonly RslvdCase?: Case5 | undefined;
  readonly OrgnlInstrId?: string | undefined;
  readonly OrgnlEndToEndId?: string | undefined;
  readonly UETR?: string | undefined;
  readonly TxCxlSts?: CancellationIndividualStatus1Code | undefined;
  readonly CxlStsRsnInf?: readonly CancellationStatusReason4[] | undefined;
  readonly OrgnlInstdAmt?: Amount | undefined;
  readonly OrgnlReqdExctnDt?: DateAndDateTime2Choice | undefined;
  readonly OrgnlReqdColltnDt?: string | undefined;
  readonly OrgnlTxRef?: OriginalTransactionReference28 | undefined;
}

export interface OriginalPaymentInstruction30 {
  readonly OrgnlPmtInfCxlId?: string | undefined;
  readonly RslvdCase?: Case5 | undefined;
  readonly OrgnlPmtInfId: string;
  readonly OrgnlGrpInf?: OriginalGroupInformation29 | undefined;
  readonly OrgnlNbOfTxs?: string | undefined;
  readonly OrgnlCtrlSum?: string | undefined;
  readonly PmtInfCxlSts?: GroupCancellationStatus1Code | undefined;
  readonly CxlStsRsnInf?: readonly CancellationStatusReason4[] | undefined;
  readonly NbOfTxsPerCxlSts?: readonly NumberOfCancellationsPerStatus1[] | undefined;
  readonly TxInfAndSts?: readonly PaymentTransaction103[] | undefined;
}

export interface Compensation2 {
  readonly Amt: Amount;
  readonly DbtrAgt: BranchAndFinancialInstitutionIdentification6;
  readonly CdtrAgt: BranchAndFinancialInstitutionIdentification6;
  readonly Rsn: OrganisationIdentificationSchemeName1Choice;
}

export interface Charges7 {
  readonly Amt: Amount;
  readonly Agt: BranchAndFinancialInstitutionIdentification6;
}

export interface ResolutionData1 {
  readonly EndToEndId?: string | undefined;
  readonly TxId?: string | undefined;
  readonly UETR?: string | undefined;
  readonly IntrBkSttlmAmt?: Amount | undefined;
  readonly IntrBkSttlmDt?: string | undefined;
  readonly ClrChanl?: ClearingChannel2Code | undefined;
  readonly Compstn?: Compensation2 | undefined;
  readonly Chrgs?: readonly Charges7[] | undefined;
}

export interface PaymentTransaction102 {
  readonly CxlStsId?: string | undefined;
  readonly RslvdCase?: Case5 | undefined;
  readonly OrgnlGrpInf?: OriginalGroupInformation29 | undefined;
  readonly OrgnlInstrId?: string | undefined;
  readonly OrgnlEndToEndId?: string | undefined;
  readonly OrgnlTxId?: string | undefined;
  readonly OrgnlClrSysRef?: string | undefined;
  readonly OrgnlUETR?: string | undefined;
  readonly TxCxlSts?: CancellationIndividualStatus1Code | undefined;
  readonly CxlStsRsnInf?: readonly CancellationStatusReason4[] | undefined;
  readonly RsltnRltdInf?: ResolutionData1 | undefined;
  readonly OrgnlIntrBkSttlmAmt?: Amount | undefined;
  readonly OrgnlIntrBkSttlmDt?: string | undefined;
  readonly Assgnr?: Party40Choice | undefined;
  readonly Assgne?: Party40Choice | undefined;
  readonly OrgnlTxRef?: OriginalTransactionReference28 | undefined;
}

export interface UnderlyingTransaction22 {
  readonly OrgnlGrpInfAndSts?: OriginalGroupHeader14 | undefined;
  readonly OrgnlPmtInfAndSts?: readonly OriginalPaymentInstruction30[] | undefined;
  readonly TxInfAndSts?: readonly PaymentTransaction102[] | undefined;
}

export interface PaymentTransaction107 {
  readonly ModStsId?: string | undefined;
  readonly RslvdCase?: Case5 | undefined;
  readonly OrgnlGrpInf: OriginalGroupInformation29;
  readonly OrgnlPmtInfId?: string | undefined;
  readonly OrgnlInstrId?: string | undefined;
  readonly OrgnlEndToEndId?: string | undefined;
  readonly OrgnlTxId?: string | undefined;
  readonly OrgnlClrSysRef?: string | undefined;
  readonly OrgnlUETR?: string | undefined;
  readonly ModStsRsnInf?: readonly CancellationStatusReason4[] | undefined;
  readonly RsltnRltdInf?: ResolutionData1 | undefined;
  readonly OrgnlIntrBkSttlmAmt?: Amount | undefined;
  readonly OrgnlIntrBkSttlmDt?: string | undefined;
  readonly Assgnr?: Party40Choice | undefined;
  readonly Assgne?: Party40Choice | undefined;
  readonly OrgnlTxRef?: OriginalTransactionReference28 | undefined;
}

export interface ClaimNonReceipt2 {
  readonly DtPrcd: string;
  readonly OrgnlNxtAgt?: BranchAndFinancialInstitutionIdentification6 | undefined;
}

export type ClaimNonReceipt2Choice = OneOf<{ readonly Accptd: ClaimNonReceipt2; readonly Rjctd: OrganisationIdentificationSchemeName1Choice }>;

export interface GenericIdentification3 {
  readonly Id: string;
  readonly Issr?: string | undefined;
}

export type ChargeType3Choice = OneOf<{ readonly Cd: string; readonly Prtry: GenericIdentification3 }>;

export interface TaxCharges2 {
  readonly Id?: string | undefined;
  readonly Rate?: string | undefined;
  readonly Amt?: Amount | undefined;
}

export interface ChargesRecord3 {
  readonly Amt: Amount;
  readonly CdtDbtInd?: CreditDebitCode | undefined;
  readonly ChrgInclInd?: boolean | undefined;
  readonly Tp?: ChargeType3Choice | undefined;
  readonly Rate?: string | undefined;
  readonly Br?: ChargeBearerType1Code | undefined;
  readonly Agt?: BranchAndFinancialInstitutionIdentification6 | undefined;
  readonly Tax?: TaxCharges2 | undefined;
}

export interface Charges6 {
  readonly TtlChrgsAndTaxAmt?: Amount | undefined;
  readonly Rcrd?: readonly ChargesRecord3[] | undefined;
}

export interface StatementResolutionEntry4 {
  readonly OrgnlGrpInf?: OriginalGroupInformation29 | undefined;
  readonly OrgnlStmtId?: string | undefined;
  readonly UETR?: string | undefined;
  readonly AcctSvcrRef?: string | undefined;
  readonly CrrctdAmt?: Amount | undefined;
  readonly Chrgs?: readonly Charges6[] | undefined;
  readonly Purp?: OrganisationIdentificationSchemeName1Choice | undefined;
}

export interface CorrectiveGroupInformation1 {
  readonly MsgId: string;
  readonly MsgNmId: string;
  readonly CreDtTm?: string | undefined;
}

export interface CorrectivePaymentInitiation4 {
  readonly GrpHdr?: CorrectiveGroupInformation1 | undefined;
  readonly PmtInfId?: string | undefined;
  readonly InstrId?: string | undefined;
  readonly EndToEndId?: string | undefined;
  readonly UETR?: string | undefined;
  readonly InstdAmt: Amount;
  readonly ReqdExctnDt?: DateAndDateTime2Choice | undefined;
  readonly ReqdColltnDt?: string | undefined;
}

export interface CorrectiveInterbankTransaction2 {
  readonly GrpHdr?: CorrectiveGroupInformation1 | undefined;
  readonly InstrId?: string | undefined;
  readonly EndToEndId?: string | undefined;
  readonly TxId?: string | undefined;
  readonly UETR?: string | undefined;
  readonly IntrBkSttlmAmt: Amount;
  readonly IntrBkSttlmDt: string;
}

export type CorrectiveTransaction4Choice = OneOf<{ readonly Initn: CorrectivePaymentInitiation4; readonly IntrBk: CorrectiveInterbankTransaction2 }>;

export interface ResolutionOfInvestigationV09 {
  readonly Assgnmt: CaseAssignment5;
  readonly RslvdCase?: Case5 | undefined;
  readonly Sts: InvestigationStatus5Choice;
  readonly CxlDtls?: readonly UnderlyingTransaction22[] | undefined;
  readonly ModDtls?: PaymentTransaction107 | undefined;
  readonly ClmNonRctDtls?: ClaimNonReceipt2Choice | undefined;
  readonly StmtDtls?: StatementResolutionEntry4 | undefined;
  readonly CrrctnTx?: CorrectiveTransaction4Choice | undefined;
  readonly RsltnRltdInf?: ResolutionData1 | undefined;
  readonly SplmtryData?: readonly SupplementaryData1[] | undefined;
}

export interface Camt02900109 {
  readonly RsltnOfInvstgtn: ResolutionOfInvestigationV09;
}

export interface CashAccount40 {
  readonly Id?: AccountIdentification4Choice | undefined;
  readonly Tp?: OrganisationIdentificationSchemeName1Choice | undefined;
  readonly Ccy?: string | undefined;
  readonly Nm?: string | undefined;
  readonly Prxy?: ProxyAccountIdentification1 | undefined;
}

export interface SettlementInstruction11 {
  readonly SttlmMtd: SettlementMethod1Code;
  readonly SttlmAcct?: CashAccount40 | undefined;
  readonly ClrSys?: ClearingSystemIdentification3Choice | undefined;
  readonly InstgRmbrsmntAgt?: BranchAndFinancialInstitutionIdentification6 | undefined;
  readonly InstgRmbrsmntAgtAcct?: CashAccount40 | undefined;
  readonly InstdRmbrsmntAgt?: BranchAndFinancialInstitutionIdentification6 | undefined;
  readonly InstdRmbrsmntAgtAcct?: CashAccount40 | undefined;
  readonly ThrdRmbrsmntAgt?: BranchAndFinancialInstitutionIdentification6 | undefined;
  readonly ThrdRmbrsmntAgtAcct?: CashAccount40 | undefined;
}

export interface AmendmentInformationDetails14 {
  readonly OrgnlMndtId?: string | undefined;
  readonly OrgnlCdtrSchmeId?: PartyIdentification135 | undefined;
  readonly OrgnlCdtrAgt?: BranchAndFinancialInstitutionIdentification6 | undefined;
  readonly OrgnlCdtrAgtAcct?: CashAccount40 | undefined;
  readonly OrgnlDbtr?: PartyIdentification135 | undefined;
  readonly OrgnlDbtrAcct?: CashAccount40 | undefined;
  readonly OrgnlDbtrAgt?: BranchAndFinancialInstitutionIdentification6 | undefined;
  readonly OrgnlDbtrAgtAcct?: CashAccount40 | undefined;
  readonly OrgnlFnlColltnDt?: string | undefined;
  readonly OrgnlFrqcy?: Frequency36Choice | undefined;
  readonly OrgnlRsn?: MandateSetupReason1Choice | undefined;
  readonly OrgnlTrckgDays?: string | undefined;
}

export interface MandateRelatedInformation15 {
  readonly MndtId?: string | undefined;
  readonly DtOfSgntr?: string | undefined;
  readonly AmdmntInd?: boolean | undefined;
  readonly AmdmntInfDtls?: AmendmentInformationDetails14 | undefined;
  readonly ElctrncSgntr?: string | undefined;
  readonly FrstColltnDt?: string | undefined;
  readonly FnlColltnDt?: string | undefined;
  readonly Frqcy?: Frequency36Choice | undefined;
  readonly Rsn?: MandateSetupReason1Choice | undefined;
  readonly TrckgDays?: string | undefined;
}

export type MandateClassification1Code = 'FIXE' | 'USGB' | 'VARI';

export type MandateClassification1Choice = OneOf<{ readonly Cd: MandateClassification1Code; readonly Prtry: string }>;

export interface MandateTypeInformation2 {
  readonly SvcLvl?: OrganisationIdentificationSchemeName1Choice | undefined;
  readonly LclInstrm?: LocalInstrument2Choice | undefined;
  readonly CtgyPurp?: OrganisationIdentificationSchemeName1Choice | undefined;
  readonly Clssfctn?: MandateClassification1Choice | undefined;
}

export interface CreditTransferMandateData1 {
  readonly MndtId?: string | undefined;
  readonly Tp?: MandateTypeInformation2 | undefined;
  readonly DtOfSgntr?: string | undefined;
  readonly DtOfVrfctn?: string | undefined;
  readonly ElctrncSgntr?: string | undefined;
  readonly FrstPmtDt?: string | undefined;
  readonly FnlPmtDt?: string | undefined;
  readonly Frqcy?: Frequency36Choice | undefined;
  readonly Rsn?: MandateSetupReason1Choice | undefined;
}

export type MandateRelatedData2Choice = OneOf<{ readonly DrctDbtMndt?: MandateRelatedInformation15 | undefined; readonly CdtTrfMndt?: CreditTransferMandateData1 | undefined }>;

export interface TaxPeriod3 {
  readonly Yr?: string | undefined;
  readonly Tp?: TaxRecordPeriod1Code | undefined;
  readonly FrToDt?: DatePeriod2 | undefined;
}

export interface TaxRecordDetails3 {
  readonly Prd?: TaxPeriod3 | undefined;
  readonly Amt: Amount;
}

export interface TaxAmount3 {
  readonly Rate?: string | undefined;
  readonly TaxblBaseAmt?: Amount | undefined;
  readonly TtlAmt?: Amount | undefined;
  readonly Dtls?: readonly TaxRecordDetails3[] | undefined;
}

export interface TaxRecord3 {
  readonly Tp?: string | undefined;
  readonly Ctgy?: string | undefined;
  readonly CtgyDtls?: string | undefined;
  readonly DbtrSts?: string | undefined;
  readonly CertId?: string | undefined;
  readonly FrmsCd?: string | undefined;
  readonly Prd?: TaxPeriod3 | undefined;
  readonly TaxAmt?: TaxAmount3 | undefined;
  readonly AddtlInf?: string | undefined;
}

export interface TaxData1 {
  readonly Cdtr?: TaxParty1 | undefined;
  readonly Dbtr?: TaxParty2 | undefined;
  readonly UltmtDbtr?: TaxParty2 | undefined;
  readonly AdmstnZone?: string | undefined;
  readonly RefNb?: string | undefined;
  readonly Mtd?: string | undefined;
  readonly TtlTaxblBaseAmt?: Amount | undefined;
  readonly TtlTaxAmt?: Amount | undefined;
  readonly Dt?: string | undefined;
  readonly SeqNb?: string | undefined;
  readonly Rcrd?: readonly TaxRecord3[] | undefined;
}

export interface StructuredRemittanceInformation17 {
  readonly RfrdDocInf?: readonly ReferredDocumentInformation7[] | undefined;
  readonly RfrdDocAmt?: RemittanceAmount3 | undefined;
  readonly CdtrRefInf?: CreditorReferenceInformation2 | undefined;
  readonly Invcr?: PartyIdentification135 | undefined;
  readonly Invcee?: PartyIdentification135 | undefined;
  readonly TaxRmt?: TaxData1 | undefined;
  readonly GrnshmtRmt?: Garnishment3 | undefined;
  readonly AddtlRmtInf?: readonly string[] | undefined;
}

export interface RemittanceInformation21 {
  readonly Ustrd?: readonly string[] | undefined;
  readonly Strd?: readonly StructuredRemittanceInformation17[] | undefined;
}

export interface OriginalTransactionReference35 {
  readonly IntrBkSttlmAmt?: Amount | undefined;
  readonly Amt?: AmountType4Choice | undefined;
  readonly IntrBkSttlmDt?: string | undefined;
  readonly ReqdColltnDt?: string | undefined;
  readonly ReqdExctnDt?: DateAndDateTime2Choice | undefined;
  readonly CdtrSchmeId?: PartyIdentification135 | undefined;
  readonly SttlmInf?: SettlementInstruction11 | undefined;
  readonly PmtTpInf?: PaymentTypeInformation27 | undefined;
  readonly PmtMtd?: PaymentMethod4Code | undefined;
  readonly MndtRltdInf?: MandateRelatedData2Choice | undefined;
  readonly RmtInf?: RemittanceInformation21 | undefined;
  readonly UltmtDbtr?: Party40Choice | undefined;
  readonly Dbtr?: Party40Choice | undefined;
  readonly DbtrAcct?: CashAccount40 | undefined;
  readonly DbtrAgt?: BranchAndFinancialInstitutionIdentification6 | undefined;
  readonly DbtrAgtAcct?: CashAccount40 | undefined;
  readonly CdtrAgt?: BranchAndFinancialInstitutionIdentification6 | undefined;
  readonly CdtrAgtAcct?: CashAccount40 | undefined;
  readonly Cdtr?: Party40Choice | undefined;
  readonly CdtrAcct?: CashAccount40 | undefined;
  readonly UltmtCdtr?: Party40Choice | undefined;
  readonly Purp?: OrganisationIdentificationSchemeName1Choice | undefined;
}

export interface PaymentTransaction139 {
  readonly CxlStsId?: string | undefined;
  readonly RslvdCase?: Case5 | undefined;
  readonly OrgnlInstrId?: string | undefined;
  readonly OrgnlEndToEndId?: string | undefined;
  readonly UETR?: string | undefined;
  readonly TxCxlSts?: CancellationIndividualStatus1Code | undefined;
  readonly CxlStsRsnInf?: readonly CancellationStatusReason4[] | undefined;
  readonly OrgnlInstdAmt?: Amount | undefined;
  readonly OrgnlReqdExctnDt?: DateAndDateTime2Choice | undefined;
  readonly OrgnlReqdColltnDt?: string | undefined;
  readonly OrgnlTxRef?: OriginalTransactionReference35 | undefined;
}

export interface OriginalPaymentInstruction43 {
  readonly OrgnlPmtInfCxlId?: string | undefined;
  readonly RslvdCase?: Case5 | undefined;
  readonly OrgnlPmtInfId: string;
  readonly OrgnlGrpInf?: OriginalGroupInformation29 | undefined;
  readonly OrgnlNbOfTxs?: string | undefined;
  readonly OrgnlCtrlSum?: string | undefined;
  readonly PmtInfCxlSts?: GroupCancellationStatus1Code | undefined;
  readonly CxlStsRsnInf?: readonly CancellationStatusReason4[] | undefined;
  readonly NbOfTxsPerCxlSts?: readonly NumberOfCancellationsPerStatus1[] | undefined;
  readonly TxInfAndSts?: readonly PaymentTransaction139[] | undefined;
}

export interface Compensation4 {
  readonly Amt: Amount;
  readonly DbtrAgt: BranchAndFinancialInstitutionIdentification6;
  readonly DbtrAgtAcct?: CashAccount40 | undefined;
  readonly CdtrAgt: BranchAndFinancialInstitutionIdentification6;
  readonly CdtrAgtAcct?: CashAccount40 | undefined;
  readonly Rsn: OrganisationIdentificationSchemeName1Choice;
}

export interface Charges9 {
  readonly Amt: Amount;
  readonly Agt: BranchAndFinancialInstitutionIdentification6;
  readonly AgtAcct?: CashAccount40 | undefined;
}

export interface ResolutionData3 {
  readonly EndToEndId?: string | undefined;
  readonly TxId?: string | undefined;
  readonly UETR?: string | undefined;
  readonly IntrBkSttlmAmt?: Amount | undefined;
  readonly IntrBkSttlmDt?: string | undefined;
  readonly ClrChanl?: ClearingChannel2Code | undefined;
  readonly Compstn?: Compensation4 | undefined;
  readonly Chrgs?: readonly Charges9[] | undefined;
}

export interface PaymentTransaction138 {
  readonly CxlStsId?: string | undefined;
  readonly RslvdCase?: Case5 | undefined;
  readonly OrgnlGrpInf?: OriginalGroupInformation29 | undefined;
  readonly OrgnlInstrId?: string | undefined;
  readonly OrgnlEndToEndId?: string | undefined;
  readonly OrgnlTxId?: string | undefined;
  readonly OrgnlClrSysRef?: string | undefined;
  readonly OrgnlUETR?: string | undefined;
  readonly TxCxlSts?: CancellationIndividualStatus1Code | undefined;
  readonly CxlStsRsnInf?: readonly CancellationStatusReason4[] | undefined;
  readonly RsltnRltdInf?: ResolutionData3 | undefined;
  readonly OrgnlIntrBkSttlmAmt?: Amount | undefined;
  readonly OrgnlIntrBkSttlmDt?: string | undefined;
  readonly Assgnr?: Party40Choice | undefined;
  readonly Assgne?: Party40Choice | undefined;
  readonly OrgnlTxRef?: OriginalTransactionReference35 | undefined;
}

export interface UnderlyingTransaction29 {
  readonly OrgnlGrpInfAndSts?: OriginalGroupHeader14 | undefined;
  readonly OrgnlPmtInfAndSts?: readonly OriginalPaymentInstruction43[] | undefined;
  readonly TxInfAndSts?: readonly PaymentTransaction138[] | undefined;
}

export interface PaymentTransaction132 {
  readonly ModStsId?: string | undefined;
  readonly RslvdCase?: Case5 | undefined;
  readonly OrgnlGrpInf: OriginalGroupInformation29;
  readonly OrgnlPmtInfId?: string | undefined;
  readonly OrgnlInstrId?: string | undefined;
  readonly OrgnlEndToEndId?: string | undefined;
  readonly OrgnlTxId?: string | undefined;
  readonly OrgnlClrSysRef?: string | undefined;
  readonly OrgnlUETR?: string | undefined;
  readonly ModStsRsnInf?: readonly CancellationStatusReason4[] | undefined;
  readonly RsltnRltdInf?: ResolutionData3 | undefined;
  readonly OrgnlIntrBkSttlmAmt?: Amount | undefined;
  readonly OrgnlIntrBkSttlmDt?: string | undefined;
  readonly Assgnr?: Party40Choice | undefined;
  readonly Assgne?: Party40Choice | undefined;
  readonly OrgnlTxRef?: OriginalTransactionReference35 | undefined;
}

export interface ResolutionOfInvestigationV11 {
  readonly Assgnmt: CaseAssignment5;
  readonly RslvdCase?: Case5 | undefined;
  readonly Sts: InvestigationStatus5Choice;
  readonly CxlDtls?: readonly UnderlyingTransaction29[] | undefined;
  readonly ModDtls?: PaymentTransaction132 | undefined;
  readonly ClmNonRctDtls?: ClaimNonReceipt2Choice | undefined;
  readonly StmtDtls?: StatementResolutionEntry4 | undefined;
  readonly CrrctnTx?: CorrectiveTransaction4Choice | undefined;
  readonly RsltnRltdInf?: ResolutionData3 | undefined;
  readonly SplmtryData?: readonly SupplementaryData1[] | undefined;
}

export interface Camt02900111 {
  readonly RsltnOfInvstgtn: ResolutionOfInvestigationV11;
}

export interface PostalAddress6 {
  readonly AdrTp?: AddressType2Code | undefined;
  readonly Dept?: string | undefined;
  readonly SubDept?: string | undefined;
  readonly StrtNm?: string | undefined;
  readonly BldgNb?: string | undefined;
  readonly PstCd?: string | undefined;
  readonly TwnNm?: string | undefined;
  readonly CtrySubDvsn?: string | undefined;
  readonly Ctry?: string | undefined;
  readonly AdrLine?: readonly string[] | undefined;
}

export interface OrganisationIdentification4 {
  readonly BICOrBEI?: string | undefined;
  readonly Othr?: readonly GenericOrganisationIdentification1[] | undefined;
}

export type Party6Choice = OneOf<{ readonly OrgId: OrganisationIdentification4; readonly PrvtId: PersonIdentification13 }>;

export type NamePrefix1Code = 'DOCT' | 'MIST' | 'MISS' | 'MADM';

export interface ContactDetails2 {
  readonly NmPrfx?: NamePrefix1Code | undefined;
  readonly Nm?: string | undefined;
  readonly PhneNb?: string | undefined;
  readonly MobNb?: string | undefined;
  readonly FaxNb?: string | undefined;
  readonly EmailAdr?: string | undefined;
  readonly Othr?: string | undefined;
}

export interface PartyIdentification32 {
  readonly Nm?: string | undefined;
  readonly PstlAdr?: PostalAddress6 | undefined;
  readonly Id?: Party6Choice | undefined;
  readonly CtryOfRes?: string | undefined;
  readonly CtctDtls?: ContactDetails2 | undefined;
}

export interface Pagination {
  readonly PgNb: string;
  readonly LastPgInd: boolean;
}

export interface GroupHeader42 {
  readonly MsgId: string;
  readonly CreDtTm: string;
  readonly MsgRcpt?: PartyIdentification32 | undefined;
  readonly MsgPgntn?: Pagination | undefined;
  readonly AddtlInf?: string | undefined;
}

export interface DateTimePeriodDetails {
  readonly FrDtTm: string;
  readonly ToDtTm: string;
}

export type CopyDuplicate1Code = 'CODU' | 'COPY' | 'DUPL';

export type CashAccountType4Code = 'CASH' | 'CHAR' | 'COMM' | 'TAXE' | 'CISH' | 'TRAS' | 'SACC' | 'CACC' | 'SVGS' | 'ONDP' | 'MGLD' | 'NREX' | 'MOMA' | 'LOAN' | 'SLRY' | 'ODFT';

export type CashAccountType2 = OneOf<{ readonly Cd: CashAccountType4Code; readonly Prtry: string }>;

export interface FinancialInstitutionIdentification7 {
  readonly BIC?: string | undefined;
  readonly ClrSysMmbId?: ClearingSystemMemberIdentification2 | undefined;
  readonly Nm?: string | undefined;
  readonly PstlAdr?: PostalAddress6 | undefined;
  readonly Othr?: GenericOrganisationIdentification1 | undefined;
}

export interface BranchData2 {
  readonly Id?: string | undefined;
  readonly Nm?: string | undefined;
  readonly PstlAdr?: PostalAddress6 | undefined;
}

export interface BranchAndFinancialInstitutionIdentification4 {
  readonly FinInstnId: FinancialInstitutionIdentification7;
  readonly BrnchId?: BranchData2 | undefined;
}

export interface CashAccount20 {
  readonly Id: AccountIdentification4Choice;
  readonly Tp?: CashAccountType2 | undefined;
  readonly Ccy?: string | undefined;
  readonly Nm?: string | undefined;
  readonly Ownr?: PartyIdentification32 | undefined;
  readonly Svcr?: BranchAndFinancialInstitutionIdentification4 | undefined;
}

export interface CashAccount16 {
  readonly Id: AccountIdentification4Choice;
  readonly Tp?: CashAccountType2 | undefined;
  readonly Ccy?: string | undefined;
  readonly Nm?: string | undefined;
}

export type InterestType1Code = 'INDY' | 'OVRN';

export type InterestType1Choice = OneOf<{ readonly Cd: InterestType1Code; readonly Prtry: string }>;

export type RateType4Choice = OneOf<{ readonly Pctg: string; readonly Othr: string }>;

export interface AmountRangeBoundary1 {
  readonly BdryAmt: string;
  readonly Incl: boolean;
}

export interface FromToAmountRange {
  readonly FrAmt: AmountRangeBoundary1;
  readonly ToAmt: AmountRangeBoundary1;
}

export type ImpliedCurrencyAmountRangeChoice = OneOf<{ readonly FrAmt: AmountRangeBoundary1; readonly ToAmt: AmountRangeBoundary1; readonly FrToAmt: FromToAmountRange; readonly EQAmt: string; readonly NEQAmt: string }>;

export interface CurrencyAndAmountRange2 {
  readonly Amt: ImpliedCurrencyAmountRangeChoice;
  readonly CdtDbtInd?: CreditDebitCode | undefined;
  readonly Ccy: string;
}

export interface Rate3 {
  readonly Tp: RateType4Choice;
  readonly VldtyRg?: CurrencyAndAmountRange2 | undefined;
}

export interface AccountInterest2 {
  readonly Tp?: InterestType1Choice | undefined;
  readonly Rate?: readonly Rate3[] | undefined;
  readonly FrToDt?: DateTimePeriodDetails | undefined;
  readonly Rsn?: string | undefined;
}

export type BalanceType12Code = 'XPCD' | 'OPAV' | 'ITAV' | 'CLAV' | 'FWAV' | 'CLBD' | 'ITBD' | 'OPBD' | 'PRCD' | 'INFO';

export type BalanceType5Choice = OneOf<{ readonly Cd: BalanceType12Code; readonly Prtry: string }>;

export interface BalanceType12 {
  readonly CdOrPrtry: BalanceType5Choice;
  readonly SubTp?: OrganisationIdentificationSchemeName1Choice | undefined;
}

export interface CreditLine2 {
  readonly Incl: boolean;
  readonly Amt?: Amount | undefined;
}

export type CashBalanceAvailabilityDate1 = OneOf<{ readonly NbOfDays: string; readonly ActlDt: string }>;

export interface CashBalanceAvailability2 {
  readonly Dt: CashBalanceAvailabilityDate1;
  readonly Amt: Amount;
  readonly CdtDbtInd: CreditDebitCode;
}

export interface CashBalance3 {
  readonly Tp: BalanceType12;
  readonly CdtLine?: CreditLine2 | undefined;
  readonly Amt: Amount;
  readonly CdtDbtInd: CreditDebitCode;
  readonly Dt: DateAndDateTime2Choice;
  readonly Avlbty?: readonly CashBalanceAvailability2[] | undefined;
}

export interface NumberAndSumOfTransactions2 {
  readonly NbOfNtries?: string | undefined;
  readonly Sum?: string | undefined;
  readonly TtlNetNtryAmt?: string | undefined;
  readonly CdtDbtInd?: CreditDebitCode | undefined;
}

export interface NumberAndSumOfTransactions1 {
  readonly NbOfNtries?: string | undefined;
  readonly Sum?: string | undefined;
}

export interface BankTransactionCodeStructure6 {
  readonly Cd: string;
  readonly SubFmlyCd: string;
}

export interface BankTransactionCodeStructure5 {
  readonly Cd: string;
  readonly Fmly: BankTransactionCodeStructure6;
}

export interface ProprietaryBankTransactionCodeStructure1 {
  readonly Cd: string;
  readonly Issr?: string | undefined;
}

export interface BankTransactionCodeStructure4 {
  readonly Domn?: BankTransactionCodeStructure5 | undefined;
  readonly Prtry?: ProprietaryBankTransactionCodeStructure1 | undefined;
}

export interface TotalsPerBankTransactionCode2 {
  readonly NbOfNtries?: string | undefined;
  readonly Sum?: string | undefined;
  readonly TtlNetNtryAmt?: string | undefined;
  readonly CdtDbtInd?: CreditDebitCode | undefined;
  readonly FcstInd?: boolean | undefined;
  readonly BkTxCd: BankTransactionCodeStructure4;
  readonly Avlbty?: readonly CashBalanceAvailability2[] | undefined;
}

export interface TotalTransactions2 {
  readonly TtlNtries?: NumberAndSumOfTransactions2 | undefined;
  readonly TtlCdtNtries?: NumberAndSumOfTransactions1 | undefined;
  readonly TtlDbtNtries?: NumberAndSumOfTransactions1 | undefined;
  readonly TtlNtriesPerBkTxCd?: readonly TotalsPerBankTransactionCode2[] | undefined;
}

export type EntryStatus2Code = 'BOOK' | 'PDNG' | 'INFO';

export interface MessageIdentification2 {
  readonly MsgNmId?: string | undefined;
  readonly MsgId?: string | undefined;
}

export interface CurrencyExchange5 {
  readonly SrcCcy: string;
  readonly TrgtCcy?: string | undefined;
  readonly UnitCcy?: string | undefined;
  readonly XchgRate: string;
  readonly CtrctId?: string | undefined;
  readonly QtnDt?: string | undefined;
}

export interface AmountAndCurrencyExchangeDetails3 {
  readonly Amt: Amount;
  readonly CcyXchg?: CurrencyExchange5 | undefined;
}

export interface AmountAndCurrencyExchangeDetails4 {
  readonly Tp: string;
  readonly Amt: Amount;
  readonly CcyXchg?: CurrencyExchange5 | undefined;
}

export interface AmountAndCurrencyExchange3 {
  readonly InstdAmt?: AmountAndCurrencyExchangeDetails3 | undefined;
  readonly TxAmt?: AmountAndCurrencyExchangeDetails3 | undefined;
  readonly CntrValAmt?: AmountAndCurrencyExchangeDetails3 | undefined;
  readonly AnncdPstngAmt?: AmountAndCurrencyExchangeDetails3 | undefined;
  readonly PrtryAmt?: readonly AmountAndCurrencyExchangeDetails4[] | undefined;
}

export type ChargeType1Code = 'BRKF' | 'COMM';

export type ChargeType2Choice = OneOf<{ readonly Cd: ChargeType1Code; readonly Prtry: GenericIdentification3 }>;

export interface ChargesInformation6 {
  readonly TtlChrgsAndTaxAmt?: Amount | undefined;
  readonly Amt: Amount;
  readonly CdtDbtInd?: CreditDebitCode | undefined;
  readonly Tp?: ChargeType2Choice | undefined;
  readonly Rate?: string | undefined;
  readonly Br?: ChargeBearerType1Code | undefined;
  readonly Pty?: BranchAndFinancialInstitutionIdentification4 | undefined;
  readonly Tax?: TaxCharges2 | undefined;
}

export interface TransactionInterest2 {
  readonly Amt: Amount;
  readonly CdtDbtInd: CreditDebitCode;
  readonly Tp?: InterestType1Choice | undefined;
  readonly Rate?: readonly Rate3[] | undefined;
  readonly FrToDt?: DateTimePeriodDetails | undefined;
  readonly Rsn?: string | undefined;
}

export interface BatchInformation2 {
  readonly MsgId?: string | undefined;
  readonly PmtInfId?: string | undefined;
  readonly NbOfTxs?: string | undefined;
  readonly TtlAmt?: Amount | undefined;
  readonly CdtDbtInd?: CreditDebitCode | undefined;
}

export interface ProprietaryReference1 {
  readonly Tp: string;
  readonly Ref: string;
}

export interface TransactionReferences2 {
  readonly MsgId?: string | undefined;
  readonly AcctSvcrRef?: string | undefined;
  readonly PmtInfId?: string | undefined;
  readonly InstrId?: string | undefined;
  readonly EndToEndId?: string | undefined;
  readonly TxId?: string | undefined;
  readonly MndtId?: string | undefined;
  readonly ChqNb?: string | undefined;
  readonly ClrSysRef?: string | undefined;
  readonly Prtry?: ProprietaryReference1 | undefined;
}

export interface ProprietaryParty2 {
  readonly Tp: string;
  readonly Pty: PartyIdentification32;
}

export interface TransactionParty2 {
  readonly InitgPty?: PartyIdentification32 | undefined;
  readonly Dbtr?: PartyIdentification32 | undefined;
  readonly DbtrAcct?: CashAccount16 | undefined;
  readonly UltmtDbtr?: PartyIdentification32 | undefined;
  readonly Cdtr?: PartyIdentification32 | undefined;
  readonly CdtrAcct?: CashAccount16 | undefined;
  readonly UltmtCdtr?: PartyIdentification32 | undefined;
  readonly TradgPty?: PartyIdentification32 | undefined;
  readonly Prtry?: readonly ProprietaryParty2[] | undefined;
}

export interface ProprietaryAgent2 {
  readonly Tp: string;
  readonly Agt: BranchAndFinancialInstitutionIdentification4;
}

export interface TransactionAgents2 {
  readonly DbtrAgt?: BranchAndFinancialInstitutionIdentification4 | undefined;
  readonly CdtrAgt?: BranchAndFinancialInstitutionIdentification4 | undefined;
  readonly IntrmyAgt1?: BranchAndFinancialInstitutionIdentification4 | undefined;
  readonly IntrmyAgt2?: BranchAndFinancialInstitutionIdentification4 | undefined;
  readonly IntrmyAgt3?: BranchAndFinancialInstitutionIdentification4 | undefined;
  readonly RcvgAgt?: BranchAndFinancialInstitutionIdentification4 | undefined;
  readonly DlvrgAgt?: BranchAndFinancialInstitutionIdentification4 | undefined;
  readonly IssgAgt?: BranchAndFinancialInstitutionIdentification4 | undefined;
  readonly SttlmPlc?: BranchAndFinancialInstitutionIdentification4 | undefined;
  readonly Prtry?: readonly ProprietaryAgent2[] | undefined;
}

export type RemittanceLocationMethod2Code = 'FAXI' | 'EDIC' | 'URID' | 'EMAL' | 'POST' | 'SMSM';

export interface NameAndAddress10 {
  readonly Nm: string;
  readonly Adr: PostalAddress6;
}

export interface RemittanceLocation2 {
  readonly RmtId?: string | undefined;
  readonly RmtLctnMtd?: RemittanceLocationMethod2Code | undefined;
  readonly RmtLctnElctrncAdr?: string | undefined;
  readonly RmtLctnPstlAdr?: NameAndAddress10 | undefined;
}

export type DocumentType5Code = 'MSIN' | 'CNFA' | 'DNFA' | 'CINV' | 'CREN' | 'DEBN' | 'HIRI' | 'SBIN' | 'CMCN' | 'SOAC' | 'DISP' | 'BOLD' | 'VCHR' | 'AROI' | 'TSUT';

export type ReferredDocumentType1Choice = OneOf<{ readonly Cd: DocumentType5Code; readonly Prtry: string }>;

export interface ReferredDocumentType2 {
  readonly CdOrPrtry: ReferredDocumentType1Choice;
  readonly Issr?: string | undefined;
}

export interface ReferredDocumentInformation3 {
  readonly Tp?: ReferredDocumentType2 | undefined;
  readonly Nb?: string | undefined;
  readonly RltdDt?: string | undefined;
}

export interface RemittanceAmount1 {
  readonly DuePyblAmt?: Amount | undefined;
  readonly DscntApldAmt?: Amount | undefined;
  readonly CdtNoteAmt?: Amount | undefined;
  readonly TaxAmt?: Amount | undefined;
  readonly AdjstmntAmtAndRsn?: readonly DocumentAdjustment1[] | undefined;
  readonly RmtdAmt?: Amount | undefined;
}

export interface StructuredRemittanceInformation7 {
  readonly RfrdDocInf?: readonly ReferredDocumentInformation3[] | undefined;
  readonly RfrdDocAmt?: RemittanceAmount1 | undefined;
  readonly CdtrRefInf?: CreditorReferenceInformation2 | undefined;
  readonly Invcr?: PartyIdentification32 | undefined;
  readonly Invcee?: PartyIdentification32 | undefined;
  readonly AddtlRmtInf?: readonly string[] | undefined;
}

export interface RemittanceInformation5 {
  readonly Ustrd?: readonly string[] | undefined;
  readonly Strd?: readonly StructuredRemittanceInformation7[] | undefined;
}

export interface ProprietaryDate2 {
  readonly Tp: string;
  readonly Dt: DateAndDateTime2Choice;
}

export interface TransactionDates2 {
  readonly AccptncDtTm?: string | undefined;
  readonly TradActvtyCtrctlSttlmDt?: string | undefined;
  readonly TradDt?: string | undefined;
  readonly IntrBkSttlmDt?: string | undefined;
  readonly StartDt?: string | undefined;
  readonly EndDt?: string | undefined;
  readonly TxDtTm?: string | undefined;
  readonly Prtry?: readonly ProprietaryDate2[] | undefined;
}

export interface ProprietaryPrice2 {
  readonly Tp: string;
  readonly Pric: Amount;
}

export type TransactionPrice2Choice = OneOf<{ readonly DealPric: Amount; readonly Prtry: readonly ProprietaryPrice2[] }>;

export type FinancialInstrumentQuantityChoice = OneOf<{ readonly Unit: string; readonly FaceAmt: string; readonly AmtsdVal: string }>;

export interface ProprietaryQuantity1 {
  readonly Tp: string;
  readonly Qty: string;
}

export type TransactionQuantities1Choice = OneOf<{ readonly Qty: FinancialInstrumentQuantityChoice; readonly Prtry: ProprietaryQuantity1 }>;

export interface AlternateSecurityIdentification2 {
  readonly Tp: string;
  readonly Id: string;
}

export type SecurityIdentification4Choice = OneOf<{ readonly ISIN: string; readonly Prtry: AlternateSecurityIdentification2 }>;

export interface TaxInformation3 {
  readonly Cdtr?: TaxParty1 | undefined;
  readonly Dbtr?: TaxParty2 | undefined;
  readonly AdmstnZn?: string | undefined;
  readonly RefNb?: string | undefined;
  readonly Mtd?: string | undefined;
  readonly TtlTaxblBaseAmt?: Amount | undefined;
  readonly TtlTaxAmt?: Amount | undefined;
  readonly Dt?: string | undefined;
  readonly SeqNb?: string | undefined;
  readonly Rcrd?: readonly TaxRecord2[] | undefined;
}

export interface ReturnReasonInformation10 {
  readonly OrgnlBkTxCd?: BankTransactionCodeStructure4 | undefined;
  readonly Orgtr?: PartyIdentification32 | undefined;
  readonly Rsn?: OrganisationIdentificationSchemeName1Choice | undefined;
  readonly AddtlInf?: readonly string[] | undefined;
}

export interface CorporateAction1 {
  readonly Cd?: string | undefined;
  readonly Nb?: string | undefined;
  readonly Prtry?: string | undefined;
}

export interface EntryTransaction2 {
  readonly Refs?: TransactionReferences2 | undefined;
  readonly AmtDtls?: AmountAndCurrencyExchange3 | undefined;
  readonly Avlbty?: readonly CashBalanceAvailability2[] | undefined;
  readonly BkTxCd?: BankTransactionCodeStructure4 | undefined;
  readonly Chrgs?: readonly ChargesInformation6[] | undefined;
  readonly Intrst?: readonly TransactionInterest2[] | undefined;
  readonly RltdPties?: TransactionParty2 | undefined;
  readonly RltdAgts?: TransactionAgents2 | undefined;
  readonly Purp?: OrganisationIdentificationSchemeName1Choice | undefined;
  readonly RltdRmtInf?: readonly RemittanceLocation2[] | undefined;
  readonly RmtInf?: RemittanceInformation5 | undefined;
  readonly RltdDts?: TransactionDates2 | undefined;
  readonly RltdPric?: TransactionPrice2Choice | undefined;
  readonly RltdQties?: readonly TransactionQuantities1Choice[] | undefined;
  readonly FinInstrmId?: SecurityIdentification4Choice | undefined;
  readonly Tax?: TaxInformation3 | undefined;
  readonly RtrInf?: ReturnReasonInformation10 | undefined;
  readonly CorpActn?: CorporateAction1 | undefined;
  readonly SfkpgAcct?: CashAccount16 | undefined;
  readonly AddtlTxInf?: string | undefined;
}

export interface EntryDetails1 {
  readonly Btch?: BatchInformation2 | undefined;
  readonly TxDtls?: readonly EntryTransaction2[] | undefined;
}

export interface ReportEntry2 {
  readonly NtryRef?: string | undefined;
  readonly Amt: Amount;
  readonly CdtDbtInd: CreditDebitCode;
  readonly RvslInd?: boolean | undefined;
  readonly Sts: EntryStatus2Code;
  readonly BookgDt?: DateAndDateTime2Choice | undefined;
  readonly ValDt?: DateAndDateTime2Choice | undefined;
  readonly AcctSvcrRef?: string | undefined;
  readonly Avlbty?: readonly CashBalanceAvailability2[] | undefined;
  readonly BkTxCd: BankTransactionCodeStructure4;
  readonly ComssnWvrInd?: boolean | undefined;
  readonly AddtlInfInd?: MessageIdentification2 | undefined;
  readonly AmtDtls?: AmountAndCurrencyExchange3 | undefined;
  readonly Chrgs?: readonly ChargesInformation6[] | undefined;
  readonly TechInptChanl?: OrganisationIdentificationSchemeName1Choice | undefined;
  readonly Intrst?: readonly TransactionInterest2[] | undefined;
  readonly NtryDtls?: readonly EntryDetails1[] | undefined;
  readonly AddtlNtryInf?: string | undefined;
}

export interface AccountReport11 {
  readonly Id: string;
  readonly ElctrncSeqNb?: string | undefined;
  readonly LglSeqNb?: string | undefined;
  readonly CreDtTm: string;
  readonly FrToDt?: DateTimePeriodDetails | undefined;
  readonly CpyDplctInd?: CopyDuplicate1Code | undefined;
  readonly RptgSrc?: OrganisationIdentificationSchemeName1Choice | undefined;
  readonly Acct: CashAccount20;
  readonly RltdAcct?: CashAccount16 | undefined;
  readonly Intrst?: readonly AccountInterest2[] | undefined;
  readonly Bal?: readonly CashBalance3[] | undefined;
  readonly TxsSummry?: TotalTransactions2 | undefined;
  readonly Ntry?: readonly ReportEntry2[] | undefined;
  readonly AddtlRptInf?: string | undefined;
}

export interface BankToCustomerAccountReportV02 {
  readonly GrpHdr: GroupHeader42;
  readonly Rpt: readonly AccountReport11[];
}

export interface Camt05200102 {
  readonly BkToCstmrAcctRpt: BankToCustomerAccountReportV02;
}

export interface GroupHeader81 {
  readonly MsgId: string;
  readonly CreDtTm: string;
  readonly MsgRcpt?: PartyIdentification135 | undefined;
  readonly MsgPgntn?: Pagination | undefined;
  readonly OrgnlBizQry?: OriginalBusinessQuery1 | undefined;
  readonly AddtlInf?: string | undefined;
}

export interface CashAccount39 {
  readonly Id: AccountIdentification4Choice;
  readonly Tp?: OrganisationIdentificationSchemeName1Choice | undefined;
  readonly Ccy?: string | undefined;
  readonly Nm?: string | undefined;
  readonly Prxy?: ProxyAccountIdentification1 | undefined;
  readonly Ownr?: PartyIdentification135 | undefined;
  readonly Svcr?: BranchAndFinancialInstitutionIdentification6 | undefined;
}

export interface AccountInterest4 {
  readonly Tp?: InterestType1Choice | undefined;
  readonly Rate?: readonly Rate3[] | undefined;
  readonly FrToDt?: DateTimePeriodDetails | undefined;
  readonly Rsn?: string | undefined;
  readonly Tax?: TaxCharges2 | undefined;
}

export interface BalanceType13 {
  readonly CdOrPrtry: OrganisationIdentificationSchemeName1Choice;
  readonly SubTp?: OrganisationIdentificationSchemeName1Choice | undefined;
}

export interface CreditLine3 {
  readonly Incl: boolean;
  readonly Tp?: OrganisationIdentificationSchemeName1Choice | undefined;
  readonly Amt?: Amount | undefined;
  readonly Dt?: DateAndDateTime2Choice | undefined;
}

export type CashAvailabilityDate1Choice = OneOf<{ readonly NbOfDays: string; readonly ActlDt: string }>;

export interface CashAvailability1 {
  readonly Dt: CashAvailabilityDate1Choice;
  readonly Amt: Amount;
  readonly CdtDbtInd: CreditDebitCode;
}

export interface CashBalance8 {
  readonly Tp: BalanceType13;
  readonly CdtLine?: readonly CreditLine3[] | undefined;
  readonly Amt: Amount;
  readonly CdtDbtInd: CreditDebitCode;
  readonly Dt: DateAndDateTime2Choice;
  readonly Avlbty?: readonly CashAvailability1[] | undefined;
}

export interface AmountAndDirection35 {
  readonly Amt: string;
  readonly CdtDbtInd: CreditDebitCode;
}

export interface NumberAndSumOfTransactions4 {
  readonly NbOfNtries?: string | undefined;
  readonly Sum?: string | undefined;
  readonly TtlNetNtry?: AmountAndDirection35 | undefined;
}

export interface TotalsPerBankTransactionCode5 {
  readonly NbOfNtries?: string | undefined;
  readonly Sum?: string | undefined;
  readonly TtlNetNtry?: AmountAndDirection35 | undefined;
  readonly CdtNtries?: NumberAndSumOfTransactions1 | undefined;
  readonly DbtNtries?: NumberAndSumOfTransactions1 | undefined;
  readonly FcstInd?: boolean | undefined;
  readonly BkTxCd: BankTransactionCodeStructure4;
  readonly Avlbty?: readonly CashAvailability1[] | undefined;
  readonly Dt?: DateAndDateTime2Choice | undefined;
}

export interface TotalTransactions6 {
  readonly TtlNtries?: NumberAndSumOfTransactions4 | undefined;
  readonly TtlCdtNtries?: NumberAndSumOfTransactions1 | undefined;
  readonly TtlDbtNtries?: NumberAndSumOfTransactions1 | undefined;
  readonly TtlNtriesPerBkTxCd?: readonly TotalsPerBankTransactionCode5[] | undefined;
}

export interface InterestRecord2 {
  readonly Amt: Amount;
  readonly CdtDbtInd: CreditDebitCode;
  readonly Tp?: InterestType1Choice | undefined;
  readonly Rate?: Rate3 | undefined;
  readonly FrToDt?: DateTimePeriodDetails | undefined;
  readonly Rsn?: string | undefined;
  readonly Tax?: TaxCharges2 | undefined;
}

export interface TransactionInterest4 {
  readonly TtlIntrstAndTaxAmt?: Amount | undefined;
  readonly Rcrd?: readonly InterestRecord2[] | undefined;
}

export interface TrackData1 {
  readonly TrckNb?: string | undefined;
  readonly TrckVal: string;
}

export type CSCManagement1Code = 'PRST' | 'BYPS' | 'UNRD' | 'NCSC';

export interface CardSecurityInformation1 {
  readonly CSCMgmt: CSCManagement1Code;
  readonly CSCVal?: string | undefined;
}

export interface PlainCardData1 {
  readonly PAN: string;
  readonly CardSeqNb?: string | undefined;
  readonly FctvDt?: string | undefined;
  readonly XpryDt: string;
  readonly SvcCd?: string | undefined;
  readonly TrckData?: readonly TrackData1[] | undefined;
  readonly CardSctyCd?: CardSecurityInformation1 | undefined;
}

export interface PaymentCard4 {
  readonly PlainCardData?: PlainCardData1 | undefined;
  readonly CardCtryCd?: string | undefined;
  readonly CardBrnd?: GenericIdentification1 | undefined;
  readonly AddtlCardData?: string | undefined;
}

export type PartyType3Code = 'OPOI' | 'MERC' | 'ACCP' | 'ITAG' | 'ACQR' | 'CISS' | 'DLIS';

export type PartyType4Code = 'MERC' | 'ACCP' | 'ITAG' | 'ACQR' | 'CISS' | 'TAXH';

export interface GenericIdentification32 {
  readonly Id: string;
  readonly Tp?: PartyType3Code | undefined;
  readonly Issr?: PartyType4Code | undefined;
  readonly ShrtNm?: string | undefined;
}

export type CardDataReading1Code = 'TAGC' | 'PHYS' | 'BRCD' | 'MGST' | 'CICC' | 'DFLE' | 'CTLS' | 'ECTL';

export type CardholderVerificationCapability1Code = 'MNSG' | 'NPIN' | 'FCPN' | 'FEPN' | 'FDSG' | 'FBIO' | 'MNVR' | 'FBIG' | 'APKI' | 'PKIS' | 'CHDT' | 'SCEC';

export type OnLineCapability1Code = 'OFLN' | 'ONLN' | 'SMON';

export type UserInterface2Code = 'MDSP' | 'CDSP';

export interface DisplayCapabilities1 {
  readonly DispTp: UserInterface2Code;
  readonly NbOfLines: string;
  readonly LineWidth: string;
}

export interface PointOfInteractionCapabilities1 {
  readonly CardRdngCpblties?: readonly CardDataReading1Code[] | undefined;
  readonly CrdhldrVrfctnCpblties?: readonly CardholderVerificationCapability1Code[] | undefined;
  readonly OnLineCpblties?: OnLineCapability1Code | undefined;
  readonly DispCpblties?: readonly DisplayCapabilities1[] | undefined;
  readonly PrtLineWidth?: string | undefined;
}

export type POIComponentType1Code = 'SOFT' | 'EMVK' | 'EMVO' | 'MRIT' | 'CHIT' | 'SECM' | 'PEDV';

export interface PointOfInteractionComponent1 {
  readonly POICmpntTp: POIComponentType1Code;
  readonly ManfctrId?: string | undefined;
  readonly Mdl?: string | undefined;
  readonly VrsnNb?: string | undefined;
  readonly SrlNb?: string | undefined;
  readonly ApprvlNb?: readonly string[] | undefined;
}

export interface PointOfInteraction1 {
  readonly Id: GenericIdentification32;
  readonly SysNm?: string | undefined;
  readonly GrpId?: string | undefined;
  readonly Cpblties?: PointOfInteractionCapabilities1 | undefined;
  readonly Cmpnt?: readonly PointOfInteractionComponent1[] | undefined;
}

export type CardPaymentServiceType2Code = 'AGGR' | 'DCCV' | 'GRTT' | 'INSP' | 'LOYT' | 'NRES' | 'PUCO' | 'RECP' | 'SOAF' | 'UNAF' | 'VCAU';

export interface CardSequenceNumberRange1 {
  readonly FrstTx?: string | undefined;
  readonly LastTx?: string | undefined;
}

export type DateOrDateTimePeriod1Choice = OneOf<{ readonly Dt: DatePeriod2; readonly DtTm: DateTimePeriodDetails }>;

export interface CardAggregated2 {
  readonly AddtlSvc?: CardPaymentServiceType2Code | undefined;
  readonly TxCtgy?: string | undefined;
  readonly SaleRcncltnId?: string | undefined;
  readonly SeqNbRg?: CardSequenceNumberRange1 | undefined;
  readonly TxDtRg?: DateOrDateTimePeriod1Choice | undefined;
}

export interface CardEntry4 {
  readonly Card?: PaymentCard4 | undefined;
  readonly POI?: PointOfInteraction1 | undefined;
  readonly AggtdNtry?: CardAggregated2 | undefined;
  readonly PrePdAcct?: CashAccount38 | undefined;
}

export interface TransactionReferences6 {
  readonly MsgId?: string | undefined;
  readonly AcctSvcrRef?: string | undefined;
  readonly PmtInfId?: string | undefined;
  readonly InstrId?: string | undefined;
  readonly EndToEndId?: string | undefined;
  readonly UETR?: string | undefined;
  readonly TxId?: string | undefined;
  readonly MndtId?: string | undefined;
  readonly ChqNb?: string | undefined;
  readonly ClrSysRef?: string | undefined;
  readonly AcctOwnrTxId?: string | undefined;
  readonly AcctSvcrTxId?: string | undefined;
  readonly MktInfrstrctrTxId?: string | undefined;
  readonly PrcgId?: string | undefined;
  readonly Prtry?: readonly ProprietaryReference1[] | undefined;
}

export interface ProprietaryParty5 {
  readonly Tp: string;
  readonly Pty: Party40Choice;
}

export interface TransactionParties6 {
  readonly InitgPty?: Party40Choice | undefined;
  readonly Dbtr?: Party40Choice | undefined;
  readonly DbtrAcct?: CashAccount38 | undefined;
  readonly UltmtDbtr?: Party40Choice | undefined;
  readonly Cdtr?: Party40Choice | undefined;
  readonly CdtrAcct?: CashAccount38 | undefined;
  readonly UltmtCdtr?: Party40Choice | undefined;
  readonly TradgPty?: Party40Choice | undefined;
  readonly Prtry?: readonly ProprietaryParty5[] | undefined;
}

export interface ProprietaryAgent4 {
  readonly Tp: string;
  readonly Agt: BranchAndFinancialInstitutionIdentification6;
}

export interface TransactionAgents5 {
  readonly InstgAgt?: BranchAndFinancialInstitutionIdentification6 | undefined;
  readonly InstdAgt?: BranchAndFinancialInstitutionIdentification6 | undefined;
  readonly DbtrAgt?: BranchAndFinancialInstitutionIdentification6 | undefined;
  readonly CdtrAgt?: BranchAndFinancialInstitutionIdentification6 | undefined;
  readonly IntrmyAgt1?: BranchAndFinancialInstitutionIdentification6 | undefined;
  readonly IntrmyAgt2?: BranchAndFinancialInstitutionIdentification6 | undefined;
  readonly IntrmyAgt3?: BranchAndFinancialInstitutionIdentification6 | undefined;
  readonly RcvgAgt?: BranchAndFinancialInstitutionIdentification6 | undefined;
  readonly DlvrgAgt?: BranchAndFinancialInstitutionIdentification6 | undefined;
  readonly IssgAgt?: BranchAndFinancialInstitutionIdentification6 | undefined;
  readonly SttlmPlc?: BranchAndFinancialInstitutionIdentification6 | undefined;
  readonly Prtry?: readonly ProprietaryAgent4[] | undefined;
}

export interface NameAndAddress16 {
  readonly Nm: string;
  readonly Adr: PostalAddress24;
}

export interface RemittanceLocationData1 {
  readonly Mtd: RemittanceLocationMethod2Code;
  readonly ElctrncAdr?: string | undefined;
  readonly PstlAdr?: NameAndAddress16 | undefined;
}

export interface RemittanceLocation7 {
  readonly RmtId?: string | undefined;
  readonly RmtLctnDtls?: readonly RemittanceLocationData1[] | undefined;
}

export type PriceValueType1Code = 'DISC' | 'PREM' | 'PARV';

export type YieldedOrValueType1Choice = OneOf<{ readonly Yldd: boolean; readonly ValTp: PriceValueType1Code }>;

export type PriceRateOrAmount3Choice = OneOf<{ readonly Rate: string; readonly Amt: Amount }>;

export interface Price7 {
  readonly Tp: YieldedOrValueType1Choice;
  readonly Val: PriceRateOrAmount3Choice;
}

export type TransactionPrice4Choice = OneOf<{ readonly DealPric: Price7; readonly Prtry: readonly ProprietaryPrice2[] }>;

export interface OriginalAndCurrentQuantities1 {
  readonly FaceAmt: string;
  readonly AmtsdVal: string;
}

export type TransactionQuantities3Choice = OneOf<{ readonly Qty: FinancialInstrumentQuantityChoice; readonly OrgnlAndCurFaceAmt: OriginalAndCurrentQuantities1; readonly Prtry: ProprietaryQuantity1 }>;

export interface OtherIdentification1 {
  readonly Id: string;
  readonly Sfx?: string | undefined;
  readonly Tp: OrganisationIdentificationSchemeName1Choice;
}

export interface SecurityIdentification19 {
  readonly ISIN?: string | undefined;
  readonly OthrId?: readonly OtherIdentification1[] | undefined;
  readonly Desc?: string | undefined;
}

export interface TaxInformation8 {
  readonly Cdtr?: TaxParty1 | undefined;
  readonly Dbtr?: TaxParty2 | undefined;
  readonly AdmstnZone?: string | undefined;
  readonly RefNb?: string | undefined;
  readonly Mtd?: string | undefined;
  readonly TtlTaxblBaseAmt?: Amount | undefined;
  readonly TtlTaxAmt?: Amount | undefined;
  readonly Dt?: string | undefined;
  readonly SeqNb?: string | undefined;
  readonly Rcrd?: readonly TaxRecord2[] | undefined;
}

export interface PaymentReturnReason5 {
  readonly OrgnlBkTxCd?: BankTransactionCodeStructure4 | undefined;
  readonly Orgtr?: PartyIdentification135 | undefined;
  readonly Rsn?: OrganisationIdentificationSchemeName1Choice | undefined;
  readonly AddtlInf?: readonly string[] | undefined;
}

export interface CorporateAction9 {
  readonly EvtTp: string;
  readonly EvtId: string;
}

export interface SecuritiesAccount19 {
  readonly Id: string;
  readonly Tp?: GenericIdentification30 | undefined;
  readonly Nm?: string | undefined;
}

export interface CashDeposit1 {
  readonly NoteDnmtn: Amount;
  readonly NbOfNotes: string;
  readonly Amt: Amount;
}

export type AttendanceContext1Code = 'ATTD' | 'SATT' | 'UATT';

export type TransactionEnvironment1Code = 'MERC' | 'PRIV' | 'PUBL';

export type TransactionChannel1Code = 'MAIL' | 'TLPH' | 'ECOM' | 'TVPY';

export type AuthenticationMethod1Code = 'UKNW' | 'BYPS' | 'NPIN' | 'FPIN' | 'CPSG' | 'PPSG' | 'MANU' | 'MERC' | 'SCRT' | 'SNCT' | 'SCNL';

export type AuthenticationEntity1Code = 'ICCD' | 'AGNT' | 'MERC';

export interface CardholderAuthentication2 {
  readonly AuthntcnMtd: AuthenticationMethod1Code;
  readonly AuthntcnNtty: AuthenticationEntity1Code;
}

export interface PaymentContext3 {
  readonly CardPres?: boolean | undefined;
  readonly CrdhldrPres?: boolean | undefined;
  readonly OnLineCntxt?: boolean | undefined;
  readonly AttndncCntxt?: AttendanceContext1Code | undefined;
  readonly TxEnvt?: TransactionEnvironment1Code | undefined;
  readonly TxChanl?: TransactionChannel1Code | undefined;
  readonly AttndntMsgCpbl?: boolean | undefined;
  readonly AttndntLang?: string | undefined;
  readonly CardDataNtryMd: CardDataReading1Code;
  readonly FllbckInd?: boolean | undefined;
  readonly AuthntcnMtd?: CardholderAuthentication2 | undefined;
}

export interface TransactionIdentifier1 {
  readonly TxDtTm: string;
  readonly TxRef: string;
}

export type UnitOfMeasure1Code = 'PIEC' | 'TONS' | 'FOOT' | 'GBGA' | 'USGA' | 'GRAM' | 'INCH' | 'KILO' | 'PUND' | 'METR' | 'CMET' | 'MMET' | 'LITR' | 'CELI' | 'MILI' | 'GBOU' | 'USOU' | 'GBQA' | 'USQA' | 'GBPI' | 'USPI' | 'MILE' | 'KMET' | 'YARD' | 'SQKI' | 'HECT' | 'ARES' | 'SMET' | 'SCMT' | 'SMIL' | 'SQMI' | 'SQYA' | 'SQFO' | 'SQIN' | 'ACRE';

export interface Product2 {
  readonly PdctCd: string;
  readonly UnitOfMeasr?: UnitOfMeasure1Code | undefined;
  readonly PdctQty?: string | undefined;
  readonly UnitPric?: string | undefined;
  readonly PdctAmt?: string | undefined;
  readonly TaxTp?: string | undefined;
  readonly AddtlPdctInf?: string | undefined;
}

export interface CardIndividualTransaction2 {
  readonly ICCRltdData?: string | undefined;
  readonly PmtCntxt?: PaymentContext3 | undefined;
  readonly AddtlSvc?: CardPaymentServiceType2Code | undefined;
  readonly TxCtgy?: string | undefined;
  readonly SaleRcncltnId?: string | undefined;
  readonly SaleRefNb?: string | undefined;
  readonly RePresntmntRsn?: string | undefined;
  readonly SeqNb?: string | undefined;
  readonly TxId?: TransactionIdentifier1 | undefined;
  readonly Pdct?: Product2 | undefined;
  readonly VldtnDt?: string | undefined;
  readonly VldtnSeqNb?: string | undefined;
}

export type CardTransaction3Choice = OneOf<{ readonly Aggtd: CardAggregated2; readonly Indv: CardIndividualTransaction2 }>;

export interface CardTransaction17 {
  readonly Card?: PaymentCard4 | undefined;
  readonly POI?: PointOfInteraction1 | undefined;
  readonly Tx?: CardTransaction3Choice | undefined;
  readonly PrePdAcct?: CashAccount38 | undefined;
}

export interface EntryTransaction10 {
  readonly Refs?: TransactionReferences6 | undefined;
  readonly Amt?: Amount | undefined;
  readonly CdtDbtInd?: CreditDebitCode | undefined;
  readonly AmtDtls?: AmountAndCurrencyExchange3 | undefined;
  readonly Avlbty?: readonly CashAvailability1[] | undefined;
  readonly BkTxCd?: BankTransactionCodeStructure4 | undefined;
  readonly Chrgs?: Charges6 | undefined;
  readonly Intrst?: TransactionInterest4 | undefined;
  readonly RltdPties?: TransactionParties6 | undefined;
  readonly RltdAgts?: TransactionAgents5 | undefined;
  readonly LclInstrm?: LocalInstrument2Choice | undefined;
  readonly Purp?: OrganisationIdentificationSchemeName1Choice | undefined;
  readonly RltdRmtInf?: readonly RemittanceLocation7[] | undefined;
  readonly RmtInf?: RemittanceInformation16 | undefined;
  readonly RltdDts?: TransactionDates2 | undefined;
  readonly RltdPric?: TransactionPrice4Choice | undefined;
  readonly RltdQties?: readonly TransactionQuantities3Choice[] | undefined;
  readonly FinInstrmId?: SecurityIdentification19 | undefined;
  readonly Tax?: TaxInformation8 | undefined;
  readonly RtrInf?: PaymentReturnReason5 | undefined;
  readonly CorpActn?: CorporateAction9 | undefined;
  readonly SfkpgAcct?: SecuritiesAccount19 | undefined;
  readonly CshDpst?: readonly CashDeposit1[] | undefined;
  readonly CardTx?: CardTransaction17 | undefined;
  readonly AddtlTxInf?: string | undefined;
  readonly SplmtryData?: readonly SupplementaryData1[] | undefined;
}

export interface EntryDetails9 {
  readonly Btch?: BatchInformation2 | undefined;
  readonly TxDtls?: readonly EntryTransaction10[] | undefined;
}

export interface ReportEntry10 {
  readonly NtryRef?: string | undefined;
  readonly Amt: Amount;
  readonly CdtDbtInd: CreditDebitCode;
  readonly RvslInd?: boolean | undefined;
  readonly Sts: OrganisationIdentificationSchemeName1Choice;
  readonly BookgDt?: DateAndDateTime2Choice | undefined;
  readonly ValDt?: DateAndDateTime2Choice | undefined;
  readonly AcctSvcrRef?: string | undefined;
  readonly Avlbty?: readonly CashAvailability1[] | undefined;
  readonly BkTxCd: BankTransactionCodeStructure4;
  readonly ComssnWvrInd?: boolean | undefined;
  readonly AddtlInfInd?: MessageIdentification2 | undefined;
  readonly AmtDtls?: AmountAndCurrencyExchange3 | undefined;
  readonly Chrgs?: Charges6 | undefined;
  readonly TechInptChanl?: OrganisationIdentificationSchemeName1Choice | undefined;
  readonly Intrst?: TransactionInterest4 | undefined;
  readonly CardTx?: CardEntry4 | undefined;
  readonly NtryDtls?: readonly EntryDetails9[] | undefined;
  readonly AddtlNtryInf?: string | undefined;
}

export interface AccountReport25 {
  readonly Id: string;
  readonly RptPgntn?: Pagination | undefined;
  readonly ElctrncSeqNb?: string | undefined;
  readonly RptgSeq?: SequenceRange1Choice | undefined;
  readonly LglSeqNb?: string | undefined;
  readonly CreDtTm?: string | undefined;
  readonly FrToDt?: DateTimePeriodDetails | undefined;
  readonly CpyDplctInd?: CopyDuplicate1Code | undefined;
  readonly RptgSrc?: OrganisationIdentificationSchemeName1Choice | undefined;
  readonly Acct: CashAccount39;
  readonly RltdAcct?: CashAccount38 | undefined;
  readonly Intrst?: readonly AccountInterest4[] | undefined;
  readonly Bal?: readonly CashBalance8[] | undefined;
  readonly TxsSummry?: TotalTransactions6 | undefined;
  readonly Ntry?: readonly ReportEntry10[] | undefined;
  readonly AddtlRptInf?: string | undefined;
}

export interface BankToCustomerAccountReportV08 {
  readonly GrpHdr: GroupHeader81;
  readonly Rpt: readonly AccountReport25[];
  readonly SplmtryData?: readonly SupplementaryData1[] | undefined;
}

export interface Camt05200108 {
  readonly BkToCstmrAcctRpt: BankToCustomerAccountReportV08;
}

export interface AccountStatement2 {
  readonly Id: string;
  readonly ElctrncSeqNb?: string | undefined;
  readonly LglSeqNb?: string | undefined;
  readonly CreDtTm: string;
  readonly FrToDt?: DateTimePeriodDetails | undefined;
  readonly CpyDplctInd?: CopyDuplicate1Code | undefined;
  readonly RptgSrc?: OrganisationIdentificationSchemeName1Choice | undefined;
  readonly Acct: CashAccount20;
  readonly RltdAcct?: CashAccount16 | undefined;
  readonly Intrst?: readonly AccountInterest2[] | undefined;
  readonly Bal: readonly CashBalance3[];
  readonly TxsSummry?: TotalTransactions2 | undefined;
  readonly Ntry?: readonly ReportEntry2[] | undefined;
  readonly AddtlStmtInf?: string | undefined;
}

export interface BankToCustomerStatementV02 {
  readonly GrpHdr: GroupHeader42;
  readonly Stmt: readonly AccountStatement2[];
}

export interface Camt05300102 {
  readonly BkToCstmrStmt: BankToCustomerStatementV02;
}

export interface OrganisationIdentification8 {
  readonly AnyBIC?: string | undefined;
  readonly Othr?: readonly GenericOrganisationIdentification1[] | undefined;
}

export type Party11Choice = OneOf<{ readonly OrgId: OrganisationIdentification8; readonly PrvtId: PersonIdentification13 }>;

export interface PartyIdentification43 {
  readonly Nm?: string | undefined;
  readonly PstlAdr?: PostalAddress6 | undefined;
  readonly Id?: Party11Choice | undefined;
  readonly CtryOfRes?: string | undefined;
  readonly CtctDtls?: ContactDetails2 | undefined;
}

export interface GroupHeader58 {
  readonly MsgId: string;
  readonly CreDtTm: string;
  readonly MsgRcpt?: PartyIdentification43 | undefined;
  readonly MsgPgntn?: Pagination | undefined;
  readonly OrgnlBizQry?: OriginalBusinessQuery1 | undefined;
  readonly AddtlInf?: string | undefined;
}

export interface FinancialInstitutionIdentification8 {
  readonly BICFI?: string | undefined;
  readonly ClrSysMmbId?: ClearingSystemMemberIdentification2 | undefined;
  readonly Nm?: string | undefined;
  readonly PstlAdr?: PostalAddress6 | undefined;
  readonly Othr?: GenericOrganisationIdentification1 | undefined;
}

export interface BranchAndFinancialInstitutionIdentification5 {
  readonly FinInstnId: FinancialInstitutionIdentification8;
  readonly BrnchId?: BranchData2 | undefined;
}

export interface CashAccount25 {
  readonly Id: AccountIdentification4Choice;
  readonly Tp?: OrganisationIdentificationSchemeName1Choice | undefined;
  readonly Ccy?: string | undefined;
  readonly Nm?: string | undefined;
  readonly Ownr?: PartyIdentification43 | undefined;
  readonly Svcr?: BranchAndFinancialInstitutionIdentification5 | undefined;
}

export interface CashAccount24 {
  readonly Id: AccountIdentification4Choice;
  readonly Tp?: OrganisationIdentificationSchemeName1Choice | undefined;
  readonly Ccy?: string | undefined;
  readonly Nm?: string | undefined;
}

export interface CashBalance3_2 {
  readonly Tp: BalanceType12;
  readonly CdtLine?: CreditLine2 | undefined;
  readonly Amt: Amount;
  readonly CdtDbtInd: CreditDebitCode;
  readonly Dt: DateAndDateTime2Choice;
  readonly Avlbty?: readonly CashAvailability1[] | undefined;
}

export interface TotalsPerBankTransactionCode3 {
  readonly NbOfNtries?: string | undefined;
  readonly Sum?: string | undefined;
  readonly TtlNetNtry?: AmountAndDirection35 | undefined;
  readonly FcstInd?: boolean | undefined;
  readonly BkTxCd: BankTransactionCodeStructure4;
  readonly Avlbty?: readonly CashAvailability1[] | undefined;
}

export interface TotalTransactions4 {
  readonly TtlNtries?: NumberAndSumOfTransactions4 | undefined;
  readonly TtlCdtNtries?: NumberAndSumOfTransactions1 | undefined;
  readonly TtlDbtNtries?: NumberAndSumOfTransactions1 | undefined;
  readonly TtlNtriesPerBkTxCd?: readonly TotalsPerBankTransactionCode3[] | undefined;
}

export interface ChargesRecord2 {
  readonly Amt: Amount;
  readonly CdtDbtInd?: CreditDebitCode | undefined;
  readonly ChrgInclInd?: boolean | undefined;
  readonly Tp?: ChargeType3Choice | undefined;
  readonly Rate?: string | undefined;
  readonly Br?: ChargeBearerType1Code | undefined;
  readonly Agt?: BranchAndFinancialInstitutionIdentification5 | undefined;
  readonly Tax?: TaxCharges2 | undefined;
}

export interface Charges4 {
  readonly TtlChrgsAndTaxAmt?: Amount | undefined;
  readonly Rcrd?: readonly ChargesRecord2[] | undefined;
}

export interface CardEntry1 {
  readonly Card?: PaymentCard4 | undefined;
  readonly POI?: PointOfInteraction1 | undefined;
  readonly AggtdNtry?: CardAggregated2 | undefined;
}

export interface TransactionReferences3 {
  readonly MsgId?: string | undefined;
  readonly AcctSvcrRef?: string | undefined;
  readonly PmtInfId?: string | undefined;
  readonly InstrId?: string | undefined;
  readonly EndToEndId?: string | undefined;
  readonly TxId?: string | undefined;
  readonly MndtId?: string | undefined;
  readonly ChqNb?: string | undefined;
  readonly ClrSysRef?: string | undefined;
  readonly AcctOwnrTxId?: string | undefined;
  readonly AcctSvcrTxId?: string | undefined;
  readonly MktInfrstrctrTxId?: string | undefined;
  readonly PrcgId?: string | undefined;
  readonly Prtry?: readonly ProprietaryReference1[] | undefined;
}

export interface ProprietaryParty3 {
  readonly Tp: string;
  readonly Pty: PartyIdentification43;
}

export interface TransactionParties3 {
  readonly InitgPty?: PartyIdentification43 | undefined;
  readonly Dbtr?: PartyIdentification43 | undefined;
  readonly DbtrAcct?: CashAccount24 | undefined;
  readonly UltmtDbtr?: PartyIdentification43 | undefined;
  readonly Cdtr?: PartyIdentification43 | undefined;
  readonly CdtrAcct?: CashAccount24 | undefined;
  readonly UltmtCdtr?: PartyIdentification43 | undefined;
  readonly TradgPty?: PartyIdentification43 | undefined;
  readonly Prtry?: readonly ProprietaryParty3[] | undefined;
}

export interface ProprietaryAgent3 {
  readonly Tp: string;
  readonly Agt: BranchAndFinancialInstitutionIdentification5;
}

export interface TransactionAgents3 {
  readonly DbtrAgt?: BranchAndFinancialInstitutionIdentification5 | undefined;
  readonly CdtrAgt?: BranchAndFinancialInstitutionIdentification5 | undefined;
  readonly IntrmyAgt1?: BranchAndFinancialInstitutionIdentification5 | undefined;
  readonly IntrmyAgt2?: BranchAndFinancialInstitutionIdentification5 | undefined;
  readonly IntrmyAgt3?: BranchAndFinancialInstitutionIdentification5 | undefined;
  readonly RcvgAgt?: BranchAndFinancialInstitutionIdentification5 | undefined;
  readonly DlvrgAgt?: BranchAndFinancialInstitutionIdentification5 | undefined;
  readonly IssgAgt?: BranchAndFinancialInstitutionIdentification5 | undefined;
  readonly SttlmPlc?: BranchAndFinancialInstitutionIdentification5 | undefined;
  readonly Prtry?: readonly ProprietaryAgent3[] | undefined;
}

export interface StructuredRemittanceInformation9 {
  readonly RfrdDocInf?: readonly ReferredDocumentInformation3[] | undefined;
  readonly RfrdDocAmt?: RemittanceAmount3 | undefined;
  readonly CdtrRefInf?: CreditorReferenceInformation2 | undefined;
  readonly Invcr?: PartyIdentification43 | undefined;
  readonly Invcee?: PartyIdentification43 | undefined;
  readonly AddtlRmtInf?: readonly string[] | undefined;
}

export interface RemittanceInformation7 {
  readonly Ustrd?: readonly string[] | undefined;
  readonly Strd?: readonly StructuredRemittanceInformation9[] | undefined;
}

export interface SecurityIdentification14 {
  readonly ISIN?: string | undefined;
  readonly OthrId?: readonly OtherIdentification1[] | undefined;
  readonly Desc?: string | undefined;
}

export interface PaymentReturnReason2 {
  readonly OrgnlBkTxCd?: BankTransactionCodeStructure4 | undefined;
  readonly Orgtr?: PartyIdentification43 | undefined;
  readonly Rsn?: OrganisationIdentificationSchemeName1Choice | undefined;
  readonly AddtlInf?: readonly string[] | undefined;
}

export interface CardIndividualTransaction1 {
  readonly AddtlSvc?: CardPaymentServiceType2Code | undefined;
  readonly TxCtgy?: string | undefined;
  readonly SaleRcncltnId?: string | undefined;
  readonly SaleRefNb?: string | undefined;
  readonly SeqNb?: string | undefined;
  readonly TxId?: TransactionIdentifier1 | undefined;
  readonly Pdct?: Product2 | undefined;
  readonly VldtnDt?: string | undefined;
  readonly VldtnSeqNb?: string | undefined;
}

export type CardTransaction1Choice = OneOf<{ readonly Aggtd: CardAggregated2; readonly Indv: CardIndividualTransaction1 }>;

export interface CardTransaction1 {
  readonly Card?: PaymentCard4 | undefined;
  readonly POI?: PointOfInteraction1 | undefined;
  readonly Tx?: CardTransaction1Choice | undefined;
}

export interface EntryTransaction4 {
  readonly Refs?: TransactionReferences3 | undefined;
  readonly Amt: Amount;
  readonly CdtDbtInd: CreditDebitCode;
  readonly AmtDtls?: AmountAndCurrencyExchange3 | undefined;
  readonly Avlbty?: readonly CashAvailability1[] | undefined;
  readonly BkTxCd?: BankTransactionCodeStructure4 | undefined;
  readonly Chrgs?: Charges4 | undefined;
  readonly Intrst?: TransactionInterest4 | undefined;
  readonly RltdPties?: TransactionParties3 | undefined;
  readonly RltdAgts?: TransactionAgents3 | undefined;
  readonly Purp?: OrganisationIdentificationSchemeName1Choice | undefined;
  readonly RltdRmtInf?: readonly RemittanceLocation2[] | undefined;
  readonly RmtInf?: RemittanceInformation7 | undefined;
  readonly RltdDts?: TransactionDates2 | undefined;
  readonly RltdPric?: TransactionPrice4Choice | undefined;
  readonly RltdQties?: readonly TransactionQuantities3Choice[] | undefined;
  readonly FinInstrmId?: SecurityIdentification14 | undefined;
  readonly Tax?: TaxInformation3 | undefined;
  readonly RtrInf?: PaymentReturnReason2 | undefined;
  readonly CorpActn?: CorporateAction9 | undefined;
  readonly SfkpgAcct?: SecuritiesAccount19 | undefined;
  readonly CshDpst?: readonly CashDeposit1[] | undefined;
  readonly CardTx?: CardTransaction1 | undefined;
  readonly AddtlTxInf?: string | undefined;
  readonly SplmtryData?: readonly SupplementaryData1[] | undefined;
}

export interface EntryDetails3 {
  readonly Btch?: BatchInformation2 | undefined;
  readonly TxDtls?: readonly EntryTransaction4[] | undefined;
}

export interface ReportEntry4 {
  readonly NtryRef?: string | undefined;
  readonly Amt: Amount;
  readonly CdtDbtInd: CreditDebitCode;
  readonly RvslInd?: boolean | undefined;
  readonly Sts: EntryStatus2Code;
  readonly BookgDt?: DateAndDateTime2Choice | undefined;
  readonly ValDt?: DateAndDateTime2Choice | undefined;
  readonly AcctSvcrRef?: string | undefined;
  readonly Avlbty?: readonly CashAvailability1[] | undefined;
  readonly BkTxCd: BankTransactionCodeStructure4;
  readonly ComssnWvrInd?: boolean | undefined;
  readonly AddtlInfInd?: MessageIdentification2 | undefined;
  readonly AmtDtls?: AmountAndCurrencyExchange3 | undefined;
  readonly Chrgs?: Charges4 | undefined;
  readonly TechInptChanl?: OrganisationIdentificationSchemeName1Choice | undefined;
  readonly Intrst?: TransactionInterest4 | undefined;
  readonly CardTx?: CardEntry1 | undefined;
  readonly NtryDtls?: readonly EntryDetails3[] | undefined;
  readonly AddtlNtryInf?: string | undefined;
}

export interface AccountStatement4 {
  readonly Id: string;
  readonly StmtPgntn?: Pagination | undefined;
  readonly ElctrncSeqNb?: string | undefined;
  readonly LglSeqNb?: string | undefined;
  readonly CreDtTm: string;
  readonly FrToDt?: DateTimePeriodDetails | undefined;
  readonly CpyDplctInd?: CopyDuplicate1Code | undefined;
  readonly RptgSrc?: OrganisationIdentificationSchemeName1Choice | undefined;
  readonly Acct: CashAccount25;
  readonly RltdAcct?: CashAccount24 | undefined;
  readonly Intrst?: readonly AccountInterest2[] | undefined;
  readonly Bal: readonly CashBalance3_2[];
  readonly TxsSummry?: TotalTransactions4 | undefined;
  readonly Ntry?: readonly ReportEntry4[] | undefined;
  readonly AddtlStmtInf?: string | undefined;
}

export interface BankToCustomerStatementV04 {
  readonly GrpHdr: GroupHeader58;
  readonly Stmt: readonly AccountStatement4[];
  readonly SplmtryData?: readonly SupplementaryData1[] | undefined;
}

export interface Camt05300104 {
  readonly BkToCstmrStmt: BankToCustomerStatementV04;
}

export interface AccountStatement9 {
  readonly Id: string;
  readonly StmtPgntn?: Pagination | undefined;
  readonly ElctrncSeqNb?: string | undefined;
  readonly RptgSeq?: SequenceRange1Choice | undefined;
  readonly LglSeqNb?: string | undefined;
  readonly CreDtTm?: string | undefined;
  readonly FrToDt?: DateTimePeriodDetails | undefined;
  readonly CpyDplctInd?: CopyDuplicate1Code | undefined;
  readonly RptgSrc?: OrganisationIdentificationSchemeName1Choice | undefined;
  readonly Acct: CashAccount39;
  readonly RltdAcct?: CashAccount38 | undefined;
  readonly Intrst?: readonly AccountInterest4[] | undefined;
  readonly Bal: readonly CashBalance8[];
  readonly TxsSummry?: TotalTransactions6 | undefined;
  readonly Ntry?: readonly ReportEntry10[] | undefined;
  readonly AddtlStmtInf?: string | undefined;
}

export interface BankToCustomerStatementV08 {
  readonly GrpHdr: GroupHeader81;
  readonly Stmt: readonly AccountStatement9[];
  readonly SplmtryData?: readonly SupplementaryData1[] | undefined;
}

export interface Camt05300108 {
  readonly BkToCstmrStmt: BankToCustomerStatementV08;
}

export interface PostalAddress27 {
  readonly AdrTp?: AddressType3Choice | undefined;
  readonly CareOf?: string | undefined;
  readonly Dept?: string | undefined;
  readonly SubDept?: string | undefined;
  readonly StrtNm?: string | undefined;
  readonly BldgNb?: string | undefined;
  readonly BldgNm?: string | undefined;
  readonly Flr?: string | undefined;
  readonly UnitNb?: string | undefined;
  readonly PstBx?: string | undefined;
  readonly Room?: string | undefined;
  readonly PstCd?: string | undefined;
  readonly TwnNm?: string | undefined;
  readonly TwnLctnNm?: string | undefined;
  readonly DstrctNm?: string | undefined;
  readonly CtrySubDvsn?: string | undefined;
  readonly Ctry?: string | undefined;
  readonly AdrLine?: readonly string[] | undefined;
}

export interface GenericOrganisationIdentification3 {
  readonly Id: string;
  readonly SchmeNm?: OrganisationIdentificationSchemeName1Choice | undefined;
  readonly Issr?: string | undefined;
}

export interface OrganisationIdentification39 {
  readonly AnyBIC?: string | undefined;
  readonly LEI?: string | undefined;
  readonly Othr?: readonly GenericOrganisationIdentification3[] | undefined;
}

export interface PersonIdentification18 {
  readonly DtAndPlcOfBirth?: DateAndPlaceOfBirth1 | undefined;
  readonly Othr?: readonly GenericOrganisationIdentification3[] | undefined;
}

export type Party52Choice = OneOf<{ readonly OrgId: OrganisationIdentification39; readonly PrvtId: PersonIdentification18 }>;

export type PreferredContactMethod2Code = 'MAIL' | 'FAXX' | 'LETT' | 'CELL' | 'ONLI' | 'PHON';

export interface Contact13 {
  readonly NmPrfx?: NamePrefix2Code | undefined;
  readonly Nm?: string | undefined;
  readonly PhneNb?: string | undefined;
  readonly MobNb?: string | undefined;
  readonly FaxNb?: string | undefined;
  readonly URLAdr?: string | undefined;
  readonly EmailAdr?: string | undefined;
  readonly EmailPurp?: string | undefined;
  readonly JobTitl?: string | undefined;
  readonly Rspnsblty?: string | undefined;
  readonly Dept?: string | undefined;
  readonly Othr?: readonly OtherContact1[] | undefined;
  readonly PrefrdMtd?: PreferredContactMethod2Code | undefined;
}

export interface PartyIdentification272 {
  readonly Nm?: string | undefined;
  readonly PstlAdr?: PostalAddress27 | undefined;
  readonly Id?: Party52Choice | undefined;
  readonly CtryOfRes?: string | undefined;
  readonly CtctDtls?: Contact13 | undefined;
}

export interface GroupHeader116 {
  readonly MsgId: string;
  readonly CreDtTm: string;
  readonly MsgRcpt?: PartyIdentification272 | undefined;
  readonly MsgPgntn?: Pagination | undefined;
  readonly OrgnlBizQry?: OriginalBusinessQuery1 | undefined;
  readonly AddtlInf?: string | undefined;
}

export interface FinancialInstitutionIdentification23 {
  readonly BICFI?: string | undefined;
  readonly ClrSysMmbId?: ClearingSystemMemberIdentification2 | undefined;
  readonly LEI?: string | undefined;
  readonly Nm?: string | undefined;
  readonly PstlAdr?: PostalAddress27 | undefined;
  readonly Othr?: GenericOrganisationIdentification1 | undefined;
}

export interface BranchData5 {
  readonly Id?: string | undefined;
  readonly LEI?: string | undefined;
  readonly Nm?: string | undefined;
  readonly PstlAdr?: PostalAddress27 | undefined;
}

export interface BranchAndFinancialInstitutionIdentification8 {
  readonly FinInstnId: FinancialInstitutionIdentification23;
  readonly BrnchId?: BranchData5 | undefined;
}

export interface CashAccount43 {
  readonly Id?: AccountIdentification4Choice | undefined;
  readonly Tp?: OrganisationIdentificationSchemeName1Choice | undefined;
  readonly Ccy?: string | undefined;
  readonly Nm?: string | undefined;
  readonly Prxy?: ProxyAccountIdentification1 | undefined;
  readonly Ownr?: PartyIdentification272 | undefined;
  readonly Svcr?: BranchAndFinancialInstitutionIdentification8 | undefined;
}

export interface CurrencyExchange24 {
  readonly SrcCcy: string;
  readonly TrgtCcy?: string | undefined;
  readonly UnitCcy?: string | undefined;
  readonly XchgRate: string;
  readonly CtrctId?: string | undefined;
  readonly QtnDt?: string | undefined;
  readonly XchgRateBase?: string | undefined;
}

export interface AmountAndCurrencyExchangeDetails5 {
  readonly Amt: Amount;
  readonly CcyXchg?: CurrencyExchange24 | undefined;
}

export interface AmountAndCurrencyExchangeDetails6 {
  readonly Tp: string;
  readonly Amt: Amount;
  readonly CcyXchg?: CurrencyExchange24 | undefined;
}

export interface AmountAndCurrencyExchange4 {
  readonly InstdAmt?: AmountAndCurrencyExchangeDetails5 | undefined;
  readonly TxAmt?: AmountAndCurrencyExchangeDetails5 | undefined;
  readonly CntrValAmt?: AmountAndCurrencyExchangeDetails5 | undefined;
  readonly AnncdPstngAmt?: AmountAndCurrencyExchangeDetails5 | undefined;
  readonly PrtryAmt?: readonly AmountAndCurrencyExchangeDetails6[] | undefined;
}

export interface ChargesRecord8 {
  readonly Amt: Amount;
  readonly CdtDbtInd?: CreditDebitCode | undefined;
  readonly ChrgInclInd?: boolean | undefined;
  readonly Tp?: ChargeType3Choice | undefined;
  readonly Rate?: string | undefined;
  readonly Br?: ChargeBearerType1Code | undefined;
  readonly Agt?: BranchAndFinancialInstitutionIdentification8 | undefined;
  readonly Tax?: TaxCharges2 | undefined;
}

export interface Charges15 {
  readonly TtlChrgsAndTaxAmt?: Amount | undefined;
  readonly Rcrd?: readonly ChargesRecord8[] | undefined;
}

export interface CardEntry5 {
  readonly Card?: PaymentCard4 | undefined;
  readonly POI?: PointOfInteraction1 | undefined;
  readonly AggtdNtry?: CardAggregated2 | undefined;
  readonly PrePdAcct?: CashAccount40 | undefined;
}

export type Party50Choice = OneOf<{ readonly Pty: PartyIdentification272; readonly Agt: BranchAndFinancialInstitutionIdentification8 }>;

export interface ProprietaryParty6 {
  readonly Tp: string;
  readonly Pty: Party50Choice;
}

export interface TransactionParties12 {
  readonly InitgPty?: Party50Choice | undefined;
  readonly Dbtr?: Party50Choice | undefined;
  readonly DbtrAcct?: CashAccount40 | undefined;
  readonly UltmtDbtr?: Party50Choice | undefined;
  readonly Cdtr?: Party50Choice | undefined;
  readonly CdtrAcct?: CashAccount40 | undefined;
  readonly UltmtCdtr?: Party50Choice | undefined;
  readonly TradgPty?: Party50Choice | undefined;
  readonly Prtry?: readonly ProprietaryParty6[] | undefined;
}

export interface ProprietaryAgent5 {
  readonly Tp: string;
  readonly Agt: BranchAndFinancialInstitutionIdentification8;
}

export interface TransactionAgents6 {
  readonly InstgAgt?: BranchAndFinancialInstitutionIdentification8 | undefined;
  readonly InstdAgt?: BranchAndFinancialInstitutionIdentification8 | undefined;
  readonly DbtrAgt?: BranchAndFinancialInstitutionIdentification8 | undefined;
  readonly CdtrAgt?: BranchAndFinancialInstitutionIdentification8 | undefined;
  readonly IntrmyAgt1?: BranchAndFinancialInstitutionIdentification8 | undefined;
  readonly IntrmyAgt2?: BranchAndFinancialInstitutionIdentification8 | undefined;
  readonly IntrmyAgt3?: BranchAndFinancialInstitutionIdentification8 | undefined;
  readonly RcvgAgt?: BranchAndFinancialInstitutionIdentification8 | undefined;
  readonly DlvrgAgt?: BranchAndFinancialInstitutionIdentification8 | undefined;
  readonly IssgAgt?: BranchAndFinancialInstitutionIdentification8 | undefined;
  readonly SttlmPlc?: BranchAndFinancialInstitutionIdentification8 | undefined;
  readonly Prtry?: readonly ProprietaryAgent5[] | undefined;
}

export interface NameAndAddress18 {
  readonly Nm: string;
  readonly Adr: PostalAddress27;
}

export interface RemittanceLocationData2 {
  readonly Mtd: RemittanceLocationMethod2Code;
  readonly ElctrncAdr?: string | undefined;
  readonly PstlAdr?: NameAndAddress18 | undefined;
}

export interface RemittanceLocation8 {
  readonly RmtId?: string | undefined;
  readonly RmtLctnDtls?: readonly RemittanceLocationData2[] | undefined;
}

export interface DateAndType1 {
  readonly Tp: OrganisationIdentificationSchemeName1Choice;
  readonly Dt: string;
}

export interface DocumentAmount1 {
  readonly Tp: OrganisationIdentificationSchemeName1Choice;
  readonly Amt: Amount;
}

export interface RemittanceAmount4 {
  readonly RmtAmtAndTp?: readonly DocumentAmount1[] | undefined;
  readonly AdjstmntAmtAndRsn?: readonly DocumentAdjustment1[] | undefined;
}

export interface DocumentLineInformation2 {
  readonly Id: readonly DocumentLineIdentification1[];
  readonly Desc?: string | undefined;
  readonly Amt?: RemittanceAmount4 | undefined;
}

export interface ReferredDocumentInformation8 {
  readonly Tp?: DocumentLineType1 | undefined;
  readonly Nb?: string | undefined;
  readonly RltdDt?: DateAndType1 | undefined;
  readonly LineDtls?: readonly DocumentLineInformation2[] | undefined;
}

export interface CreditorReferenceInformation3 {
  readonly Tp?: DocumentLineType1 | undefined;
  readonly Ref?: string | undefined;
}

export interface Garnishment4 {
  readonly Tp: DocumentLineType1;
  readonly Grnshee?: PartyIdentification272 | undefined;
  readonly GrnshmtAdmstr?: PartyIdentification272 | undefined;
  readonly RefNb?: string | undefined;
  readonly Dt?: string | undefined;
  readonly RmtdAmt?: Amount | undefined;
  readonly FmlyMdclInsrncInd?: boolean | undefined;
  readonly MplyeeTermntnInd?: boolean | undefined;
}

export interface StructuredRemittanceInformation18 {
  readonly RfrdDocInf?: readonly ReferredDocumentInformation8[] | undefined;
  readonly RfrdDocAmt?: RemittanceAmount4 | undefined;
  readonly CdtrRefInf?: CreditorReferenceInformation3 | undefined;
  readonly Invcr?: PartyIdentification272 | undefined;
  readonly Invcee?: PartyIdentification272 | undefined;
  readonly TaxRmt?: TaxData1 | undefined;
  readonly GrnshmtRmt?: Garnishment4 | undefined;
  readonly AddtlRmtInf?: readonly string[] | undefined;
}

export interface RemittanceInformation22 {
  readonly Ustrd?: readonly string[] | undefined;
  readonly Strd?: readonly StructuredRemittanceInformation18[] | undefined;
}

export interface PaymentReturnReason8 {
  readonly OrgnlBkTxCd?: BankTransactionCodeStructure4 | undefined;
  readonly Orgtr?: PartyIdentification272 | undefined;
  readonly Rsn?: OrganisationIdentificationSchemeName1Choice | undefined;
  readonly AddtlInf?: readonly string[] | undefined;
}

export interface CardTransaction18 {
  readonly Card?: PaymentCard4 | undefined;
  readonly POI?: PointOfInteraction1 | undefined;
  readonly Tx?: CardTransaction3Choice | undefined;
  readonly PrePdAcct?: CashAccount40 | undefined;
}

export interface EntryTransaction14 {
  readonly Refs?: TransactionReferences6 | undefined;
  readonly Amt?: Amount | undefined;
  readonly CdtDbtInd?: CreditDebitCode | undefined;
  readonly AmtDtls?: AmountAndCurrencyExchange4 | undefined;
  readonly Avlbty?: readonly CashAvailability1[] | undefined;
  readonly BkTxCd?: BankTransactionCodeStructure4 | undefined;
  readonly Chrgs?: Charges15 | undefined;
  readonly Intrst?: TransactionInterest4 | undefined;
  readonly RltdPties?: TransactionParties12 | undefined;
  readonly RltdAgts?: TransactionAgents6 | undefined;
  readonly LclInstrm?: LocalInstrument2Choice | undefined;
  readonly PmtTpInf?: PaymentTypeInformation27 | undefined;
  readonly Purp?: OrganisationIdentificationSchemeName1Choice | undefined;
  readonly RltdRmtInf?: readonly RemittanceLocation8[] | undefined;
  readonly RmtInf?: RemittanceInformation22 | undefined;
  readonly RltdDts?: TransactionDates2 | undefined;
  readonly RltdPric?: TransactionPrice4Choice | undefined;
  readonly RltdQties?: readonly TransactionQuantities3Choice[] | undefined;
  readonly FinInstrmId?: SecurityIdentification19 | undefined;
  readonly Tax?: TaxData1 | undefined;
  readonly RtrInf?: PaymentReturnReason8 | undefined;
  readonly CorpActn?: CorporateAction9 | undefined;
  readonly SfkpgAcct?: SecuritiesAccount19 | undefined;
  readonly CshDpst?: readonly CashDeposit1[] | undefined;
  readonly CardTx?: CardTransaction18 | undefined;
  readonly AddtlTxInf?: string | undefined;
  readonly SplmtryData?: readonly SupplementaryData1[] | undefined;
}

export interface EntryDetails13 {
  readonly Btch?: BatchInformation2 | undefined;
  readonly TxDtls?: readonly EntryTransaction14[] | undefined;
}

export interface ReportEntry14 {
  readonly NtryRef?: string | undefined;
  readonly Amt: Amount;
  readonly CdtDbtInd: CreditDebitCode;
  readonly RvslInd?: boolean | undefined;
  readonly Sts: OrganisationIdentificationSchemeName1Choice;
  readonly BookgDt?: DateAndDateTime2Choice | undefined;
  readonly ValDt?: DateAndDateTime2Choice | undefined;
  readonly AcctSvcrRef?: string | undefined;
  readonly Avlbty?: readonly CashAvailability1[] | undefined;
  readonly BkTxCd: BankTransactionCodeStructure4;
  readonly ComssnWvrInd?: boolean | undefined;
  readonly AddtlInfInd?: MessageIdentification2 | undefined;
  readonly AmtDtls?: AmountAndCurrencyExchange4 | undefined;
  readonly Chrgs?: Charges15 | undefined;
  readonly TechInptChanl?: OrganisationIdentificationSchemeName1Choice | undefined;
  readonly Intrst?: TransactionInterest4 | undefined;
  readonly CardTx?: CardEntry5 | undefined;
  readonly NtryDtls?: readonly EntryDetails13[] | undefined;
  readonly AddtlNtryInf?: string | undefined;
}

export interface AccountStatement13 {
  readonly Id: string;
  readonly StmtPgntn?: Pagination | undefined;
  readonly ElctrncSeqNb?: string | undefined;
  readonly RptgSeq?: SequenceRange1Choice | undefined;
  readonly LglSeqNb?: string | undefined;
  readonly CreDtTm?: string | undefined;
  readonly FrToDt?: DateTimePeriodDetails | undefined;
  readonly CpyDplctInd?: CopyDuplicate1Code | undefined;
  readonly RptgSrc?: OrganisationIdentificationSchemeName1Choice | undefined;
  readonly Acct: CashAccount43;
  readonly RltdAcct?: CashAccount40 | undefined;
  readonly Intrst?: readonly AccountInterest4[] | undefined;
  readonly Bal: readonly CashBalance8[];
  readonly TxsSummry?: TotalTransactions6 | undefined;
  readonly Ntry?: readonly ReportEntry14[] | undefined;
  readonly AddtlStmtInf?: string | undefined;
}

export interface BankToCustomerStatementV12 {
  readonly GrpHdr: GroupHeader116;
  readonly Stmt: readonly AccountStatement13[];
  readonly SplmtryData?: readonly SupplementaryData1[] | undefined;
}

export interface Camt05300112 {
  readonly BkToCstmrStmt: BankToCustomerStatementV12;
}

export interface AccountNotification2 {
  readonly Id: string;
  readonly ElctrncSeqNb?: string | undefined;
  readonly LglSeqNb?: string | undefined;
  readonly CreDtTm: string;
  readonly FrToDt?: DateTimePeriodDetails | undefined;
  readonly CpyDplctInd?: CopyDuplicate1Code | undefined;
  readonly RptgSrc?: OrganisationIdentificationSchemeName1Choice | undefined;
  readonly Acct: CashAccount20;
  readonly RltdAcct?: CashAccount16 | undefined;
  readonly Intrst?: readonly AccountInterest2[] | undefined;
  readonly TxsSummry?: TotalTransactions2 | undefined;
  readonly Ntry?: readonly ReportEntry2[] | undefined;
  readonly AddtlNtfctnInf?: string | undefined;
}

export interface BankToCustomerDebitCreditNotificationV02 {
  readonly GrpHdr: GroupHeader42;
  readonly Ntfctn: readonly AccountNotification2[];
}

export interface Camt05400102 {
  readonly BkToCstmrDbtCdtNtfctn: BankToCustomerDebitCreditNotificationV02;
}

export interface AccountNotification7 {
  readonly Id: string;
  readonly NtfctnPgntn?: Pagination | undefined;
  readonly ElctrncSeqNb?: string | undefined;
  readonly LglSeqNb?: string | undefined;
  readonly CreDtTm: string;
  readonly FrToDt?: DateTimePeriodDetails | undefined;
  readonly CpyDplctInd?: CopyDuplicate1Code | undefined;
  readonly RptgSrc?: OrganisationIdentificationSchemeName1Choice | undefined;
  readonly Acct: CashAccount25;
  readonly RltdAcct?: CashAccount24 | undefined;
  readonly Intrst?: readonly AccountInterest2[] | undefined;
  readonly TxsSummry?: TotalTransactions4 | undefined;
  readonly Ntry?: readonly ReportEntry4[] | undefined;
  readonly AddtlNtfctnInf?: string | undefined;
}

export interface BankToCustomerDebitCreditNotificationV04 {
  readonly GrpHdr: GroupHeader58;
  readonly Ntfctn: readonly AccountNotification7[];
  readonly SplmtryData?: readonly SupplementaryData1[] | undefined;
}

export interface Camt05400104 {
  readonly BkToCstmrDbtCdtNtfctn: BankToCustomerDebitCreditNotificationV04;
}

export interface AccountNotification17 {
  readonly Id: string;
  readonly NtfctnPgntn?: Pagination | undefined;
  readonly ElctrncSeqNb?: string | undefined;
  readonly RptgSeq?: SequenceRange1Choice | undefined;
  readonly LglSeqNb?: string | undefined;
  readonly CreDtTm?: string | undefined;
  readonly FrToDt?: DateTimePeriodDetails | undefined;
  readonly CpyDplctInd?: CopyDuplicate1Code | undefined;
  readonly RptgSrc?: OrganisationIdentificationSchemeName1Choice | undefined;
  readonly Acct: CashAccount39;
  readonly RltdAcct?: CashAccount38 | undefined;
  readonly Intrst?: readonly AccountInterest4[] | undefined;
  readonly TxsSummry?: TotalTransactions6 | undefined;
  readonly Ntry?: readonly ReportEntry10[] | undefined;
  readonly AddtlNtfctnInf?: string | undefined;
}

export interface BankToCustomerDebitCreditNotificationV08 {
  readonly GrpHdr: GroupHeader81;
  readonly Ntfctn: readonly AccountNotification17[];
  readonly SplmtryData?: readonly SupplementaryData1[] | undefined;
}

export interface Camt05400108 {
  readonly BkToCstmrDbtCdtNtfctn: BankToCustomerDebitCreditNotificationV08;
}

export interface AccountNotification22 {
  readonly Id: string;
  readonly NtfctnPgntn?: Pagination | undefined;
  readonly ElctrncSeqNb?: string | undefined;
  readonly RptgSeq?: SequenceRange1Choice | undefined;
  readonly LglSeqNb?: string | undefined;
  readonly CreDtTm?: string | undefined;
  readonly FrToDt?: DateTimePeriodDetails | undefined;
  readonly CpyDplctInd?: CopyDuplicate1Code | undefined;
  readonly RptgSrc?: OrganisationIdentificationSchemeName1Choice | undefined;
  readonly Acct: CashAccount43;
  readonly RltdAcct?: CashAccount40 | undefined;
  readonly Intrst?: readonly AccountInterest4[] | undefined;
  readonly TxsSummry?: TotalTransactions6 | undefined;
  readonly Ntry?: readonly ReportEntry14[] | undefined;
  readonly AddtlNtfctnInf?: string | undefined;
}

export interface BankToCustomerDebitCreditNotificationV12 {
  readonly GrpHdr: GroupHeader116;
  readonly Ntfctn: readonly AccountNotification22[];
  readonly SplmtryData?: readonly SupplementaryData1[] | undefined;
}

export interface Camt05400112 {
  readonly BkToCstmrDbtCdtNtfctn: BankToCustomerDebitCreditNotificationV12;
}

export interface ControlData1 {
  readonly NbOfTxs: string;
  readonly CtrlSum?: string | undefined;
}

export interface OriginalGroupHeader15 {
  readonly GrpCxlId?: string | undefined;
  readonly Case?: Case5 | undefined;
  readonly OrgnlMsgId: string;
  readonly OrgnlMsgNmId: string;
  readonly OrgnlCreDtTm?: string | undefined;
  readonly NbOfTxs?: string | undefined;
  readonly CtrlSum?: string | undefined;
  readonly GrpCxl?: boolean | undefined;
  readonly CxlRsnInf?: readonly CancellationStatusReason4[] | undefined;
}

export interface PaymentTransaction109 {
  readonly CxlId?: string | undefined;
  readonly Case?: Case5 | undefined;
  readonly OrgnlInstrId?: string | undefined;
  readonly OrgnlEndToEndId?: string | undefined;
  readonly OrgnlUETR?: string | undefined;
  readonly OrgnlInstdAmt?: Amount | undefined;
  readonly OrgnlReqdExctnDt?: DateAndDateTime2Choice | undefined;
  readonly OrgnlReqdColltnDt?: string | undefined;
  readonly CxlRsnInf?: readonly CancellationStatusReason4[] | undefined;
  readonly OrgnlTxRef?: OriginalTransactionReference28 | undefined;
  readonly SplmtryData?: readonly SupplementaryData1[] | undefined;
}

export interface OriginalPaymentInstruction34 {
  readonly PmtCxlId?: string | undefined;
  readonly Case?: Case5 | undefined;
  readonly OrgnlPmtInfId: string;
  readonly OrgnlGrpInf?: OriginalGroupInformation29 | undefined;
  readonly NbOfTxs?: string | undefined;
  readonly CtrlSum?: string | undefined;
  readonly PmtInfCxl?: boolean | undefined;
  readonly CxlRsnInf?: readonly CancellationStatusReason4[] | undefined;
  readonly TxInf?: readonly PaymentTransaction109[] | undefined;
}

export interface UnderlyingTransaction24 {
  readonly OrgnlGrpInfAndCxl?: OriginalGroupHeader15 | undefined;
  readonly OrgnlPmtInfAndCxl?: readonly OriginalPaymentInstruction34[] | undefined;
}

export interface CustomerPaymentCancellationRequestV08 {
  readonly Assgnmt: CaseAssignment5;
  readonly Case?: Case5 | undefined;
  readonly CtrlData?: ControlData1 | undefined;
  readonly Undrlyg: readonly UnderlyingTransaction24[];
  readonly SplmtryData?: readonly SupplementaryData1[] | undefined;
}

export interface Camt05500108 {
  readonly CstmrPmtCxlReq: CustomerPaymentCancellationRequestV08;
}

export type MandateRelatedData1Choice = OneOf<{ readonly DrctDbtMndt?: MandateRelatedInformation14 | undefined; readonly CdtTrfMndt?: CreditTransferMandateData1 | undefined }>;

export interface OriginalTransactionReference31 {
  readonly IntrBkSttlmAmt?: Amount | undefined;
  readonly Amt?: AmountType4Choice | undefined;
  readonly IntrBkSttlmDt?: string | undefined;
  readonly ReqdColltnDt?: string | undefined;
  readonly ReqdExctnDt?: DateAndDateTime2Choice | undefined;
  readonly CdtrSchmeId?: PartyIdentification135 | undefined;
  readonly SttlmInf?: SettlementInstruction7 | undefined;
  readonly PmtTpInf?: PaymentTypeInformation27 | undefined;
  readonly PmtMtd?: PaymentMethod4Code | undefined;
  readonly MndtRltdInf?: MandateRelatedData1Choice | undefined;
  readonly RmtInf?: RemittanceInformation16 | undefined;
  readonly UltmtDbtr?: Party40Choice | undefined;
  readonly Dbtr?: Party40Choice | undefined;
  readonly DbtrAcct?: CashAccount38 | undefined;
  readonly DbtrAgt?: BranchAndFinancialInstitutionIdentification6 | undefined;
  readonly DbtrAgtAcct?: CashAccount38 | undefined;
  readonly CdtrAgt?: BranchAndFinancialInstitutionIdentification6 | undefined;
  readonly CdtrAgtAcct?: CashAccount38 | undefined;
  readonly Cdtr?: Party40Choice | undefined;
  readonly CdtrAcct?: CashAccount38 | undefined;
  readonly UltmtCdtr?: Party40Choice | undefined;
  readonly Purp?: OrganisationIdentificationSchemeName1Choice | undefined;
}

export interface PaymentTransaction124 {
  readonly CxlId?: string | undefined;
  readonly Case?: Case5 | undefined;
  readonly OrgnlInstrId?: string | undefined;
  readonly OrgnlEndToEndId?: string | undefined;
  readonly OrgnlUETR?: string | undefined;
  readonly OrgnlInstdAmt?: Amount | undefined;
  readonly OrgnlReqdExctnDt?: DateAndDateTime2Choice | undefined;
  readonly OrgnlReqdColltnDt?: string | undefined;
  readonly CxlRsnInf?: readonly CancellationStatusReason4[] | undefined;
  readonly OrgnlTxRef?: OriginalTransactionReference31 | undefined;
  readonly SplmtryData?: readonly SupplementaryData1[] | undefined;
}

export interface OriginalPaymentInstruction36 {
  readonly PmtCxlId?: string | undefined;
  readonly Case?: Case5 | undefined;
  readonly OrgnlPmtInfId: string;
  readonly OrgnlGrpInf?: OriginalGroupInformation29 | undefined;
  readonly NbOfTxs?: string | undefined;
  readonly CtrlSum?: string | undefined;
  readonly PmtInfCxl?: boolean | undefined;
  readonly CxlRsnInf?: readonly CancellationStatusReason4[] | undefined;
  readonly TxInf?: readonly PaymentTransaction124[] | undefined;
}

export interface UnderlyingTransaction27 {
  readonly OrgnlGrpInfAndCxl?: OriginalGroupHeader15 | undefined;
  readonly OrgnlPmtInfAndCxl?: readonly OriginalPaymentInstruction36[] | undefined;
}

export interface CustomerPaymentCancellationRequestV09 {
  readonly Assgnmt: CaseAssignment5;
  readonly Case?: Case5 | undefined;
  readonly CtrlData?: ControlData1 | undefined;
  readonly Undrlyg: readonly UnderlyingTransaction27[];
  readonly SplmtryData?: readonly SupplementaryData1[] | undefined;
}

export interface Camt05500109 {
  readonly CstmrPmtCxlReq: CustomerPaymentCancellationRequestV09;
}

export interface PaymentTransaction106 {
  readonly CxlId?: string | undefined;
  readonly Case?: Case5 | undefined;
  readonly OrgnlGrpInf?: OriginalGroupInformation29 | undefined;
  readonly OrgnlInstrId?: string | undefined;
  readonly OrgnlEndToEndId?: string | undefined;
  readonly OrgnlTxId?: string | undefined;
  readonly OrgnlUETR?: string | undefined;
  readonly OrgnlClrSysRef?: string | undefined;
  readonly OrgnlIntrBkSttlmAmt?: Amount | undefined;
  readonly OrgnlIntrBkSttlmDt?: string | undefined;
  readonly Assgnr?: BranchAndFinancialInstitutionIdentification6 | undefined;
  readonly Assgne?: BranchAndFinancialInstitutionIdentification6 | undefined;
  readonly CxlRsnInf?: readonly CancellationStatusReason4[] | undefined;
  readonly OrgnlTxRef?: OriginalTransactionReference28 | undefined;
  readonly SplmtryData?: readonly SupplementaryData1[] | undefined;
}

export interface UnderlyingTransaction23 {
  readonly OrgnlGrpInfAndCxl?: OriginalGroupHeader15 | undefined;
  readonly TxInf?: readonly PaymentTransaction106[] | undefined;
}

export interface FIToFIPaymentCancellationRequestV08 {
  readonly Assgnmt: CaseAssignment5;
  readonly Case?: Case5 | undefined;
  readonly CtrlData?: ControlData1 | undefined;
  readonly Undrlyg: readonly UnderlyingTransaction23[];
  readonly SplmtryData?: readonly SupplementaryData1[] | undefined;
}

export interface Camt05600108 {
  readonly FIToFIPmtCxlReq: FIToFIPaymentCancellationRequestV08;
}

export interface PaymentTransaction137 {
  readonly CxlId?: string | undefined;
  readonly Case?: Case5 | undefined;
  readonly OrgnlGrpInf?: OriginalGroupInformation29 | undefined;
  readonly OrgnlInstrId?: string | undefined;
  readonly OrgnlEndToEndId?: string | undefined;
  readonly OrgnlTxId?: string | undefined;
  readonly OrgnlUETR?: string | undefined;
  readonly OrgnlClrSysRef?: string | undefined;
  readonly OrgnlIntrBkSttlmAmt?: Amount | undefined;
  readonly OrgnlIntrBkSttlmDt?: string | undefined;
  readonly Assgnr?: BranchAndFinancialInstitutionIdentification6 | undefined;
  readonly Assgne?: BranchAndFinancialInstitutionIdentification6 | undefined;
  readonly CxlRsnInf?: readonly CancellationStatusReason4[] | undefined;
  readonly OrgnlTxRef?: OriginalTransactionReference35 | undefined;
  readonly SplmtryData?: readonly SupplementaryData1[] | undefined;
}

export interface UnderlyingTransaction28 {
  readonly OrgnlGrpInfAndCxl?: OriginalGroupHeader15 | undefined;
  readonly TxInf?: readonly PaymentTransaction137[] | undefined;
}

export interface FIToFIPaymentCancellationRequestV10 {
  readonly Assgnmt: CaseAssignment5;
  readonly Case?: Case5 | undefined;
  readonly CtrlData?: ControlData1 | undefined;
  readonly Undrlyg: readonly UnderlyingTransaction28[];
  readonly SplmtryData?: readonly SupplementaryData1[] | undefined;
}

export interface Camt05600110 {
  readonly FIToFIPmtCxlReq: FIToFIPaymentCancellationRequestV10;
}

export interface GroupHeader77 {
  readonly MsgId: string;
  readonly CreDtTm: string;
  readonly MsgSndr?: Party40Choice | undefined;
}

export interface DatePeriodDetails1 {
  readonly FrDt: string;
  readonly ToDt?: string | undefined;
}

export interface TimePeriodDetails1 {
  readonly FrTm: string;
  readonly ToTm?: string | undefined;
}

export type QueryType3Code = 'ALLL' | 'CHNG' | 'MODF';

export interface ReportingPeriod2 {
  readonly FrToDt: DatePeriodDetails1;
  readonly FrToTm?: TimePeriodDetails1 | undefined;
  readonly Tp: QueryType3Code;
}

export type FloorLimitType1Code = 'CRED' | 'DEBT' | 'BOTH';

export interface Limit2 {
  readonly Amt: Amount;
  readonly CdtDbtInd: FloorLimitType1Code;
}

export interface TransactionType2 {
  readonly Sts: OrganisationIdentificationSchemeName1Choice;
  readonly CdtDbtInd: CreditDebitCode;
  readonly FlrLmt?: readonly Limit2[] | undefined;
}

export interface ReportingRequest5 {
  readonly Id?: string | undefined;
  readonly ReqdMsgNmId: string;
  readonly Acct?: CashAccount38 | undefined;
  readonly AcctOwnr: Party40Choice;
  readonly AcctSvcr?: BranchAndFinancialInstitutionIdentification6 | undefined;
  readonly RptgPrd?: ReportingPeriod2 | undefined;
  readonly RptgSeq?: SequenceRange1Choice | undefined;
  readonly ReqdTxTp?: TransactionType2 | undefined;
  readonly ReqdBalTp?: readonly BalanceType13[] | undefined;
}

export interface AccountReportingRequestV05 {
  readonly GrpHdr: GroupHeader77;
  readonly RptgReq: readonly ReportingRequest5[];
  readonly SplmtryData?: readonly SupplementaryData1[] | undefined;
}

export interface Camt06000105 {
  readonly AcctRptgReq: AccountReportingRequestV05;
}

export interface InvestigationActionReason1 {
  readonly Orgtr?: PartyIdentification135 | undefined;
  readonly Rsn: OrganisationIdentificationSchemeName1Choice;
  readonly AddtlInf?: readonly string[] | undefined;
}

export interface InvestigationRequestAction1 {
  readonly Actn: OrganisationIdentificationSchemeName1Choice;
  readonly ActnRsn?: InvestigationActionReason1 | undefined;
}

export interface UnderlyingPaymentInstruction8 {
  readonly OrgnlGrpInf?: UnderlyingGroupInformation1 | undefined;
  readonly OrgnlPmtInfId?: string | undefined;
  readonly OrgnlInstrId?: string | undefined;
  readonly OrgnlEndToEndId?: string | undefined;
  readonly OrgnlUETR?: string | undefined;
  readonly OrgnlInstdAmt?: Amount | undefined;
  readonly ReqdExctnDt?: DateAndDateTime2Choice | undefined;
  readonly ReqdColltnDt?: string | undefined;
  readonly OrgnlTxRef?: OriginalTransactionReference35 | undefined;
  readonly OrgnlSvcLvl?: OrganisationIdentificationSchemeName1Choice | undefined;
}

export interface UnderlyingPaymentTransaction7 {
  readonly OrgnlGrpInf?: UnderlyingGroupInformation1 | undefined;
  readonly OrgnlInstrId?: string | undefined;
  readonly OrgnlEndToEndId?: string | undefined;
  readonly OrgnlTxId?: string | undefined;
  readonly OrgnlUETR?: string | undefined;
  readonly OrgnlIntrBkSttlmAmt?: Amount | undefined;
  readonly OrgnlIntrBkSttlmDt?: string | undefined;
  readonly OrgnlTxRef?: OriginalTransactionReference35 | undefined;
  readonly OrgnlSvcLvl?: OrganisationIdentificationSchemeName1Choice | undefined;
}

export interface UnderlyingStatementEntry5 {
  readonly OrgnlAcct?: CashAccount40 | undefined;
  readonly OrgnlGrpInf?: OriginalGroupInformation29 | undefined;
  readonly OrgnlStmtId?: string | undefined;
  readonly OrgnlNtryRef?: string | undefined;
  readonly OrgnlUETR?: string | undefined;
  readonly OrgnlNtryAmt?: Amount | undefined;
  readonly OrgnlNtryValDt?: DateAndDateTime2Choice | undefined;
}

export type UnderlyingData2Choice = OneOf<{ readonly Initn: UnderlyingPaymentInstruction8; readonly IntrBk: UnderlyingPaymentTransaction7; readonly StmtNtry: UnderlyingStatementEntry5; readonly Acct: CashAccount40; readonly Othr: GenericIdentification1 }>;

export interface InvestigationRequest2 {
  readonly MsgId: string;
  readonly RqstrInvstgtnId?: string | undefined;
  readonly RspndrInvstgtnId?: string | undefined;
  readonly EIR?: string | undefined;
  readonly ReqActn?: InvestigationRequestAction1 | undefined;
  readonly InvstgtnTp: OrganisationIdentificationSchemeName1Choice;
  readonly InvstgtnSubTp?: OrganisationIdentificationSchemeName1Choice | undefined;
  readonly UndrlygInstrm?: OrganisationIdentificationSchemeName1Choice | undefined;
  readonly Undrlyg: UnderlyingData2Choice;
  readonly Rqstr: Party40Choice;
  readonly Rspndr: Party40Choice;
  readonly ReqOrgtr?: Party40Choice | undefined;
  readonly XpctdRspndr?: Party40Choice | undefined;
  readonly SvcLvl?: readonly OrganisationIdentificationSchemeName1Choice[] | undefined;
}

export interface DebitAuthorisation3 {
  readonly CxlRsn: OrganisationIdentificationSchemeName1Choice;
  readonly AmtToDbt?: Amount | undefined;
  readonly Acct?: CashAccount40 | undefined;
  readonly ValDtToDbt?: string | undefined;
  readonly AddtlCxlRsnInf?: readonly string[] | undefined;
}

export interface CompensationRequest1 {
  readonly CompstnAcct?: CashAccount40 | undefined;
  readonly Prd: DatePeriod2;
  readonly Amt?: Amount | undefined;
  readonly XpctdValDt?: string | undefined;
  readonly IntrstRate?: string | undefined;
  readonly Rsn?: readonly string[] | undefined;
}

export interface DatePeriod5 {
  readonly CurValDt: string;
  readonly ReqdValDt: string;
}

export interface AdjustmentRequest1 {
  readonly Prd?: DatePeriod5 | undefined;
}

export type AdditionalRequestData1Choice = OneOf<{ readonly ReqdDbtAuthstn: DebitAuthorisation3; readonly ReqdCompstn: CompensationRequest1; readonly ReqdValtn: AdjustmentRequest1; readonly ReqNrrtv: string }>;

export type InvestigationLocationMethod1Code = 'EDIC' | 'EMAL' | 'FAXI' | 'POST' | 'SMSM' | 'URID';

export interface InvestigationLocationData1 {
  readonly Mtd: InvestigationLocationMethod1Code;
  readonly ElctrncAdr?: string | undefined;
  readonly PstlAdr?: NameAndAddress16 | undefined;
}

export interface RelatedInvestigationData1 {
  readonly InvstgtnId?: string | undefined;
  readonly Lctn?: readonly InvestigationLocationData1[] | undefined;
}

export type DocumentType1Choice = OneOf<{ readonly Cd: string; readonly Prtry: GenericIdentification1 }>;

export interface PartyAndSignature3 {
  readonly Pty: PartyIdentification135;
  readonly Sgntr: string;
}

export interface Document12 {
  readonly Tp: DocumentType1Choice;
  readonly Id: string;
  readonly IsseDt: DateAndDateTime2Choice;
  readonly Nm?: string | undefined;
  readonly LangCd?: string | undefined;
  readonly Frmt: DocumentType1Choice;
  readonly FileNm?: string | undefined;
  readonly DgtlSgntr?: PartyAndSignature3 | undefined;
  readonly Nclsr: string;
}

export interface FileData1 {
  readonly Tp?: DocumentType1Choice | undefined;
  readonly Id: string;
  readonly IsseDt?: DateAndDateTime2Choice | undefined;
  readonly Frmt?: DocumentType1Choice | undefined;
  readonly FileNm?: string | undefined;
  readonly NtwkRef?: string | undefined;
  readonly FileLctnElctrncAdr?: string | undefined;
}

export interface InvestigationReason2 {
  readonly Seq?: string | undefined;
  readonly Rsn: OrganisationIdentificationSchemeName1Choice;
  readonly RsnSubTp?: OrganisationIdentificationSchemeName1Choice | undefined;
  readonly AddtlReqData?: AdditionalRequestData1Choice | undefined;
  readonly RltdInvstgtnData?: RelatedInvestigationData1 | undefined;
  readonly NclsdFile?: readonly Document12[] | undefined;
  readonly RltdFileData?: readonly FileData1[] | undefined;
}

export interface InvestigationRequestV01 {
  readonly InvstgtnReq: InvestigationRequest2;
  readonly InvstgtnData: readonly InvestigationReason2[];
  readonly SplmtryData?: readonly SupplementaryData1[] | undefined;
}

export interface Camt11000101 {
  readonly InvstgtnReq: InvestigationRequestV01;
}

export interface InvestigationStatus2 {
  readonly Sts: string;
  readonly StsRsn?: OrganisationIdentificationSchemeName1Choice | undefined;
}

export interface DebitAuthorisationConfirmation3 {
  readonly DbtAuthstn: boolean;
  readonly AmtToDbt?: Amount | undefined;
  readonly Acct?: CashAccount40 | undefined;
  readonly ValDtToDbt?: string | undefined;
  readonly CmonTxId?: string | undefined;
  readonly Rsn?: string | undefined;
}

export interface CompensationResponse1 {
  readonly Grantd: boolean;
  readonly InitlAmt?: Amount | undefined;
  readonly PdChrgs?: Amount | undefined;
  readonly AmtDue?: Amount | undefined;
  readonly XpctdValDt?: string | undefined;
  readonly Prd?: DatePeriod2 | undefined;
  readonly IntrstRate?: string | undefined;
  readonly Rsn?: string | undefined;
}

export interface AdjustmentCompensation1 {
  readonly InitlAmt?: Amount | undefined;
  readonly DueChrgs?: Amount | undefined;
  readonly AmtDue: Amount;
  readonly CompstnAgt?: BranchAndFinancialInstitutionIdentification6 | undefined;
  readonly CompstnAcct?: CashAccount40 | undefined;
  readonly Prd?: DatePeriod5 | undefined;
  readonly IntrstRate?: string | undefined;
  readonly Rsn?: string | undefined;
}

export interface BookingConfirmation1 {
  readonly Amt: Amount;
  readonly CdtDbtInd: CreditDebitCode;
  readonly XchgRate?: string | undefined;
  readonly Acct: CashAccount40;
  readonly BookgDt?: DateAndDateTime2Choice | undefined;
  readonly ValDt: DateAndDateTime2Choice;
  readonly Refs: TransactionReferences6;
  readonly Chrgs?: Charges6 | undefined;
  readonly Rsn?: string | undefined;
}

export interface PaymentTransactionStatus1 {
  readonly Sts: OrganisationIdentificationSchemeName1Choice;
  readonly StsRsnInf?: readonly CancellationStatusReason4[] | undefined;
}

export interface Remittance1 {
  readonly Ustrd?: readonly string[] | undefined;
  readonly Strd?: readonly StructuredRemittanceInformation16[] | undefined;
  readonly Rltd?: readonly RemittanceLocation7[] | undefined;
}

export type TransactionAmendment1Choice = OneOf<{ readonly Agt: BranchAndFinancialInstitutionIdentification6; readonly Amt: Amount; readonly AnyBIC: string; readonly BICFI: string; readonly CshAcct: CashAccount40; readonly Cd: string; readonly Dt: string; readonly DtTm: string; readonly Pty: PartyIdentification135; readonly Rmt: Remittance1; readonly Othr: string }>;

export interface TransactionAmendment1 {
  readonly Pth?: string | undefined;
  readonly Rcrd: TransactionAmendment1Choice;
}

export type InvestigationDataRecord1Choice = OneOf<{ readonly DbtAuthstn: DebitAuthorisationConfirmation3; readonly Compstn: CompensationResponse1; readonly Valtn: AdjustmentCompensation1; readonly Conf: BookingConfirmation1; readonly TxSts: PaymentTransactionStatus1; readonly TxData: readonly TransactionAmendment1[]; readonly RspnNrrtv: string }>;

export interface InvestigationData2 {
  readonly OrgnlInvstgtnSeq?: string | undefined;
  readonly OrgnlInvstgtnRsn?: OrganisationIdentificationSchemeName1Choice | undefined;
  readonly OrgnlInvstgtnRsnSubTp?: OrganisationIdentificationSchemeName1Choice | undefined;
  readonly RspnData: InvestigationDataRecord1Choice;
  readonly RltdInvstgtnData?: RelatedInvestigationData1 | undefined;
  readonly NclsdFile?: readonly Document12[] | undefined;
  readonly RltdFileData?: readonly FileData1[] | undefined;
  readonly RspnOrgtr?: Party40Choice | undefined;
}

export interface InvestigationResponse3 {
  readonly MsgId: string;
  readonly RspndrInvstgtnId?: string | undefined;
  readonly InvstgtnSts: InvestigationStatus2;
  readonly NxtRspndr?: Party40Choice | undefined;
  readonly InvstgtnData?: readonly InvestigationData2[] | undefined;
}

export interface InvestigationRequest3 {
  readonly MsgId: string;
  readonly RqstrInvstgtnId?: string | undefined;
  readonly RspndrInvstgtnId?: string | undefined;
  readonly EIR?: string | undefined;
  readonly ReqActn?: InvestigationRequestAction1 | undefined;
  readonly InvstgtnTp: OrganisationIdentificationSchemeName1Choice;
  readonly InvstgtnSubTp?: OrganisationIdentificationSchemeName1Choice | undefined;
  readonly UndrlygInstrm?: OrganisationIdentificationSchemeName1Choice | undefined;
  readonly Undrlyg?: UnderlyingData2Choice | undefined;
  readonly Rqstr: Party40Choice;
  readonly Rspndr: Party40Choice;
  readonly ReqOrgtr?: Party40Choice | undefined;
  readonly XpctdRspndr?: Party40Choice | undefined;
  readonly SvcLvl?: readonly OrganisationIdentificationSchemeName1Choice[] | undefined;
}

export interface InvestigationResponseV01 {
  readonly InvstgtnRspn: InvestigationResponse3;
  readonly OrgnlInvstgtnReq: InvestigationRequest3;
  readonly SplmtryData?: readonly SupplementaryData1[] | undefined;
}

export interface Camt11100101 {
  readonly InvstgtnRspn: InvestigationResponseV01;
}

export type Party9Choice = OneOf<{ readonly OrgId: PartyIdentification43; readonly FIId: BranchAndFinancialInstitutionIdentification5 }>;

export interface BusinessApplicationHeader1 {
  readonly CharSet?: string | undefined;
  readonly Fr: Party9Choice;
  readonly To: Party9Choice;
  readonly BizMsgIdr: string;
  readonly MsgDefIdr: string;
  readonly BizSvc?: string | undefined;
  readonly CreDt: string;
  readonly CpyDplct?: CopyDuplicate1Code | undefined;
  readonly PssblDplct?: boolean | undefined;
  readonly Prty?: string | undefined;
  readonly Sgntr?: string | undefined;
}

export interface BusinessApplicationHeaderV01 {
  readonly CharSet?: string | undefined;
  readonly Fr: Party9Choice;
  readonly To: Party9Choice;
  readonly BizMsgIdr: string;
  readonly MsgDefIdr: string;
  readonly BizSvc?: string | undefined;
  readonly CreDt: string;
  readonly CpyDplct?: CopyDuplicate1Code | undefined;
  readonly PssblDplct?: boolean | undefined;
  readonly Prty?: string | undefined;
  readonly Sgntr?: string | undefined;
  readonly Rltd?: BusinessApplicationHeader1 | undefined;
}

export type Party44Choice = OneOf<{ readonly OrgId: PartyIdentification135; readonly FIId: BranchAndFinancialInstitutionIdentification6 }>;

export interface ImplementationSpecification1 {
  readonly Regy: string;
  readonly Id: string;
}

export interface BusinessApplicationHeader5 {
  readonly CharSet?: string | undefined;
  readonly Fr: Party44Choice;
  readonly To: Party44Choice;
  readonly BizMsgIdr: string;
  readonly MsgDefIdr: string;
  readonly BizSvc?: string | undefined;
  readonly CreDt: string;
  readonly CpyDplct?: CopyDuplicate1Code | undefined;
  readonly PssblDplct?: boolean | undefined;
  readonly Prty?: string | undefined;
  readonly Sgntr?: string | undefined;
}

export interface BusinessApplicationHeaderV02 {
  readonly CharSet?: string | undefined;
  readonly Fr: Party44Choice;
  readonly To: Party44Choice;
  readonly BizMsgIdr: string;
  readonly MsgDefIdr: string;
  readonly BizSvc?: string | undefined;
  readonly MktPrctc?: ImplementationSpecification1 | undefined;
  readonly CreDt: string;
  readonly BizPrcgDt?: string | undefined;
  readonly CpyDplct?: CopyDuplicate1Code | undefined;
  readonly PssblDplct?: boolean | undefined;
  readonly Prty?: string | undefined;
  readonly Sgntr?: string | undefined;
  readonly Rltd?: readonly BusinessApplicationHeader5[] | undefined;
}

export interface BusinessApplicationHeader7 {
  readonly CharSet?: string | undefined;
  readonly Fr: Party44Choice;
  readonly To: Party44Choice;
  readonly BizMsgIdr: string;
  readonly MsgDefIdr: string;
  readonly BizSvc?: string | undefined;
  readonly MktPrctc?: ImplementationSpecification1 | undefined;
  readonly CreDt: string;
  readonly BizPrcgDt?: string | undefined;
  readonly CpyDplct?: CopyDuplicate1Code | undefined;
  readonly PssblDplct?: boolean | undefined;
  readonly Prty?: string | undefined;
  readonly Sgntr?: string | undefined;
}

export interface BusinessApplicationHeaderV03 {
  readonly CharSet?: string | undefined;
  readonly Fr: Party44Choice;
  readonly To: Party44Choice;
  readonly BizMsgIdr: string;
  readonly MsgDefIdr: string;
  readonly BizSvc?: string | undefined;
  readonly MktPrctc?: ImplementationSpecification1 | undefined;
  readonly CreDt: string;
  readonly BizPrcgDt?: string | undefined;
  readonly CpyDplct?: CopyDuplicate1Code | undefined;
  readonly PssblDplct?: boolean | undefined;
  readonly Prty?: string | undefined;
  readonly Sgntr?: string | undefined;
  readonly Rltd?: readonly BusinessApplicationHeader7[] | undefined;
}

export interface GroupHeader91 {
  readonly MsgId: string;
  readonly CreDtTm: string;
  readonly InstgAgt?: BranchAndFinancialInstitutionIdentification6 | undefined;
  readonly InstdAgt?: BranchAndFinancialInstitutionIdentification6 | undefined;
}

export interface NumberOfTransactionsPerStatus5 {
  readonly DtldNbOfTxs: string;
  readonly DtldSts: string;
  readonly DtldCtrlSum?: string | undefined;
}

export interface OriginalGroupHeader17 {
  readonly OrgnlMsgId: string;
  readonly OrgnlMsgNmId: string;
  readonly OrgnlCreDtTm?: string | undefined;
  readonly OrgnlNbOfTxs?: string | undefined;
  readonly OrgnlCtrlSum?: string | undefined;
  readonly GrpSts?: string | undefined;
  readonly StsRsnInf?: readonly CancellationStatusReason4[] | undefined;
  readonly NbOfTxsPerSts?: readonly NumberOfTransactionsPerStatus5[] | undefined;
}

export interface PaymentTransaction110 {
  readonly StsId?: string | undefined;
  readonly OrgnlGrpInf?: OriginalGroupInformation29 | undefined;
  readonly OrgnlInstrId?: string | undefined;
  readonly OrgnlEndToEndId?: string | undefined;
  readonly OrgnlTxId?: string | undefined;
  readonly OrgnlUETR?: string | undefined;
  readonly TxSts?: string | undefined;
  readonly StsRsnInf?: readonly CancellationStatusReason4[] | undefined;
  readonly ChrgsInf?: readonly Charges7[] | undefined;
  readonly AccptncDtTm?: string | undefined;
  readonly FctvIntrBkSttlmDt?: DateAndDateTime2Choice | undefined;
  readonly AcctSvcrRef?: string | undefined;
  readonly ClrSysRef?: string | undefined;
  readonly InstgAgt?: BranchAndFinancialInstitutionIdentification6 | undefined;
  readonly InstdAgt?: BranchAndFinancialInstitutionIdentification6 | undefined;
  readonly OrgnlTxRef?: OriginalTransactionReference28 | undefined;
  readonly SplmtryData?: readonly SupplementaryData1[] | undefined;
}

export interface FIToFIPaymentStatusReportV10 {
  readonly GrpHdr: GroupHeader91;
  readonly OrgnlGrpInfAndSts?: readonly OriginalGroupHeader17[] | undefined;
  readonly TxInfAndSts?: readonly PaymentTransaction110[] | undefined;
  readonly SplmtryData?: readonly SupplementaryData1[] | undefined;
}

export interface Pacs00200110 {
  readonly FIToFIPmtStsRpt: FIToFIPaymentStatusReportV10;
}

export interface GroupHeader101 {
  readonly MsgId: string;
  readonly CreDtTm: string;
  readonly InstgAgt?: BranchAndFinancialInstitutionIdentification6 | undefined;
  readonly InstdAgt?: BranchAndFinancialInstitutionIdentification6 | undefined;
  readonly OrgnlBizQry?: OriginalBusinessQuery1 | undefined;
}

export interface PaymentTransaction130 {
  readonly StsId?: string | undefined;
  readonly OrgnlGrpInf?: OriginalGroupInformation29 | undefined;
  readonly OrgnlInstrId?: string | undefined;
  readonly OrgnlEndToEndId?: string | undefined;
  readonly OrgnlTxId?: string | undefined;
  readonly OrgnlUETR?: string | undefined;
  readonly TxSts?: string | undefined;
  readonly StsRsnInf?: readonly CancellationStatusReason4[] | undefined;
  readonly ChrgsInf?: readonly Charges7[] | undefined;
  readonly AccptncDtTm?: string | undefined;
  readonly FctvIntrBkSttlmDt?: DateAndDateTime2Choice | undefined;
  readonly AcctSvcrRef?: string | undefined;
  readonly ClrSysRef?: string | undefined;
  readonly InstgAgt?: BranchAndFinancialInstitutionIdentification6 | undefined;
  readonly InstdAgt?: BranchAndFinancialInstitutionIdentification6 | undefined;
  readonly OrgnlTxRef?: OriginalTransactionReference35 | undefined;
  readonly SplmtryData?: readonly SupplementaryData1[] | undefined;
}

export interface FIToFIPaymentStatusReportV12 {
  readonly GrpHdr: GroupHeader101;
  readonly OrgnlGrpInfAndSts?: readonly OriginalGroupHeader17[] | undefined;
  readonly TxInfAndSts?: readonly PaymentTransaction130[] | undefined;
  readonly SplmtryData?: readonly SupplementaryData1[] | undefined;
}

export interface Pacs00200112 {
  readonly FIToFIPmtStsRpt: FIToFIPaymentStatusReportV12;
}

export interface GroupHeader120 {
  readonly MsgId: string;
  readonly CreDtTm: string;
  readonly InstgAgt?: BranchAndFinancialInstitutionIdentification8 | undefined;
  readonly InstdAgt?: BranchAndFinancialInstitutionIdentification8 | undefined;
  readonly OrgnlBizQry?: OriginalBusinessQuery1 | undefined;
}

export interface StatusReasonInformation14 {
  readonly Orgtr?: PartyIdentification272 | undefined;
  readonly Rsn?: OrganisationIdentificationSchemeName1Choice | undefined;
  readonly AddtlInf?: readonly string[] | undefined;
}

export interface OriginalGroupHeader22 {
  readonly OrgnlMsgId: string;
  readonly OrgnlMsgNmId: string;
  readonly OrgnlCreDtTm?: string | undefined;
  readonly OrgnlNbOfTxs?: string | undefined;
  readonly OrgnlCtrlSum?: string | undefined;
  readonly GrpSts?: string | undefined;
  readonly StsRsnInf?: readonly StatusReasonInformation14[] | undefined;
  readonly NbOfTxsPerSts?: readonly NumberOfTransactionsPerStatus5[] | undefined;
}

export interface Charges16 {
  readonly Amt: Amount;
  readonly Agt: BranchAndFinancialInstitutionIdentification8;
  readonly Tp?: ChargeType3Choice | undefined;
}

export interface SettlementInstruction15 {
  readonly SttlmMtd: SettlementMethod1Code;
  readonly SttlmAcct?: CashAccount40 | undefined;
  readonly ClrSys?: ClearingSystemIdentification3Choice | undefined;
  readonly InstgRmbrsmntAgt?: BranchAndFinancialInstitutionIdentification8 | undefined;
  readonly InstgRmbrsmntAgtAcct?: CashAccount40 | undefined;
  readonly InstdRmbrsmntAgt?: BranchAndFinancialInstitutionIdentification8 | undefined;
  readonly InstdRmbrsmntAgtAcct?: CashAccount40 | undefined;
  readonly ThrdRmbrsmntAgt?: BranchAndFinancialInstitutionIdentification8 | undefined;
  readonly ThrdRmbrsmntAgtAcct?: CashAccount40 | undefined;
}

export interface AmendmentInformationDetails15 {
  readonly OrgnlMndtId?: string | undefined;
  readonly OrgnlCdtrSchmeId?: PartyIdentification272 | undefined;
  readonly OrgnlCdtrAgt?: BranchAndFinancialInstitutionIdentification8 | undefined;
  readonly OrgnlCdtrAgtAcct?: CashAccount40 | undefined;
  readonly OrgnlDbtr?: PartyIdentification272 | undefined;
  readonly OrgnlDbtrAcct?: CashAccount40 | undefined;
  readonly OrgnlDbtrAgt?: BranchAndFinancialInstitutionIdentification8 | undefined;
  readonly OrgnlDbtrAgtAcct?: CashAccount40 | undefined;
  readonly OrgnlFnlColltnDt?: string | undefined;
  readonly OrgnlFrqcy?: Frequency36Choice | undefined;
  readonly OrgnlRsn?: MandateSetupReason1Choice | undefined;
  readonly OrgnlTrckgDays?: string | undefined;
}

export interface MandateRelatedInformation16 {
  readonly MndtId?: string | undefined;
  readonly DtOfSgntr?: string | undefined;
  readonly AmdmntInd?: boolean | undefined;
  readonly AmdmntInfDtls?: AmendmentInformationDetails15 | undefined;
  readonly ElctrncSgntr?: string | undefined;
  readonly FrstColltnDt?: string | undefined;
  readonly FnlColltnDt?: string | undefined;
  readonly Frqcy?: Frequency36Choice | undefined;
  readonly Rsn?: MandateSetupReason1Choice | undefined;
  readonly TrckgDays?: string | undefined;
}

export type MandateRelatedData3Choice = OneOf<{ readonly DrctDbtMndt?: MandateRelatedInformation16 | undefined; readonly CdtTrfMndt?: CreditTransferMandateData1 | undefined }>;

export interface OriginalTransactionReference42 {
  readonly IntrBkSttlmAmt?: Amount | undefined;
  readonly Amt?: AmountType4Choice | undefined;
  readonly IntrBkSttlmDt?: string | undefined;
  readonly ReqdColltnDt?: string | undefined;
  readonly ReqdExctnDt?: DateAndDateTime2Choice | undefined;
  readonly CdtrSchmeId?: PartyIdentification272 | undefined;
  readonly SttlmInf?: SettlementInstruction15 | undefined;
  readonly PmtTpInf?: PaymentTypeInformation27 | undefined;
  readonly PmtMtd?: PaymentMethod4Code | undefined;
  readonly MndtRltdInf?: MandateRelatedData3Choice | undefined;
  readonly RmtInf?: RemittanceInformation22 | undefined;
  readonly UltmtDbtr?: Party50Choice | undefined;
  readonly Dbtr?: Party50Choice | undefined;
  readonly DbtrAcct?: CashAccount40 | undefined;
  readonly DbtrAgt?: BranchAndFinancialInstitutionIdentification8 | undefined;
  readonly DbtrAgtAcct?: CashAccount40 | undefined;
  readonly CdtrAgt?: BranchAndFinancialInstitutionIdentification8 | undefined;
  readonly CdtrAgtAcct?: CashAccount40 | undefined;
  readonly Cdtr?: Party50Choice | undefined;
  readonly CdtrAcct?: CashAccount40 | undefined;
  readonly UltmtCdtr?: Party50Choice | undefined;
  readonly Purp?: OrganisationIdentificationSchemeName1Choice | undefined;
}

export interface PaymentTransaction161 {
  readonly StsId?: string | undefined;
  readonly OrgnlGrpInf?: OriginalGroupInformation29 | undefined;
  readonly OrgnlInstrId?: string | undefined;
  readonly OrgnlEndToEndId?: string | undefined;
  readonly OrgnlTxId?: string | undefined;
  readonly OrgnlUETR?: string | undefined;
  readonly TxSts?: string | undefined;
  readonly StsRsnInf?: readonly StatusReasonInformation14[] | undefined;
  readonly ChrgsInf?: readonly Charges16[] | undefined;
  readonly AccptncDtTm?: string | undefined;
  readonly PrcgDt?: DateAndDateTime2Choice | undefined;
  readonly FctvIntrBkSttlmDt?: DateAndDateTime2Choice | undefined;
  readonly AcctSvcrRef?: string | undefined;
  readonly ClrSysRef?: string | undefined;
  readonly InstgAgt?: BranchAndFinancialInstitutionIdentification8 | undefined;
  readonly InstdAgt?: BranchAndFinancialInstitutionIdentification8 | undefined;
  readonly OrgnlTxRef?: OriginalTransactionReference42 | undefined;
  readonly SplmtryData?: readonly SupplementaryData1[] | undefined;
}

export interface FIToFIPaymentStatusReportV14 {
  readonly GrpHdr: GroupHeader120;
  readonly OrgnlGrpInfAndSts?: readonly OriginalGroupHeader22[] | undefined;
  readonly TxInfAndSts?: readonly PaymentTransaction161[] | undefined;
  readonly SplmtryData?: readonly SupplementaryData1[] | undefined;
}

export interface Pacs00200114 {
  readonly FIToFIPmtStsRpt: FIToFIPaymentStatusReportV14;
}

export type Authorisation1Code = 'AUTH' | 'FDET' | 'FSUM' | 'ILEV';

export type Authorisation1Choice = OneOf<{ readonly Cd: Authorisation1Code; readonly Prtry: string }>;

export type SettlementMethod2Code = 'INDA' | 'INGA' | 'CLRG';

export interface SettlementInstruction8 {
  readonly SttlmMtd: SettlementMethod2Code;
  readonly SttlmAcct?: CashAccount38 | undefined;
  readonly ClrSys?: ClearingSystemIdentification3Choice | undefined;
}

export interface GroupHeader94 {
  readonly MsgId: string;
  readonly CreDtTm: string;
  readonly Authstn?: readonly Authorisation1Choice[] | undefined;
  readonly BtchBookg?: boolean | undefined;
  readonly NbOfTxs: string;
  readonly CtrlSum?: string | undefined;
  readonly TtlIntrBkSttlmAmt?: Amount | undefined;
  readonly IntrBkSttlmDt?: string | undefined;
  readonly SttlmInf: SettlementInstruction8;
  readonly PmtTpInf?: PaymentTypeInformation27 | undefined;
  readonly InstgAgt?: BranchAndFinancialInstitutionIdentification6 | undefined;
  readonly InstdAgt?: BranchAndFinancialInstitutionIdentification6 | undefined;
}

export interface PaymentIdentification7 {
  readonly InstrId?: string | undefined;
  readonly EndToEndId: string;
  readonly TxId?: string | undefined;
  readonly UETR?: string | undefined;
  readonly ClrSysRef?: string | undefined;
}

export type Priority3Code = 'URGT' | 'HIGH' | 'NORM';

export interface SettlementDateTimeIndication1 {
  readonly DbtDtTm?: string | undefined;
  readonly CdtDtTm?: string | undefined;
}

export interface DirectDebitTransaction10 {
  readonly MndtRltdInf?: MandateRelatedInformation14 | undefined;
  readonly CdtrSchmeId?: PartyIdentification135 | undefined;
  readonly PreNtfctnId?: string | undefined;
  readonly PreNtfctnDt?: string | undefined;
}

export interface RegulatoryAuthority2 {
  readonly Nm?: string | undefined;
  readonly Ctry?: string | undefined;
}

export interface StructuredRegulatoryReporting3 {
  readonly Tp?: string | undefined;
  readonly Dt?: string | undefined;
  readonly Ctry?: string | undefined;
  readonly Cd?: string | undefined;
  readonly Amt?: Amount | undefined;
  readonly Inf?: readonly string[] | undefined;
}

export interface RegulatoryReporting3 {
  readonly DbtCdtRptgInd?: FloorLimitType1Code | undefined;
  readonly Authrty?: RegulatoryAuthority2 | undefined;
  readonly Dtls?: readonly StructuredRegulatoryReporting3[] | undefined;
}

export interface DirectDebitTransactionInformation24 {
  readonly PmtId: PaymentIdentification7;
  readonly PmtTpInf?: PaymentTypeInformation27 | undefined;
  readonly IntrBkSttlmAmt: Amount;
  readonly IntrBkSttlmDt?: string | undefined;
  readonly SttlmPrty?: Priority3Code | undefined;
  readonly SttlmTmIndctn?: SettlementDateTimeIndication1 | undefined;
  readonly InstdAmt?: Amount | undefined;
  readonly XchgRate?: string | undefined;
  readonly ChrgBr: ChargeBearerType1Code;
  readonly ChrgsInf?: readonly Charges7[] | undefined;
  readonly ReqdColltnDt?: string | undefined;
  readonly DrctDbtTx?: DirectDebitTransaction10 | undefined;
  readonly Cdtr: PartyIdentification135;
  readonly CdtrAcct?: CashAccount38 | undefined;
  readonly CdtrAgt: BranchAndFinancialInstitutionIdentification6;
  readonly CdtrAgtAcct?: CashAccount38 | undefined;
  readonly UltmtCdtr?: PartyIdentification135 | undefined;
  readonly InitgPty?: PartyIdentification135 | undefined;
  readonly InstgAgt?: BranchAndFinancialInstitutionIdentification6 | undefined;
  readonly InstdAgt?: BranchAndFinancialInstitutionIdentification6 | undefined;
  readonly IntrmyAgt1?: BranchAndFinancialInstitutionIdentification6 | undefined;
  readonly IntrmyAgt1Acct?: CashAccount38 | undefined;
  readonly IntrmyAgt2?: BranchAndFinancialInstitutionIdentification6 | undefined;
  readonly IntrmyAgt2Acct?: CashAccount38 | undefined;
  readonly IntrmyAgt3?: BranchAndFinancialInstitutionIdentification6 | undefined;
  readonly IntrmyAgt3Acct?: CashAccount38 | undefined;
  readonly Dbtr: PartyIdentification135;
  readonly DbtrAcct: CashAccount38;
  readonly DbtrAgt: BranchAndFinancialInstitutionIdentification6;
  readonly DbtrAgtAcct?: CashAccount38 | undefined;
  readonly UltmtDbtr?: PartyIdentification135 | undefined;
  readonly Purp?: OrganisationIdentificationSchemeName1Choice | undefined;
  readonly RgltryRptg?: readonly RegulatoryReporting3[] | undefined;
  readonly RltdRmtInf?: readonly RemittanceLocation7[] | undefined;
  readonly RmtInf?: RemittanceInformation16 | undefined;
  readonly SplmtryData?: readonly SupplementaryData1[] | undefined;
}

export interface FIToFICustomerDirectDebitV08 {
  readonly GrpHdr: GroupHeader94;
  readonly DrctDbtTxInf: readonly DirectDebitTransactionInformation24[];
  readonly SplmtryData?: readonly SupplementaryData1[] | undefined;
}

export interface Pacs00300108 {
  readonly FIToFICstmrDrctDbt: FIToFICustomerDirectDebitV08;
}

export interface GroupHeader90 {
  readonly MsgId: string;
  readonly CreDtTm: string;
  readonly Authstn?: readonly Authorisation1Choice[] | undefined;
  readonly BtchBookg?: boolean | undefined;
  readonly NbOfTxs: string;
  readonly CtrlSum?: string | undefined;
  readonly GrpRtr?: boolean | undefined;
  readonly TtlRtrdIntrBkSttlmAmt?: Amount | undefined;
  readonly IntrBkSttlmDt?: string | undefined;
  readonly SttlmInf: SettlementInstruction7;
  readonly InstgAgt?: BranchAndFinancialInstitutionIdentification6 | undefined;
  readonly InstdAgt?: BranchAndFinancialInstitutionIdentification6 | undefined;
}

export interface OriginalGroupHeader18 {
  readonly OrgnlMsgId: string;
  readonly OrgnlMsgNmId: string;
  readonly OrgnlCreDtTm?: string | undefined;
  readonly RtrRsnInf?: readonly CancellationStatusReason4[] | undefined;
}

export interface TransactionParties7 {
  readonly UltmtDbtr?: Party40Choice | undefined;
  readonly Dbtr: Party40Choice;
  readonly InitgPty?: Party40Choice | undefined;
  readonly DbtrAgt?: BranchAndFinancialInstitutionIdentification6 | undefined;
  readonly PrvsInstgAgt1?: BranchAndFinancialInstitutionIdentification6 | undefined;
  readonly PrvsInstgAgt2?: BranchAndFinancialInstitutionIdentification6 | undefined;
  readonly PrvsInstgAgt3?: BranchAndFinancialInstitutionIdentification6 | undefined;
  readonly IntrmyAgt1?: BranchAndFinancialInstitutionIdentification6 | undefined;
  readonly IntrmyAgt2?: BranchAndFinancialInstitutionIdentification6 | undefined;
  readonly IntrmyAgt3?: BranchAndFinancialInstitutionIdentification6 | undefined;
  readonly CdtrAgt?: BranchAndFinancialInstitutionIdentification6 | undefined;
  readonly Cdtr: Party40Choice;
  readonly UltmtCdtr?: Party40Choice | undefined;
}

export interface PaymentTransaction112 {
  readonly RtrId?: string | undefined;
  readonly OrgnlGrpInf?: OriginalGroupInformation29 | undefined;
  readonly OrgnlInstrId?: string | undefined;
  readonly OrgnlEndToEndId?: string | undefined;
  readonly OrgnlTxId?: string | undefined;
  readonly OrgnlUETR?: string | undefined;
  readonly OrgnlClrSysRef?: string | undefined;
  readonly OrgnlIntrBkSttlmAmt?: Amount | undefined;
  readonly OrgnlIntrBkSttlmDt?: string | undefined;
  readonly RtrdIntrBkSttlmAmt: Amount;
  readonly IntrBkSttlmDt?: string | undefined;
  readonly SttlmPrty?: Priority3Code | undefined;
  readonly SttlmTmIndctn?: SettlementDateTimeIndication1 | undefined;
  readonly RtrdInstdAmt?: Amount | undefined;
  readonly XchgRate?: string | undefined;
  readonly CompstnAmt?: Amount | undefined;
  readonly ChrgBr?: ChargeBearerType1Code | undefined;
  readonly ChrgsInf?: readonly Charges7[] | undefined;
  readonly ClrSysRef?: string | undefined;
  readonly InstgAgt?: BranchAndFinancialInstitutionIdentification6 | undefined;
  readonly InstdAgt?: BranchAndFinancialInstitutionIdentification6 | undefined;
  readonly RtrChain?: TransactionParties7 | undefined;
  readonly RtrRsnInf?: readonly CancellationStatusReason4[] | undefined;
  readonly OrgnlTxRef?: OriginalTransactionReference28 | undefined;
  readonly SplmtryData?: readonly SupplementaryData1[] | undefined;
}

export interface PaymentReturnV09 {
  readonly GrpHdr: GroupHeader90;
  readonly OrgnlGrpInf?: OriginalGroupHeader18 | undefined;
  readonly TxInf?: readonly PaymentTransaction112[] | undefined;
  readonly SplmtryData?: readonly SupplementaryData1[] | undefined;
}

export interface Pacs00400109 {
  readonly PmtRtr: PaymentReturnV09;
}

export interface TransactionParties8 {
  readonly UltmtDbtr?: Party40Choice | undefined;
  readonly Dbtr: Party40Choice;
  readonly DbtrAcct?: CashAccount38 | undefined;
  readonly InitgPty?: Party40Choice | undefined;
  readonly DbtrAgt?: BranchAndFinancialInstitutionIdentification6 | undefined;
  readonly DbtrAgtAcct?: CashAccount38 | undefined;
  readonly PrvsInstgAgt1?: BranchAndFinancialInstitutionIdentification6 | undefined;
  readonly PrvsInstgAgt1Acct?: CashAccount38 | undefined;
  readonly PrvsInstgAgt2?: BranchAndFinancialInstitutionIdentification6 | undefined;
  readonly PrvsInstgAgt2Acct?: CashAccount38 | undefined;
  readonly PrvsInstgAgt3?: BranchAndFinancialInstitutionIdentification6 | undefined;
  readonly PrvsInstgAgt3Acct?: CashAccount38 | undefined;
  readonly IntrmyAgt1?: BranchAndFinancialInstitutionIdentification6 | undefined;
  readonly IntrmyAgt1Acct?: CashAccount38 | undefined;
  readonly IntrmyAgt2?: BranchAndFinancialInstitutionIdentification6 | undefined;
  readonly IntrmyAgt2Acct?: CashAccount38 | undefined;
  readonly IntrmyAgt3?: BranchAndFinancialInstitutionIdentification6 | undefined;
  readonly IntrmyAgt3Acct?: CashAccount38 | undefined;
  readonly CdtrAgt?: BranchAndFinancialInstitutionIdentification6 | undefined;
  readonly CdtrAgtAcct?: CashAccount38 | undefined;
  readonly Cdtr: Party40Choice;
  readonly CdtrAcct?: CashAccount38 | undefined;
  readonly UltmtCdtr?: Party40Choice | undefined;
}

export interface InstructionForCreditorAgent3 {
  readonly Cd?: string | undefined;
  readonly InstrInf?: string | undefined;
}

export interface CreditTransferTransaction45 {
  readonly UltmtDbtr?: PartyIdentification135 | undefined;
  readonly InitgPty?: PartyIdentification135 | undefined;
  readonly Dbtr: PartyIdentification135;
  readonly DbtrAcct?: CashAccount38 | undefined;
  readonly DbtrAgt: BranchAndFinancialInstitutionIdentification6;
  readonly DbtrAgtAcct?: CashAccount38 | undefined;
  readonly PrvsInstgAgt1?: BranchAndFinancialInstitutionIdentification6 | undefined;
  readonly PrvsInstgAgt1Acct?: CashAccount38 | undefined;
  readonly PrvsInstgAgt2?: BranchAndFinancialInstitutionIdentification6 | undefined;
  readonly PrvsInstgAgt2Acct?: CashAccount38 | undefined;
  readonly PrvsInstgAgt3?: BranchAndFinancialInstitutionIdentification6 | undefined;
  readonly PrvsInstgAgt3Acct?: CashAccount38 | undefined;
  readonly IntrmyAgt1?: BranchAndFinancialInstitutionIdentification6 | undefined;
  readonly IntrmyAgt1Acct?: CashAccount38 | undefined;
  readonly IntrmyAgt2?: BranchAndFinancialInstitutionIdentification6 | undefined;
  readonly IntrmyAgt2Acct?: CashAccount38 | undefined;
  readonly IntrmyAgt3?: BranchAndFinancialInstitutionIdentification6 | undefined;
  readonly IntrmyAgt3Acct?: CashAccount38 | undefined;
  readonly CdtrAgt: BranchAndFinancialInstitutionIdentification6;
  readonly CdtrAgtAcct?: CashAccount38 | undefined;
  readonly Cdtr: PartyIdentification135;
  readonly CdtrAcct?: CashAccount38 | undefined;
  readonly UltmtCdtr?: PartyIdentification135 | undefined;
  readonly InstrForCdtrAgt?: readonly InstructionForCreditorAgent3[] | undefined;
  readonly InstrForNxtAgt?: readonly InstructionForNextAgent1[] | undefined;
  readonly Tax?: TaxInformation8 | undefined;
  readonly RmtInf?: RemittanceInformation16 | undefined;
  readonly InstdAmt?: Amount | undefined;
}

export interface OriginalTransactionReference32 {
  readonly IntrBkSttlmAmt?: Amount | undefined;
  readonly Amt?: AmountType4Choice | undefined;
  readonly IntrBkSttlmDt?: string | undefined;
  readonly ReqdColltnDt?: string | undefined;
  readonly ReqdExctnDt?: DateAndDateTime2Choice | undefined;
  readonly CdtrSchmeId?: PartyIdentification135 | undefined;
  readonly SttlmInf?: SettlementInstruction7 | undefined;
  readonly PmtTpInf?: PaymentTypeInformation27 | undefined;
  readonly PmtMtd?: PaymentMethod4Code | undefined;
  readonly MndtRltdInf?: MandateRelatedData1Choice | undefined;
  readonly RmtInf?: RemittanceInformation16 | undefined;
  readonly UltmtDbtr?: Party40Choice | undefined;
  readonly Dbtr?: Party40Choice | undefined;
  readonly DbtrAcct?: CashAccount38 | undefined;
  readonly DbtrAgt?: BranchAndFinancialInstitutionIdentification6 | undefined;
  readonly DbtrAgtAcct?: CashAccount38 | undefined;
  readonly CdtrAgt?: BranchAndFinancialInstitutionIdentification6 | undefined;
  readonly CdtrAgtAcct?: CashAccount38 | undefined;
  readonly Cdtr?: Party40Choice | undefined;
  readonly CdtrAcct?: CashAccount38 | undefined;
  readonly UltmtCdtr?: Party40Choice | undefined;
  readonly Purp?: OrganisationIdentificationSchemeName1Choice | undefined;
  readonly UndrlygCstmrCdtTrf?: CreditTransferTransaction45 | undefined;
}

export interface PaymentTransaction118 {
  readonly RtrId?: string | undefined;
  readonly OrgnlGrpInf?: OriginalGroupInformation29 | undefined;
  readonly OrgnlInstrId?: string | undefined;
  readonly OrgnlEndToEndId?: string | undefined;
  readonly OrgnlTxId?: string | undefined;
  readonly OrgnlUETR?: string | undefined;
  readonly OrgnlClrSysRef?: string | undefined;
  readonly OrgnlIntrBkSttlmAmt?: Amount | undefined;
  readonly OrgnlIntrBkSttlmDt?: string | undefined;
  readonly RtrdIntrBkSttlmAmt: Amount;
  readonly IntrBkSttlmDt?: string | undefined;
  readonly SttlmPrty?: Priority3Code | undefined;
  readonly SttlmTmIndctn?: SettlementDateTimeIndication1 | undefined;
  readonly RtrdInstdAmt?: Amount | undefined;
  readonly XchgRate?: string | undefined;
  readonly CompstnAmt?: Amount | undefined;
  readonly ChrgBr?: ChargeBearerType1Code | undefined;
  readonly ChrgsInf?: readonly Charges7[] | undefined;
  readonly ClrSysRef?: string | undefined;
  readonly InstgAgt?: BranchAndFinancialInstitutionIdentification6 | undefined;
  readonly InstdAgt?: BranchAndFinancialInstitutionIdentification6 | undefined;
  readonly RtrChain?: TransactionParties8 | undefined;
  readonly RtrRsnInf?: readonly CancellationStatusReason4[] | undefined;
  readonly OrgnlTxRef?: OriginalTransactionReference32 | undefined;
  readonly SplmtryData?: readonly SupplementaryData1[] | undefined;
}

export interface PaymentReturnV10 {
  readonly GrpHdr: GroupHeader90;
  readonly OrgnlGrpInf?: OriginalGroupHeader18 | undefined;
  readonly TxInf?: readonly PaymentTransaction118[] | undefined;
  readonly SplmtryData?: readonly SupplementaryData1[] | undefined;
}

export interface Pacs00400110 {
  readonly PmtRtr: PaymentReturnV10;
}

export interface PaymentTypeInformation28 {
  readonly InstrPrty?: Priority2Code | undefined;
  readonly ClrChanl?: ClearingChannel2Code | undefined;
  readonly SvcLvl?: readonly OrganisationIdentificationSchemeName1Choice[] | undefined;
  readonly LclInstrm?: LocalInstrument2Choice | undefined;
  readonly CtgyPurp?: OrganisationIdentificationSchemeName1Choice | undefined;
}

export interface GroupHeader99 {
  readonly MsgId: string;
  readonly CreDtTm: string;
  readonly Authstn?: readonly Authorisation1Choice[] | undefined;
  readonly BtchBookg?: boolean | undefined;
  readonly NbOfTxs: string;
  readonly CtrlSum?: string | undefined;
  readonly GrpRtr?: boolean | undefined;
  readonly TtlRtrdIntrBkSttlmAmt?: Amount | undefined;
  readonly IntrBkSttlmDt?: string | undefined;
  readonly SttlmInf: SettlementInstruction11;
  readonly PmtTpInf?: PaymentTypeInformation28 | undefined;
  readonly InstgAgt?: BranchAndFinancialInstitutionIdentification6 | undefined;
  readonly InstdAgt?: BranchAndFinancialInstitutionIdentification6 | undefined;
}

export interface SettlementTimeRequest2 {
  readonly CLSTm?: string | undefined;
  readonly TillTm?: string | undefined;
  readonly FrTm?: string | undefined;
  readonly RjctTm?: string | undefined;
}

export interface TransactionParties10 {
  readonly UltmtDbtr?: Party40Choice | undefined;
  readonly Dbtr: Party40Choice;
  readonly DbtrAcct?: CashAccount40 | undefined;
  readonly InitgPty?: Party40Choice | undefined;
  readonly DbtrAgt?: BranchAndFinancialInstitutionIdentification6 | undefined;
  readonly DbtrAgtAcct?: CashAccount40 | undefined;
  readonly PrvsInstgAgt1?: BranchAndFinancialInstitutionIdentification6 | undefined;
  readonly PrvsInstgAgt1Acct?: CashAccount40 | undefined;
  readonly PrvsInstgAgt2?: BranchAndFinancialInstitutionIdentification6 | undefined;
  readonly PrvsInstgAgt2Acct?: CashAccount40 | undefined;
  readonly PrvsInstgAgt3?: BranchAndFinancialInstitutionIdentification6 | undefined;
  readonly PrvsInstgAgt3Acct?: CashAccount40 | undefined;
  readonly IntrmyAgt1?: BranchAndFinancialInstitutionIdentification6 | undefined;
  readonly IntrmyAgt1Acct?: CashAccount40 | undefined;
  readonly IntrmyAgt2?: BranchAndFinancialInstitutionIdentification6 | undefined;
  readonly IntrmyAgt2Acct?: CashAccount40 | undefined;
  readonly IntrmyAgt3?: BranchAndFinancialInstitutionIdentification6 | undefined;
  readonly IntrmyAgt3Acct?: CashAccount40 | undefined;
  readonly CdtrAgt?: BranchAndFinancialInstitutionIdentification6 | undefined;
  readonly CdtrAgtAcct?: CashAccount40 | undefined;
  readonly Cdtr: Party40Choice;
  readonly CdtrAcct?: CashAccount40 | undefined;
  readonly UltmtCdtr?: Party40Choice | undefined;
}

export interface TaxInformation10 {
  readonly Cdtr?: TaxParty1 | undefined;
  readonly Dbtr?: TaxParty2 | undefined;
  readonly AdmstnZone?: string | undefined;
  readonly RefNb?: string | undefined;
  readonly Mtd?: string | undefined;
  readonly TtlTaxblBaseAmt?: Amount | undefined;
  readonly TtlTaxAmt?: Amount | undefined;
  readonly Dt?: string | undefined;
  readonly SeqNb?: string | undefined;
  readonly Rcrd?: readonly TaxRecord3[] | undefined;
}

export interface CreditTransferTransaction52 {
  readonly UltmtDbtr?: PartyIdentification135 | undefined;
  readonly InitgPty?: PartyIdentification135 | undefined;
  readonly Dbtr: PartyIdentification135;
  readonly DbtrAcct?: CashAccount40 | undefined;
  readonly DbtrAgt: BranchAndFinancialInstitutionIdentification6;
  readonly DbtrAgtAcct?: CashAccount40 | undefined;
  readonly PrvsInstgAgt1?: BranchAndFinancialInstitutionIdentification6 | undefined;
  readonly PrvsInstgAgt1Acct?: CashAccount40 | undefined;
  readonly PrvsInstgAgt2?: BranchAndFinancialInstitutionIdentification6 | undefined;
  readonly PrvsInstgAgt2Acct?: CashAccount40 | undefined;
  readonly PrvsInstgAgt3?: BranchAndFinancialInstitutionIdentification6 | undefined;
  readonly PrvsInstgAgt3Acct?: CashAccount40 | undefined;
  readonly IntrmyAgt1?: BranchAndFinancialInstitutionIdentification6 | undefined;
  readonly IntrmyAgt1Acct?: CashAccount40 | undefined;
  readonly IntrmyAgt2?: BranchAndFinancialInstitutionIdentification6 | undefined;
  readonly IntrmyAgt2Acct?: CashAccount40 | undefined;
  readonly IntrmyAgt3?: BranchAndFinancialInstitutionIdentification6 | undefined;
  readonly IntrmyAgt3Acct?: CashAccount40 | undefined;
  readonly CdtrAgt: BranchAndFinancialInstitutionIdentification6;
  readonly CdtrAgtAcct?: CashAccount40 | undefined;
  readonly Cdtr: PartyIdentification135;
  readonly CdtrAcct?: CashAccount40 | undefined;
  readonly UltmtCdtr?: PartyIdentification135 | undefined;
  readonly InstrForCdtrAgt?: readonly InstructionForCreditorAgent3[] | undefined;
  readonly InstrForNxtAgt?: readonly InstructionForNextAgent1[] | undefined;
  readonly Tax?: TaxInformation10 | undefined;
  readonly RmtInf?: RemittanceInformation21 | undefined;
  readonly InstdAmt?: Amount | undefined;
}

export interface OriginalTransactionReference36 {
  readonly IntrBkSttlmAmt?: Amount | undefined;
  readonly Amt?: AmountType4Choice | undefined;
  readonly IntrBkSttlmDt?: string | undefined;
  readonly ReqdColltnDt?: string | undefined;
  readonly ReqdExctnDt?: DateAndDateTime2Choice | undefined;
  readonly CdtrSchmeId?: PartyIdentification135 | undefined;
  readonly SttlmInf?: SettlementInstruction11 | undefined;
  readonly PmtTpInf?: PaymentTypeInformation27 | undefined;
  readonly PmtMtd?: PaymentMethod4Code | undefined;
  readonly MndtRltdInf?: MandateRelatedData2Choice | undefined;
  readonly RmtInf?: RemittanceInformation21 | undefined;
  readonly UltmtDbtr?: Party40Choice | undefined;
  readonly Dbtr?: Party40Choice | undefined;
  readonly DbtrAcct?: CashAccount40 | undefined;
  readonly DbtrAgt?: BranchAndFinancialInstitutionIdentification6 | undefined;
  readonly DbtrAgtAcct?: CashAccount40 | undefined;
  readonly CdtrAgt?: BranchAndFinancialInstitutionIdentification6 | undefined;
  readonly CdtrAgtAcct?: CashAccount40 | undefined;
  readonly Cdtr?: Party40Choice | undefined;
  readonly CdtrAcct?: CashAccount40 | undefined;
  readonly UltmtCdtr?: Party40Choice | undefined;
  readonly Purp?: OrganisationIdentificationSchemeName1Choice | undefined;
  readonly UndrlygCstmrCdtTrf?: CreditTransferTransaction52 | undefined;
}

export interface PaymentTransaction133 {
  readonly RtrId?: string | undefined;
  readonly OrgnlGrpInf?: OriginalGroupInformation29 | undefined;
  readonly OrgnlInstrId?: string | undefined;
  readonly OrgnlEndToEndId?: string | undefined;
  readonly OrgnlTxId?: string | undefined;
  readonly OrgnlUETR?: string | undefined;
  readonly OrgnlClrSysRef?: string | undefined;
  readonly OrgnlIntrBkSttlmAmt?: Amount | undefined;
  readonly OrgnlIntrBkSttlmDt?: string | undefined;
  readonly PmtTpInf?: PaymentTypeInformation28 | undefined;
  readonly RtrdIntrBkSttlmAmt: Amount;
  readonly IntrBkSttlmDt?: string | undefined;
  readonly SttlmPrty?: Priority3Code | undefined;
  readonly SttlmTmIndctn?: SettlementDateTimeIndication1 | undefined;
  readonly SttlmTmReq?: SettlementTimeRequest2 | undefined;
  readonly RtrdInstdAmt?: Amount | undefined;
  readonly XchgRate?: string | undefined;
  readonly CompstnAmt?: Amount | undefined;
  readonly ChrgBr?: ChargeBearerType1Code | undefined;
  readonly ChrgsInf?: readonly Charges7[] | undefined;
  readonly ClrSysRef?: string | undefined;
  readonly InstgAgt?: BranchAndFinancialInstitutionIdentification6 | undefined;
  readonly InstdAgt?: BranchAndFinancialInstitutionIdentification6 | undefined;
  readonly RtrChain?: TransactionParties10 | undefined;
  readonly RtrRsnInf?: readonly CancellationStatusReason4[] | undefined;
  readonly OrgnlTxRef?: OriginalTransactionReference36 | undefined;
  readonly SplmtryData?: readonly SupplementaryData1[] | undefined;
}

export interface PaymentReturnV11 {
  readonly GrpHdr: GroupHeader99;
  readonly OrgnlGrpInf?: OriginalGroupHeader18 | undefined;
  readonly TxInf?: readonly PaymentTransaction133[] | undefined;
  readonly SplmtryData?: readonly SupplementaryData1[] | undefined;
}

export interface Pacs00400111 {
  readonly PmtRtr: PaymentReturnV11;
}

export interface GroupHeader89 {
  readonly MsgId: string;
  readonly CreDtTm: string;
  readonly Authstn?: readonly Authorisation1Choice[] | undefined;
  readonly BtchBookg?: boolean | undefined;
  readonly NbOfTxs: string;
  readonly CtrlSum?: string | undefined;
  readonly GrpRvsl?: boolean | undefined;
  readonly TtlRvsdIntrBkSttlmAmt?: Amount | undefined;
  readonly IntrBkSttlmDt?: string | undefined;
  readonly SttlmInf: SettlementInstruction7;
  readonly InstgAgt?: BranchAndFinancialInstitutionIdentification6 | undefined;
  readonly InstdAgt?: BranchAndFinancialInstitutionIdentification6 | undefined;
}

export interface OriginalGroupHeader16 {
  readonly OrgnlMsgId: string;
  readonly OrgnlMsgNmId: string;
  readonly OrgnlCreDtTm?: string | undefined;
  readonly RvslRsnInf?: readonly CancellationStatusReason4[] | undefined;
}

export interface PaymentTransaction111 {
  readonly RvslId?: string | undefined;
  readonly OrgnlGrpInf?: OriginalGroupInformation29 | undefined;
  readonly OrgnlInstrId?: string | undefined;
  readonly OrgnlEndToEndId?: string | undefined;
  readonly OrgnlTxId?: string | undefined;
  readonly OrgnlUETR?: string | undefined;
  readonly OrgnlClrSysRef?: string | undefined;
  readonly OrgnlIntrBkSttlmAmt?: Amount | undefined;
  readonly RvsdIntrBkSttlmAmt: Amount;
  readonly IntrBkSttlmDt?: string | undefined;
  readonly SttlmPrty?: Priority3Code | undefined;
  readonly SttlmTmIndctn?: SettlementDateTimeIndication1 | undefined;
  readonly RvsdInstdAmt?: Amount | undefined;
  readonly XchgRate?: string | undefined;
  readonly CompstnAmt?: Amount | undefined;
  readonly ChrgBr?: ChargeBearerType1Code | undefined;
  readonly ChrgsInf?: readonly Charges7[] | undefined;
  readonly InstgAgt?: BranchAndFinancialInstitutionIdentification6 | undefined;
  readonly InstdAgt?: BranchAndFinancialInstitutionIdentification6 | undefined;
  readonly RvslRsnInf?: readonly CancellationStatusReason4[] | undefined;
  readonly OrgnlTxRef?: OriginalTransactionReference28 | undefined;
  readonly SplmtryData?: readonly SupplementaryData1[] | undefined;
}

export interface FIToFIPaymentReversalV09 {
  readonly GrpHdr: GroupHeader89;
  readonly OrgnlGrpInf?: OriginalGroupHeader16 | undefined;
  readonly TxInf?: readonly PaymentTransaction111[] | undefined;
  readonly SplmtryData?: readonly SupplementaryData1[] | undefined;
}

export interface Pacs00700109 {
  readonly FIToFIPmtRvsl: FIToFIPaymentReversalV09;
}

export interface SettlementInformation13 {
  readonly SttlmMtd: SettlementMethod1Code;
  readonly SttlmAcct?: CashAccount16 | undefined;
  readonly ClrSys?: ClearingSystemIdentification3Choice | undefined;
  readonly InstgRmbrsmntAgt?: BranchAndFinancialInstitutionIdentification4 | undefined;
  readonly InstgRmbrsmntAgtAcct?: CashAccount16 | undefined;
  readonly InstdRmbrsmntAgt?: BranchAndFinancialInstitutionIdentification4 | undefined;
  readonly InstdRmbrsmntAgtAcct?: CashAccount16 | undefined;
  readonly ThrdRmbrsmntAgt?: BranchAndFinancialInstitutionIdentification4 | undefined;
  readonly ThrdRmbrsmntAgtAcct?: CashAccount16 | undefined;
}

export interface PaymentTypeInformation21 {
  readonly InstrPrty?: Priority2Code | undefined;
  readonly ClrChanl?: ClearingChannel2Code | undefined;
  readonly SvcLvl?: OrganisationIdentificationSchemeName1Choice | undefined;
  readonly LclInstrm?: LocalInstrument2Choice | undefined;
  readonly CtgyPurp?: OrganisationIdentificationSchemeName1Choice | undefined;
}

export interface GroupHeader33 {
  readonly MsgId: string;
  readonly CreDtTm: string;
  readonly BtchBookg?: boolean | undefined;
  readonly NbOfTxs: string;
  readonly CtrlSum?: string | undefined;
  readonly TtlIntrBkSttlmAmt?: Amount | undefined;
  readonly IntrBkSttlmDt?: string | undefined;
  readonly SttlmInf: SettlementInformation13;
  readonly PmtTpInf?: PaymentTypeInformation21 | undefined;
  readonly InstgAgt?: BranchAndFinancialInstitutionIdentification4 | undefined;
  readonly InstdAgt?: BranchAndFinancialInstitutionIdentification4 | undefined;
}

export interface PaymentIdentification3 {
  readonly InstrId?: string | undefined;
  readonly EndToEndId: string;
  readonly TxId: string;
  readonly ClrSysRef?: string | undefined;
}

export interface ChargesInformation5 {
  readonly Amt: Amount;
  readonly Pty: BranchAndFinancialInstitutionIdentification4;
}

export interface CreditTransferTransactionInformation11 {
  readonly PmtId: PaymentIdentification3;
  readonly PmtTpInf?: PaymentTypeInformation21 | undefined;
  readonly IntrBkSttlmAmt: Amount;
  readonly IntrBkSttlmDt?: string | undefined;
  readonly SttlmPrty?: Priority3Code | undefined;
  readonly SttlmTmIndctn?: SettlementDateTimeIndication1 | undefined;
  readonly SttlmTmReq?: SettlementTimeRequest2 | undefined;
  readonly AccptncDtTm?: string | undefined;
  readonly PoolgAdjstmntDt?: string | undefined;
  readonly InstdAmt?: Amount | undefined;
  readonly XchgRate?: string | undefined;
  readonly ChrgBr: ChargeBearerType1Code;
  readonly ChrgsInf?: readonly ChargesInformation5[] | undefined;
  readonly PrvsInstgAgt?: BranchAndFinancialInstitutionIdentification4 | undefined;
  readonly PrvsInstgAgtAcct?: CashAccount16 | undefined;
  readonly InstgAgt?: BranchAndFinancialInstitutionIdentification4 | undefined;
  readonly InstdAgt?: BranchAndFinancialInstitutionIdentification4 | undefined;
  readonly IntrmyAgt1?: BranchAndFinancialInstitutionIdentification4 | undefined;
  readonly IntrmyAgt1Acct?: CashAccount16 | undefined;
  readonly IntrmyAgt2?: BranchAndFinancialInstitutionIdentification4 | undefined;
  readonly IntrmyAgt2Acct?: CashAccount16 | undefined;
  readonly IntrmyAgt3?: BranchAndFinancialInstitutionIdentification4 | undefined;
  readonly IntrmyAgt3Acct?: CashAccount16 | undefined;
  readonly UltmtDbtr?: PartyIdentification32 | undefined;
  readonly InitgPty?: PartyIdentification32 | undefined;
  readonly Dbtr: PartyIdentification32;
  readonly DbtrAcct?: CashAccount16 | undefined;
  readonly DbtrAgt: BranchAndFinancialInstitutionIdentification4;
  readonly DbtrAgtAcct?: CashAccount16 | undefined;
  readonly CdtrAgt: BranchAndFinancialInstitutionIdentification4;
  readonly CdtrAgtAcct?: CashAccount16 | undefined;
  readonly Cdtr: PartyIdentification32;
  readonly CdtrAcct?: CashAccount16 | undefined;
  readonly UltmtCdtr?: PartyIdentification32 | undefined;
  readonly InstrForCdtrAgt?: readonly InstructionForCreditorAgent1[] | undefined;
  readonly InstrForNxtAgt?: readonly InstructionForNextAgent1[] | undefined;
  readonly Purp?: OrganisationIdentificationSchemeName1Choice | undefined;
  readonly RgltryRptg?: readonly RegulatoryReporting3[] | undefined;
  readonly RltdRmtInf?: readonly RemittanceLocation2[] | undefined;
  readonly RmtInf?: RemittanceInformation5 | undefined;
}

export interface FIToFICustomerCreditTransferV02 {
  readonly GrpHdr: GroupHeader33;
  readonly CdtTrfTxInf: readonly CreditTransferTransactionInformation11[];
}

export interface Pacs00800102 {
  readonly FIToFICstmrCdtTrf: FIToFICustomerCreditTransferV02;
}

export interface GroupHeader93 {
  readonly MsgId: string;
  readonly CreDtTm: string;
  readonly BtchBookg?: boolean | undefined;
  readonly NbOfTxs: string;
  readonly CtrlSum?: string | undefined;
  readonly TtlIntrBkSttlmAmt?: Amount | undefined;
  readonly IntrBkSttlmDt?: string | undefined;
  readonly SttlmInf: SettlementInstruction7;
  readonly PmtTpInf?: PaymentTypeInformation28 | undefined;
  readonly InstgAgt?: BranchAndFinancialInstitutionIdentification6 | undefined;
  readonly InstdAgt?: BranchAndFinancialInstitutionIdentification6 | undefined;
}

export interface CreditTransferTransaction39 {
  readonly PmtId: PaymentIdentification7;
  readonly PmtTpInf?: PaymentTypeInformation28 | undefined;
  readonly IntrBkSttlmAmt: Amount;
  readonly IntrBkSttlmDt?: string | undefined;
  readonly SttlmPrty?: Priority3Code | undefined;
  readonly SttlmTmIndctn?: SettlementDateTimeIndication1 | undefined;
  readonly SttlmTmReq?: SettlementTimeRequest2 | undefined;
  readonly AccptncDtTm?: string | undefined;
  readonly PoolgAdjstmntDt?: string | undefined;
  readonly InstdAmt?: Amount | undefined;
  readonly XchgRate?: string | undefined;
  readonly ChrgBr: ChargeBearerType1Code;
  readonly ChrgsInf?: readonly Charges7[] | undefined;
  readonly PrvsInstgAgt1?: BranchAndFinancialInstitutionIdentification6 | undefined;
  readonly PrvsInstgAgt1Acct?: CashAccount38 | undefined;
  readonly PrvsInstgAgt2?: BranchAndFinancialInstitutionIdentification6 | undefined;
  readonly PrvsInstgAgt2Acct?: CashAccount38 | undefined;
  readonly PrvsInstgAgt3?: BranchAndFinancialInstitutionIdentification6 | undefined;
  readonly PrvsInstgAgt3Acct?: CashAccount38 | undefined;
  readonly InstgAgt?: BranchAndFinancialInstitutionIdentification6 | undefined;
  readonly InstdAgt?: BranchAndFinancialInstitutionIdentification6 | undefined;
  readonly IntrmyAgt1?: BranchAndFinancialInstitutionIdentification6 | undefined;
  readonly IntrmyAgt1Acct?: CashAccount38 | undefined;
  readonly IntrmyAgt2?: BranchAndFinancialInstitutionIdentification6 | undefined;
  readonly IntrmyAgt2Acct?: CashAccount38 | undefined;
  readonly IntrmyAgt3?: BranchAndFinancialInstitutionIdentification6 | undefined;
  readonly IntrmyAgt3Acct?: CashAccount38 | undefined;
  readonly UltmtDbtr?: PartyIdentification135 | undefined;
  readonly InitgPty?: PartyIdentification135 | undefined;
  readonly Dbtr: PartyIdentification135;
  readonly DbtrAcct?: CashAccount38 | undefined;
  readonly DbtrAgt: BranchAndFinancialInstitutionIdentification6;
  readonly DbtrAgtAcct?: CashAccount38 | undefined;
  readonly CdtrAgt: BranchAndFinancialInstitutionIdentification6;
  readonly CdtrAgtAcct?: CashAccount38 | undefined;
  readonly Cdtr: PartyIdentification135;
  readonly CdtrAcct?: CashAccount38 | undefined;
  readonly UltmtCdtr?: PartyIdentification135 | undefined;
  readonly InstrForCdtrAgt?: readonly InstructionForCreditorAgent1[] | undefined;
  readonly InstrForNxtAgt?: readonly InstructionForNextAgent1[] | undefined;
  readonly Purp?: OrganisationIdentificationSchemeName1Choice | undefined;
  readonly RgltryRptg?: readonly RegulatoryReporting3[] | undefined;
  readonly Tax?: TaxInformation8 | undefined;
  readonly RltdRmtInf?: readonly RemittanceLocation7[] | undefined;
  readonly RmtInf?: RemittanceInformation16 | undefined;
  readonly SplmtryData?: readonly SupplementaryData1[] | undefined;
}

export interface FIToFICustomerCreditTransferV08 {
  readonly GrpHdr: GroupHeader93;
  readonly CdtTrfTxInf: readonly CreditTransferTransaction39[];
  readonly SplmtryData?: readonly SupplementaryData1[] | undefined;
}

export interface Pacs00800108 {
  readonly FIToFICstmrCdtTrf: FIToFICustomerCreditTransferV08;
}

export interface GroupHeader96 {
  readonly MsgId: string;
  readonly CreDtTm: string;
  readonly BtchBookg?: boolean | undefined;
  readonly NbOfTxs: string;
  readonly CtrlSum?: string | undefined;
  readonly TtlIntrBkSttlmAmt?: Amount | undefined;
  readonly IntrBkSttlmDt?: string | undefined;
  readonly SttlmInf: SettlementInstruction11;
  readonly PmtTpInf?: PaymentTypeInformation28 | undefined;
  readonly InstgAgt?: BranchAndFinancialInstitutionIdentification6 | undefined;
  readonly InstdAgt?: BranchAndFinancialInstitutionIdentification6 | undefined;
}

export interface CreditTransferTransaction50 {
  readonly PmtId: PaymentIdentification7;
  readonly PmtTpInf?: PaymentTypeInformation28 | undefined;
  readonly IntrBkSttlmAmt: Amount;
  readonly IntrBkSttlmDt?: string | undefined;
  readonly SttlmPrty?: Priority3Code | undefined;
  readonly SttlmTmIndctn?: SettlementDateTimeIndication1 | undefined;
  readonly SttlmTmReq?: SettlementTimeRequest2 | undefined;
  readonly AccptncDtTm?: string | undefined;
  readonly PoolgAdjstmntDt?: string | undefined;
  readonly InstdAmt?: Amount | undefined;
  readonly XchgRate?: string | undefined;
  readonly ChrgBr: ChargeBearerType1Code;
  readonly ChrgsInf?: readonly Charges7[] | undefined;
  readonly MndtRltdInf?: CreditTransferMandateData1 | undefined;
  readonly PrvsInstgAgt1?: BranchAndFinancialInstitutionIdentification6 | undefined;
  readonly PrvsInstgAgt1Acct?: CashAccount40 | undefined;
  readonly PrvsInstgAgt2?: BranchAndFinancialInstitutionIdentification6 | undefined;
  readonly PrvsInstgAgt2Acct?: CashAccount40 | undefined;
  readonly PrvsInstgAgt3?: BranchAndFinancialInstitutionIdentification6 | undefined;
  readonly PrvsInstgAgt3Acct?: CashAccount40 | undefined;
  readonly InstgAgt?: BranchAndFinancialInstitutionIdentification6 | undefined;
  readonly InstdAgt?: BranchAndFinancialInstitutionIdentification6 | undefined;
  readonly IntrmyAgt1?: BranchAndFinancialInstitutionIdentification6 | undefined;
  readonly IntrmyAgt1Acct?: CashAccount40 | undefined;
  readonly IntrmyAgt2?: BranchAndFinancialInstitutionIdentification6 | undefined;
  readonly IntrmyAgt2Acct?: CashAccount40 | undefined;
  readonly IntrmyAgt3?: BranchAndFinancialInstitutionIdentification6 | undefined;
  readonly IntrmyAgt3Acct?: CashAccount40 | undefined;
  readonly UltmtDbtr?: PartyIdentification135 | undefined;
  readonly InitgPty?: PartyIdentification135 | undefined;
  readonly Dbtr: PartyIdentification135;
  readonly DbtrAcct?: CashAccount40 | undefined;
  readonly DbtrAgt: BranchAndFinancialInstitutionIdentification6;
  readonly DbtrAgtAcct?: CashAccount40 | undefined;
  readonly CdtrAgt: BranchAndFinancialInstitutionIdentification6;
  readonly CdtrAgtAcct?: CashAccount40 | undefined;
  readonly Cdtr: PartyIdentification135;
  readonly CdtrAcct?: CashAccount40 | undefined;
  readonly UltmtCdtr?: PartyIdentification135 | undefined;
  readonly InstrForCdtrAgt?: readonly InstructionForCreditorAgent3[] | undefined;
  readonly InstrForNxtAgt?: readonly InstructionForNextAgent1[] | undefined;
  readonly Purp?: OrganisationIdentificationSchemeName1Choice | undefined;
  readonly RgltryRptg?: readonly RegulatoryReporting3[] | undefined;
  readonly Tax?: TaxInformation10 | undefined;
  readonly RltdRmtInf?: readonly RemittanceLocation7[] | undefined;
  readonly RmtInf?: RemittanceInformation21 | undefined;
  readonly SplmtryData?: readonly SupplementaryData1[] | undefined;
}

export interface FIToFICustomerCreditTransferV10 {
  readonly GrpHdr: GroupHeader96;
  readonly CdtTrfTxInf: readonly CreditTransferTransaction50[];
  readonly SplmtryData?: readonly SupplementaryData1[] | undefined;
}

export interface Pacs00800110 {
  readonly FIToFICstmrCdtTrf: FIToFICustomerCreditTransferV10;
}

export interface GroupHeader113 {
  readonly MsgId: string;
  readonly CreDtTm: string;
  readonly BtchBookg?: boolean | undefined;
  readonly NbOfTxs: string;
  readonly CtrlSum?: string | undefined;
  readonly TtlIntrBkSttlmAmt?: Amount | undefined;
  readonly IntrBkSttlmDt?: string | undefined;
  readonly SttlmInf: SettlementInstruction15;
  readonly PmtTpInf?: PaymentTypeInformation28 | undefined;
  readonly InstgAgt?: BranchAndFinancialInstitutionIdentification8 | undefined;
  readonly InstdAgt?: BranchAndFinancialInstitutionIdentification8 | undefined;
}

export interface CreditTransferTransaction64 {
  readonly PmtId: PaymentIdentification7;
  readonly PmtTpInf?: PaymentTypeInformation28 | undefined;
  readonly IntrBkSttlmAmt: Amount;
  readonly IntrBkSttlmDt?: string | undefined;
  readonly SttlmPrty?: Priority3Code | undefined;
  readonly SttlmTmIndctn?: SettlementDateTimeIndication1 | undefined;
  readonly SttlmTmReq?: SettlementTimeRequest2 | undefined;
  readonly AccptncDtTm?: string | undefined;
  readonly PoolgAdjstmntDt?: string | undefined;
  readonly InstdAmt?: Amount | undefined;
  readonly XchgRate?: string | undefined;
  readonly ChrgBr: ChargeBearerType1Code;
  readonly ChrgsInf?: readonly Charges16[] | undefined;
  readonly MndtRltdInf?: CreditTransferMandateData1 | undefined;
  readonly PrvsInstgAgt1?: BranchAndFinancialInstitutionIdentification8 | undefined;
  readonly PrvsInstgAgt1Acct?: CashAccount40 | undefined;
  readonly PrvsInstgAgt2?: BranchAndFinancialInstitutionIdentification8 | undefined;
  readonly PrvsInstgAgt2Acct?: CashAccount40 | undefined;
  readonly PrvsInstgAgt3?: BranchAndFinancialInstitutionIdentification8 | undefined;
  readonly PrvsInstgAgt3Acct?: CashAccount40 | undefined;
  readonly InstgAgt?: BranchAndFinancialInstitutionIdentification8 | undefined;
  readonly InstdAgt?: BranchAndFinancialInstitutionIdentification8 | undefined;
  readonly IntrmyAgt1?: BranchAndFinancialInstitutionIdentification8 | undefined;
  readonly IntrmyAgt1Acct?: CashAccount40 | undefined;
  readonly IntrmyAgt2?: BranchAndFinancialInstitutionIdentification8 | undefined;
  readonly IntrmyAgt2Acct?: CashAccount40 | undefined;
  readonly IntrmyAgt3?: BranchAndFinancialInstitutionIdentification8 | undefined;
  readonly IntrmyAgt3Acct?: CashAccount40 | undefined;
  readonly UltmtDbtr?: PartyIdentification272 | undefined;
  readonly InitgPty?: PartyIdentification272 | undefined;
  readonly Dbtr: PartyIdentification272;
  readonly DbtrAcct?: CashAccount40 | undefined;
  readonly DbtrAgt: BranchAndFinancialInstitutionIdentification8;
  readonly DbtrAgtAcct?: CashAccount40 | undefined;
  readonly CdtrAgt: BranchAndFinancialInstitutionIdentification8;
  readonly CdtrAgtAcct?: CashAccount40 | undefined;
  readonly Cdtr: PartyIdentification272;
  readonly CdtrAcct?: CashAccount40 | undefined;
  readonly UltmtCdtr?: PartyIdentification272 | undefined;
  readonly InstrForCdtrAgt?: readonly InstructionForCreditorAgent3[] | undefined;
  readonly InstrForNxtAgt?: readonly InstructionForNextAgent1[] | undefined;
  readonly Purp?: OrganisationIdentificationSchemeName1Choice | undefined;
  readonly RgltryRptg?: readonly RegulatoryReporting3[] | undefined;
  readonly Tax?: TaxData1 | undefined;
  readonly RltdRmtInf?: readonly RemittanceLocation8[] | undefined;
  readonly RmtInf?: RemittanceInformation22 | undefined;
  readonly SplmtryData?: readonly SupplementaryData1[] | undefined;
}

export interface FIToFICustomerCreditTransferV12 {
  readonly GrpHdr: GroupHeader113;
  readonly CdtTrfTxInf: readonly CreditTransferTransaction64[];
  readonly SplmtryData?: readonly SupplementaryData1[] | undefined;
}

export interface Pacs00800112 {
  readonly FIToFICstmrCdtTrf: FIToFICustomerCreditTransferV12;
}

export type Instruction5Code = 'PHOB' | 'TELB';

export interface InstructionForCreditorAgent2 {
  readonly Cd?: Instruction5Code | undefined;
  readonly InstrInf?: string | undefined;
}

export interface RemittanceInformation2 {
  readonly Ustrd?: readonly string[] | undefined;
}

export interface CreditTransferTransaction37 {
  readonly UltmtDbtr?: PartyIdentification135 | undefined;
  readonly InitgPty?: PartyIdentification135 | undefined;
  readonly Dbtr: PartyIdentification135;
  readonly DbtrAcct?: CashAccount38 | undefined;
  readonly DbtrAgt: BranchAndFinancialInstitutionIdentification6;
  readonly DbtrAgtAcct?: CashAccount38 | undefined;
  readonly PrvsInstgAgt1?: BranchAndFinancialInstitutionIdentification6 | undefined;
  readonly PrvsInstgAgt1Acct?: CashAccount38 | undefined;
  readonly PrvsInstgAgt2?: BranchAndFinancialInstitutionIdentification6 | undefined;
  readonly PrvsInstgAgt2Acct?: CashAccount38 | undefined;
  readonly PrvsInstgAgt3?: BranchAndFinancialInstitutionIdentification6 | undefined;
  readonly PrvsInstgAgt3Acct?: CashAccount38 | undefined;
  readonly IntrmyAgt1?: BranchAndFinancialInstitutionIdentification6 | undefined;
  readonly IntrmyAgt1Acct?: CashAccount38 | undefined;
  readonly IntrmyAgt2?: BranchAndFinancialInstitutionIdentification6 | undefined;
  readonly IntrmyAgt2Acct?: CashAccount38 | undefined;
  readonly IntrmyAgt3?: BranchAndFinancialInstitutionIdentification6 | undefined;
  readonly IntrmyAgt3Acct?: CashAccount38 | undefined;
  readonly CdtrAgt: BranchAndFinancialInstitutionIdentification6;
  readonly CdtrAgtAcct?: CashAccount38 | undefined;
  readonly Cdtr: PartyIdentification135;
  readonly CdtrAcct?: CashAccount38 | undefined;
  readonly UltmtCdtr?: PartyIdentification135 | undefined;
  readonly InstrForCdtrAgt?: readonly InstructionForCreditorAgent1[] | undefined;
  readonly InstrForNxtAgt?: readonly InstructionForNextAgent1[] | undefined;
  readonly Tax?: TaxInformation8 | undefined;
  readonly RmtInf?: RemittanceInformation16 | undefined;
  readonly InstdAmt?: Amount | undefined;
}

export interface CreditTransferTransaction36 {
  readonly PmtId: PaymentIdentification7;
  readonly PmtTpInf?: PaymentTypeInformation28 | undefined;
  readonly IntrBkSttlmAmt: Amount;
  readonly IntrBkSttlmDt?: string | undefined;
  readonly SttlmPrty?: Priority3Code | undefined;
  readonly SttlmTmIndctn?: SettlementDateTimeIndication1 | undefined;
  readonly SttlmTmReq?: SettlementTimeRequest2 | undefined;
  readonly PrvsInstgAgt1?: BranchAndFinancialInstitutionIdentification6 | undefined;
  readonly PrvsInstgAgt1Acct?: CashAccount38 | undefined;
  readonly PrvsInstgAgt2?: BranchAndFinancialInstitutionIdentification6 | undefined;
  readonly PrvsInstgAgt2Acct?: CashAccount38 | undefined;
  readonly PrvsInstgAgt3?: BranchAndFinancialInstitutionIdentification6 | undefined;
  readonly PrvsInstgAgt3Acct?: CashAccount38 | undefined;
  readonly InstgAgt?: BranchAndFinancialInstitutionIdentification6 | undefined;
  readonly InstdAgt?: BranchAndFinancialInstitutionIdentification6 | undefined;
  readonly IntrmyAgt1?: BranchAndFinancialInstitutionIdentification6 | undefined;
  readonly IntrmyAgt1Acct?: CashAccount38 | undefined;
  readonly IntrmyAgt2?: BranchAndFinancialInstitutionIdentification6 | undefined;
  readonly IntrmyAgt2Acct?: CashAccount38 | undefined;
  readonly IntrmyAgt3?: BranchAndFinancialInstitutionIdentification6 | undefined;
  readonly IntrmyAgt3Acct?: CashAccount38 | undefined;
  readonly UltmtDbtr?: BranchAndFinancialInstitutionIdentification6 | undefined;
  readonly Dbtr: BranchAndFinancialInstitutionIdentification6;
  readonly DbtrAcct?: CashAccount38 | undefined;
  readonly DbtrAgt?: BranchAndFinancialInstitutionIdentification6 | undefined;
  readonly DbtrAgtAcct?: CashAccount38 | undefined;
  readonly CdtrAgt?: BranchAndFinancialInstitutionIdentification6 | undefined;
  readonly CdtrAgtAcct?: CashAccount38 | undefined;
  readonly Cdtr: BranchAndFinancialInstitutionIdentification6;
  readonly CdtrAcct?: CashAccount38 | undefined;
  readonly UltmtCdtr?: BranchAndFinancialInstitutionIdentification6 | undefined;
  readonly InstrForCdtrAgt?: readonly InstructionForCreditorAgent2[] | undefined;
  readonly InstrForNxtAgt?: readonly InstructionForNextAgent1[] | undefined;
  readonly Purp?: OrganisationIdentificationSchemeName1Choice | undefined;
  readonly RmtInf?: RemittanceInformation2 | undefined;
  readonly UndrlygCstmrCdtTrf?: CreditTransferTransaction37 | undefined;
  readonly SplmtryData?: readonly SupplementaryData1[] | undefined;
}

export interface FinancialInstitutionCreditTransferV08 {
  readonly GrpHdr: GroupHeader93;
  readonly CdtTrfTxInf: readonly CreditTransferTransaction36[];
  readonly SplmtryData?: readonly SupplementaryData1[] | undefined;
}

export interface Pacs00900108 {
  readonly FICdtTrf: FinancialInstitutionCreditTransferV08;
}

export interface CreditTransferTransaction56 {
  readonly PmtId: PaymentIdentification7;
  readonly PmtTpInf?: PaymentTypeInformation28 | undefined;
  readonly IntrBkSttlmAmt: Amount;
  readonly IntrBkSttlmDt?: string | undefined;
  readonly SttlmPrty?: Priority3Code | undefined;
  readonly SttlmTmIndctn?: SettlementDateTimeIndication1 | undefined;
  readonly SttlmTmReq?: SettlementTimeRequest2 | undefined;
  readonly PrvsInstgAgt1?: BranchAndFinancialInstitutionIdentification6 | undefined;
  readonly PrvsInstgAgt1Acct?: CashAccount40 | undefined;
  readonly PrvsInstgAgt2?: BranchAndFinancialInstitutionIdentification6 | undefined;
  readonly PrvsInstgAgt2Acct?: CashAccount40 | undefined;
  readonly PrvsInstgAgt3?: BranchAndFinancialInstitutionIdentification6 | undefined;
  readonly PrvsInstgAgt3Acct?: CashAccount40 | undefined;
  readonly InstgAgt?: BranchAndFinancialInstitutionIdentification6 | undefined;
  readonly InstdAgt?: BranchAndFinancialInstitutionIdentification6 | undefined;
  readonly IntrmyAgt1?: BranchAndFinancialInstitutionIdentification6 | undefined;
  readonly IntrmyAgt1Acct?: CashAccount40 | undefined;
  readonly IntrmyAgt2?: BranchAndFinancialInstitutionIdentification6 | undefined;
  readonly IntrmyAgt2Acct?: CashAccount40 | undefined;
  readonly IntrmyAgt3?: BranchAndFinancialInstitutionIdentification6 | undefined;
  readonly IntrmyAgt3Acct?: CashAccount40 | undefined;
  readonly UltmtDbtr?: BranchAndFinancialInstitutionIdentification6 | undefined;
  readonly Dbtr: BranchAndFinancialInstitutionIdentification6;
  readonly DbtrAcct?: CashAccount40 | undefined;
  readonly DbtrAgt?: BranchAndFinancialInstitutionIdentification6 | undefined;
  readonly DbtrAgtAcct?: CashAccount40 | undefined;
  readonly CdtrAgt?: BranchAndFinancialInstitutionIdentification6 | undefined;
  readonly CdtrAgtAcct?: CashAccount40 | undefined;
  readonly Cdtr: BranchAndFinancialInstitutionIdentification6;
  readonly CdtrAcct?: CashAccount40 | undefined;
  readonly UltmtCdtr?: BranchAndFinancialInstitutionIdentification6 | undefined;
  readonly InstrForCdtrAgt?: readonly InstructionForCreditorAgent3[] | undefined;
  readonly InstrForNxtAgt?: readonly InstructionForNextAgent1[] | undefined;
  readonly Purp?: OrganisationIdentificationSchemeName1Choice | undefined;
  readonly RmtInf?: RemittanceInformation2 | undefined;
  readonly UndrlygCstmrCdtTrf?: CreditTransferTransaction52 | undefined;
  readonly SplmtryData?: readonly SupplementaryData1[] | undefined;
}

export interface FinancialInstitutionCreditTransferV10 {
  readonly GrpHdr: GroupHeader96;
  readonly CdtTrfTxInf: readonly CreditTransferTransaction56[];
  readonly SplmtryData?: readonly SupplementaryData1[] | undefined;
}

export interface Pacs00900110 {
  readonly FICdtTrf: FinancialInstitutionCreditTransferV10;
}

export interface GroupHeader92 {
  readonly MsgId: string;
  readonly CreDtTm: string;
  readonly NbOfTxs: string;
  readonly CtrlSum?: string | undefined;
  readonly InstgAgt?: BranchAndFinancialInstitutionIdentification6 | undefined;
  readonly InstdAgt?: BranchAndFinancialInstitutionIdentification6 | undefined;
}

export interface DirectDebitTransactionInformation25 {
  readonly PmtId: PaymentIdentification7;
  readonly PmtTpInf?: PaymentTypeInformation28 | undefined;
  readonly IntrBkSttlmAmt: Amount;
  readonly IntrBkSttlmDt?: string | undefined;
  readonly SttlmPrty?: Priority3Code | undefined;
  readonly SttlmTmIndctn?: SettlementDateTimeIndication1 | undefined;
  readonly SttlmTmReq?: SettlementTimeRequest2 | undefined;
  readonly UltmtDbtr?: BranchAndFinancialInstitutionIdentification6 | undefined;
  readonly Dbtr: BranchAndFinancialInstitutionIdentification6;
  readonly DbtrAcct?: CashAccount38 | undefined;
  readonly DbtrAgt?: BranchAndFinancialInstitutionIdentification6 | undefined;
  readonly DbtrAgtAcct?: CashAccount38 | undefined;
  readonly InstrForDbtrAgt?: string | undefined;
  readonly Purp?: OrganisationIdentificationSchemeName1Choice | undefined;
  readonly RmtInf?: RemittanceInformation2 | undefined;
}

export interface CreditTransferTransaction38 {
  readonly CdtId: string;
  readonly BtchBookg?: boolean | undefined;
  readonly PmtTpInf?: PaymentTypeInformation28 | undefined;
  readonly TtlIntrBkSttlmAmt?: Amount | undefined;
  readonly IntrBkSttlmDt?: string | undefined;
  readonly SttlmTmIndctn?: SettlementDateTimeIndication1 | undefined;
  readonly InstgAgt?: BranchAndFinancialInstitutionIdentification6 | undefined;
  readonly InstdAgt?: BranchAndFinancialInstitutionIdentification6 | undefined;
  readonly IntrmyAgt1?: BranchAndFinancialInstitutionIdentification6 | undefined;
  readonly IntrmyAgt1Acct?: CashAccount38 | undefined;
  readonly IntrmyAgt2?: BranchAndFinancialInstitutionIdentification6 | undefined;
  readonly IntrmyAgt2Acct?: CashAccount38 | undefined;
  readonly IntrmyAgt3?: BranchAndFinancialInstitutionIdentification6 | undefined;
  readonly IntrmyAgt3Acct?: CashAccount38 | undefined;
  readonly CdtrAgt?: BranchAndFinancialInstitutionIdentification6 | undefined;
  readonly CdtrAgtAcct?: CashAccount38 | undefined;
  readonly Cdtr: BranchAndFinancialInstitutionIdentification6;
  readonly CdtrAcct?: CashAccount38 | undefined;
  readonly UltmtCdtr?: BranchAndFinancialInstitutionIdentification6 | undefined;
  readonly InstrForCdtrAgt?: readonly InstructionForCreditorAgent2[] | undefined;
  readonly DrctDbtTxInf: readonly DirectDebitTransactionInformation25[];
  readonly SplmtryData?: readonly SupplementaryData1[] | undefined;
}

export interface FinancialInstitutionDirectDebitV03 {
  readonly GrpHdr: GroupHeader92;
  readonly CdtInstr: readonly CreditTransferTransaction38[];
  readonly SplmtryData?: readonly SupplementaryData1[] | undefined;
}

export interface Pacs01000103 {
  readonly FIDrctDbt: FinancialInstitutionDirectDebitV03;
}

export interface OriginalGroupInformation27 {
  readonly OrgnlMsgId: string;
  readonly OrgnlMsgNmId: string;
  readonly OrgnlCreDtTm?: string | undefined;
  readonly OrgnlNbOfTxs?: string | undefined;
  readonly OrgnlCtrlSum?: string | undefined;
}

export interface PaymentTransaction113 {
  readonly StsReqId?: string | undefined;
  readonly OrgnlGrpInf?: OriginalGroupInformation29 | undefined;
  readonly OrgnlInstrId?: string | undefined;
  readonly OrgnlEndToEndId?: string | undefined;
  readonly OrgnlTxId?: string | undefined;
  readonly OrgnlUETR?: string | undefined;
  readonly AccptncDtTm?: string | undefined;
  readonly ClrSysRef?: string | undefined;
  readonly InstgAgt?: BranchAndFinancialInstitutionIdentification6 | undefined;
  readonly InstdAgt?: BranchAndFinancialInstitutionIdentification6 | undefined;
  readonly OrgnlTxRef?: OriginalTransactionReference28 | undefined;
  readonly SplmtryData?: readonly SupplementaryData1[] | undefined;
}

export interface FIToFIPaymentStatusRequestV03 {
  readonly GrpHdr: GroupHeader91;
  readonly OrgnlGrpInf?: readonly OriginalGroupInformation27[] | undefined;
  readonly TxInf?: readonly PaymentTransaction113[] | undefined;
  readonly SplmtryData?: readonly SupplementaryData1[] | undefined;
}

export interface Pacs02800103 {
  readonly FIToFIPmtStsReq: FIToFIPaymentStatusRequestV03;
}

export interface PaymentTransaction131 {
  readonly StsReqId?: string | undefined;
  readonly OrgnlGrpInf?: OriginalGroupInformation29 | undefined;
  readonly OrgnlInstrId?: string | undefined;
  readonly OrgnlEndToEndId?: string | undefined;
  readonly OrgnlTxId?: string | undefined;
  readonly OrgnlUETR?: string | undefined;
  readonly AccptncDtTm?: string | undefined;
  readonly ClrSysRef?: string | undefined;
  readonly InstgAgt?: BranchAndFinancialInstitutionIdentification6 | undefined;
  readonly InstdAgt?: BranchAndFinancialInstitutionIdentification6 | undefined;
  readonly OrgnlTxRef?: OriginalTransactionReference35 | undefined;
  readonly SplmtryData?: readonly SupplementaryData1[] | undefined;
}

export interface FIToFIPaymentStatusRequestV05 {
  readonly GrpHdr: GroupHeader91;
  readonly OrgnlGrpInf?: readonly OriginalGroupInformation27[] | undefined;
  readonly TxInf?: readonly PaymentTransaction131[] | undefined;
  readonly SplmtryData?: readonly SupplementaryData1[] | undefined;
}

export interface Pacs02800105 {
  readonly FIToFIPmtStsReq: FIToFIPaymentStatusRequestV05;
}

export interface GroupHeader32 {
  readonly MsgId: string;
  readonly CreDtTm: string;
  readonly Authstn?: readonly Authorisation1Choice[] | undefined;
  readonly NbOfTxs: string;
  readonly CtrlSum?: string | undefined;
  readonly InitgPty: PartyIdentification32;
  readonly FwdgAgt?: BranchAndFinancialInstitutionIdentification4 | undefined;
}

export type PaymentMethod3Code = 'CHK' | 'TRF' | 'TRA';

export interface PaymentTypeInformation19 {
  readonly InstrPrty?: Priority2Code | undefined;
  readonly SvcLvl?: OrganisationIdentificationSchemeName1Choice | undefined;
  readonly LclInstrm?: LocalInstrument2Choice | undefined;
  readonly CtgyPurp?: OrganisationIdentificationSchemeName1Choice | undefined;
}

export interface PaymentIdentification1 {
  readonly InstrId?: string | undefined;
  readonly EndToEndId: string;
}

export type ExchangeRateType1Code = 'SPOT' | 'SALE' | 'AGRD';

export interface ExchangeRateInformation1 {
  readonly XchgRate?: string | undefined;
  readonly RateTp?: ExchangeRateType1Code | undefined;
  readonly CtrctId?: string | undefined;
}

export type ChequeType2Code = 'CCHQ' | 'CCCH' | 'BCHQ' | 'DRFT' | 'ELDR';

export type ChequeDelivery1Code = 'MLDB' | 'MLCD' | 'MLFA' | 'CRDB' | 'CRCD' | 'CRFA' | 'PUDB' | 'PUCD' | 'PUFA' | 'RGDB' | 'RGCD' | 'RGFA';

export type ChequeDeliveryMethod1Choice = OneOf<{ readonly Cd: ChequeDelivery1Code; readonly Prtry: string }>;

export interface Cheque6 {
  readonly ChqTp?: ChequeType2Code | undefined;
  readonly ChqNb?: string | undefined;
  readonly ChqFr?: NameAndAddress10 | undefined;
  readonly DlvryMtd?: ChequeDeliveryMethod1Choice | undefined;
  readonly DlvrTo?: NameAndAddress10 | undefined;
  readonly InstrPrty?: Priority2Code | undefined;
  readonly ChqMtrtyDt?: string | undefined;
  readonly FrmsCd?: string | undefined;
  readonly MemoFld?: readonly string[] | undefined;
  readonly RgnlClrZone?: string | undefined;
  readonly PrtLctn?: string | undefined;
}

export interface CreditTransferTransactionInformation10 {
  readonly PmtId: PaymentIdentification1;
  readonly PmtTpInf?: PaymentTypeInformation19 | undefined;
  readonly Amt: AmountType4Choice;
  readonly XchgRateInf?: ExchangeRateInformation1 | undefined;
  readonly ChrgBr?: ChargeBearerType1Code | undefined;
  readonly ChqInstr?: Cheque6 | undefined;
  readonly UltmtDbtr?: PartyIdentification32 | undefined;
  readonly IntrmyAgt1?: BranchAndFinancialInstitutionIdentification4 | undefined;
  readonly IntrmyAgt1Acct?: CashAccount16 | undefined;
  readonly IntrmyAgt2?: BranchAndFinancialInstitutionIdentification4 | undefined;
  readonly IntrmyAgt2Acct?: CashAccount16 | undefined;
  readonly IntrmyAgt3?: BranchAndFinancialInstitutionIdentification4 | undefined;
  readonly IntrmyAgt3Acct?: CashAccount16 | undefined;
  readonly CdtrAgt?: BranchAndFinancialInstitutionIdentification4 | undefined;
  readonly CdtrAgtAcct?: CashAccount16 | undefined;
  readonly Cdtr?: PartyIdentification32 | undefined;
  readonly CdtrAcct?: CashAccount16 | undefined;
  readonly UltmtCdtr?: PartyIdentification32 | undefined;
  readonly InstrForCdtrAgt?: readonly InstructionForCreditorAgent1[] | undefined;
  readonly InstrForDbtrAgt?: string | undefined;
  readonly Purp?: OrganisationIdentificationSchemeName1Choice | undefined;
  readonly RgltryRptg?: readonly RegulatoryReporting3[] | undefined;
  readonly Tax?: TaxInformation3 | undefined;
  readonly RltdRmtInf?: readonly RemittanceLocation2[] | undefined;
  readonly RmtInf?: RemittanceInformation5 | undefined;
}

export interface PaymentInstructionInformation3 {
  readonly PmtInfId: string;
  readonly PmtMtd: PaymentMethod3Code;
  readonly BtchBookg?: boolean | undefined;
  readonly NbOfTxs?: string | undefined;
  readonly CtrlSum?: string | undefined;
  readonly PmtTpInf?: PaymentTypeInformation19 | undefined;
  readonly ReqdExctnDt: string;
  readonly PoolgAdjstmntDt?: string | undefined;
  readonly Dbtr: PartyIdentification32;
  readonly DbtrAcct: CashAccount16;
  readonly DbtrAgt: BranchAndFinancialInstitutionIdentification4;
  readonly DbtrAgtAcct?: CashAccount16 | undefined;
  readonly UltmtDbtr?: PartyIdentification32 | undefined;
  readonly ChrgBr?: ChargeBearerType1Code | undefined;
  readonly ChrgsAcct?: CashAccount16 | undefined;
  readonly ChrgsAcctAgt?: BranchAndFinancialInstitutionIdentification4 | undefined;
  readonly CdtTrfTxInf: readonly CreditTransferTransactionInformation10[];
}

export interface CustomerCreditTransferInitiationV03 {
  readonly GrpHdr: GroupHeader32;
  readonly PmtInf: readonly PaymentInstructionInformation3[];
}

export interface Pain00100103 {
  readonly CstmrCdtTrfInitn: CustomerCreditTransferInitiationV03;
}

export interface GroupHeader85 {
  readonly MsgId: string;
  readonly CreDtTm: string;
  readonly Authstn?: readonly Authorisation1Choice[] | undefined;
  readonly NbOfTxs: string;
  readonly CtrlSum?: string | undefined;
  readonly InitgPty: PartyIdentification135;
  readonly FwdgAgt?: BranchAndFinancialInstitutionIdentification6 | undefined;
}

export interface PaymentTypeInformation26 {
  readonly InstrPrty?: Priority2Code | undefined;
  readonly SvcLvl?: readonly OrganisationIdentificationSchemeName1Choice[] | undefined;
  readonly LclInstrm?: LocalInstrument2Choice | undefined;
  readonly CtgyPurp?: OrganisationIdentificationSchemeName1Choice | undefined;
}

export interface PaymentIdentification6 {
  readonly InstrId?: string | undefined;
  readonly EndToEndId: string;
  readonly UETR?: string | undefined;
}

export interface ExchangeRate1 {
  readonly UnitCcy?: string | undefined;
  readonly XchgRate?: string | undefined;
  readonly RateTp?: ExchangeRateType1Code | undefined;
  readonly CtrctId?: string | undefined;
}

export interface Cheque11 {
  readonly ChqTp?: ChequeType2Code | undefined;
  readonly ChqNb?: string | undefined;
  readonly ChqFr?: NameAndAddress16 | undefined;
  readonly DlvryMtd?: ChequeDeliveryMethod1Choice | undefined;
  readonly DlvrTo?: NameAndAddress16 | undefined;
  readonly InstrPrty?: Priority2Code | undefined;
  readonly ChqMtrtyDt?: string | undefined;
  readonly FrmsCd?: string | undefined;
  readonly MemoFld?: readonly string[] | undefined;
  readonly RgnlClrZone?: string | undefined;
  readonly PrtLctn?: string | undefined;
  readonly Sgntr?: readonly string[] | undefined;
}

export interface CreditTransferTransaction34 {
  readonly PmtId: PaymentIdentification6;
  readonly PmtTpInf?: PaymentTypeInformation26 | undefined;
  readonly Amt: AmountType4Choice;
  readonly XchgRateInf?: ExchangeRate1 | undefined;
  readonly ChrgBr?: ChargeBearerType1Code | undefined;
  readonly ChqInstr?: Cheque11 | undefined;
  readonly UltmtDbtr?: PartyIdentification135 | undefined;
  readonly IntrmyAgt1?: BranchAndFinancialInstitutionIdentification6 | undefined;
  readonly IntrmyAgt1Acct?: CashAccount38 | undefined;
  readonly IntrmyAgt2?: BranchAndFinancialInstitutionIdentification6 | undefined;
  readonly IntrmyAgt2Acct?: CashAccount38 | undefined;
  readonly IntrmyAgt3?: BranchAndFinancialInstitutionIdentification6 | undefined;
  readonly IntrmyAgt3Acct?: CashAccount38 | undefined;
  readonly CdtrAgt?: BranchAndFinancialInstitutionIdentification6 | undefined;
  readonly CdtrAgtAcct?: CashAccount38 | undefined;
  readonly Cdtr?: PartyIdentification135 | undefined;
  readonly CdtrAcct?: CashAccount38 | undefined;
  readonly UltmtCdtr?: PartyIdentification135 | undefined;
  readonly InstrForCdtrAgt?: readonly InstructionForCreditorAgent1[] | undefined;
  readonly InstrForDbtrAgt?: string | undefined;
  readonly Purp?: OrganisationIdentificationSchemeName1Choice | undefined;
  readonly RgltryRptg?: readonly RegulatoryReporting3[] | undefined;
  readonly Tax?: TaxInformation8 | undefined;
  readonly RltdRmtInf?: readonly RemittanceLocation7[] | undefined;
  readonly RmtInf?: RemittanceInformation16 | undefined;
  readonly SplmtryData?: readonly SupplementaryData1[] | undefined;
}

export interface PaymentInstruction30 {
  readonly PmtInfId: string;
  readonly PmtMtd: PaymentMethod3Code;
  readonly BtchBookg?: boolean | undefined;
  readonly NbOfTxs?: string | undefined;
  readonly CtrlSum?: string | undefined;
  readonly PmtTpInf?: PaymentTypeInformation26 | undefined;
  readonly ReqdExctnDt: DateAndDateTime2Choice;
  readonly PoolgAdjstmntDt?: string | undefined;
  readonly Dbtr: PartyIdentification135;
  readonly DbtrAcct: CashAccount38;
  readonly DbtrAgt: BranchAndFinancialInstitutionIdentification6;
  readonly DbtrAgtAcct?: CashAccount38 | undefined;
  readonly InstrForDbtrAgt?: string | undefined;
  readonly UltmtDbtr?: PartyIdentification135 | undefined;
  readonly ChrgBr?: ChargeBearerType1Code | undefined;
  readonly ChrgsAcct?: CashAccount38 | undefined;
  readonly ChrgsAcctAgt?: BranchAndFinancialInstitutionIdentification6 | undefined;
  readonly CdtTrfTxInf: readonly CreditTransferTransaction34[];
}

export interface CustomerCreditTransferInitiationV09 {
  readonly GrpHdr: GroupHeader85;
  readonly PmtInf: readonly PaymentInstruction30[];
  readonly SplmtryData?: readonly SupplementaryData1[] | undefined;
}

export interface Pain00100109 {
  readonly CstmrCdtTrfInitn: CustomerCreditTransferInitiationV09;
}

export interface PaymentInitiationSource1 {
  readonly Nm: string;
  readonly Prvdr?: string | undefined;
  readonly Vrsn?: string | undefined;
}

export interface GroupHeader95 {
  readonly MsgId: string;
  readonly CreDtTm: string;
  readonly Authstn?: readonly Authorisation1Choice[] | undefined;
  readonly NbOfTxs: string;
  readonly CtrlSum?: string | undefined;
  readonly InitgPty: PartyIdentification135;
  readonly FwdgAgt?: BranchAndFinancialInstitutionIdentification6 | undefined;
  readonly InitnSrc?: PaymentInitiationSource1 | undefined;
}

export type AdviceType1Code = 'ADWD' | 'ADND';

export type AdviceType1Choice = OneOf<{ readonly Cd: AdviceType1Code; readonly Prtry: string }>;

export interface AdviceType1 {
  readonly CdtAdvc?: AdviceType1Choice | undefined;
  readonly DbtAdvc?: AdviceType1Choice | undefined;
}

export interface CreditTransferTransaction54 {
  readonly PmtId: PaymentIdentification6;
  readonly PmtTpInf?: PaymentTypeInformation26 | undefined;
  readonly Amt: AmountType4Choice;
  readonly XchgRateInf?: ExchangeRate1 | undefined;
  readonly ChrgBr?: ChargeBearerType1Code | undefined;
  readonly MndtRltdInf?: CreditTransferMandateData1 | undefined;
  readonly ChqInstr?: Cheque11 | undefined;
  readonly UltmtDbtr?: PartyIdentification135 | undefined;
  readonly IntrmyAgt1?: BranchAndFinancialInstitutionIdentification6 | undefined;
  readonly IntrmyAgt1Acct?: CashAccount40 | undefined;
  readonly IntrmyAgt2?: BranchAndFinancialInstitutionIdentification6 | undefined;
  readonly IntrmyAgt2Acct?: CashAccount40 | undefined;
  readonly IntrmyAgt3?: BranchAndFinancialInstitutionIdentification6 | undefined;
  readonly IntrmyAgt3Acct?: CashAccount40 | undefined;
  readonly CdtrAgt?: BranchAndFinancialInstitutionIdentification6 | undefined;
  readonly CdtrAgtAcct?: CashAccount40 | undefined;
  readonly Cdtr?: PartyIdentification135 | undefined;
  readonly CdtrAcct?: CashAccount40 | undefined;
  readonly UltmtCdtr?: PartyIdentification135 | undefined;
  readonly InstrForCdtrAgt?: readonly InstructionForCreditorAgent3[] | undefined;
  readonly InstrForDbtrAgt?: InstructionForCreditorAgent3 | undefined;
  readonly Purp?: OrganisationIdentificationSchemeName1Choice | undefined;
  readonly RgltryRptg?: readonly RegulatoryReporting3[] | undefined;
  readonly Tax?: TaxInformation10 | undefined;
  readonly RltdRmtInf?: readonly RemittanceLocation7[] | undefined;
  readonly RmtInf?: RemittanceInformation21 | undefined;
  readonly SplmtryData?: readonly SupplementaryData1[] | undefined;
}

export interface PaymentInstruction40 {
  readonly PmtInfId: string;
  readonly PmtMtd: PaymentMethod3Code;
  readonly ReqdAdvcTp?: AdviceType1 | undefined;
  readonly BtchBookg?: boolean | undefined;
  readonly NbOfTxs?: string | undefined;
  readonly CtrlSum?: string | undefined;
  readonly PmtTpInf?: PaymentTypeInformation26 | undefined;
  readonly ReqdExctnDt: DateAndDateTime2Choice;
  readonly PoolgAdjstmntDt?: string | undefined;
  readonly Dbtr: PartyIdentification135;
  readonly DbtrAcct: CashAccount40;
  readonly DbtrAgt: BranchAndFinancialInstitutionIdentification6;
  readonly DbtrAgtAcct?: CashAccount40 | undefined;
  readonly InstrForDbtrAgt?: string | undefined;
  readonly UltmtDbtr?: PartyIdentification135 | undefined;
  readonly ChrgBr?: ChargeBearerType1Code | undefined;
  readonly ChrgsAcct?: CashAccount40 | undefined;
  readonly ChrgsAcctAgt?: BranchAndFinancialInstitutionIdentification6 | undefined;
  readonly CdtTrfTxInf: readonly CreditTransferTransaction54[];
}

export interface CustomerCreditTransferInitiationV11 {
  readonly GrpHdr: GroupHeader95;
  readonly PmtInf: readonly PaymentInstruction40[];
  readonly SplmtryData?: readonly SupplementaryData1[] | undefined;
}

export interface Pain00100111 {
  readonly CstmrCdtTrfInitn: CustomerCreditTransferInitiationV11;
}

export interface GroupHeader36 {
  readonly MsgId: string;
  readonly CreDtTm: string;
  readonly InitgPty?: PartyIdentification32 | undefined;
  readonly FwdgAgt?: BranchAndFinancialInstitutionIdentification4 | undefined;
  readonly DbtrAgt?: BranchAndFinancialInstitutionIdentification4 | undefined;
  readonly CdtrAgt?: BranchAndFinancialInstitutionIdentification4 | undefined;
}

export type TransactionGroupStatus3Code = 'ACTC' | 'RCVD' | 'PART' | 'RJCT' | 'PDNG' | 'ACCP' | 'ACSP' | 'ACSC' | 'ACWC';

export interface StatusReasonInformation8 {
  readonly Orgtr?: PartyIdentification32 | undefined;
  readonly Rsn?: OrganisationIdentificationSchemeName1Choice | undefined;
  readonly AddtlInf?: readonly string[] | undefined;
}

export type TransactionIndividualStatus3Code = 'ACTC' | 'RJCT' | 'PDNG' | 'ACCP' | 'ACSP' | 'ACSC' | 'ACWC';

export interface NumberOfTransactionsPerStatus3 {
  readonly DtldNbOfTxs: string;
  readonly DtldSts: TransactionIndividualStatus3Code;
  readonly DtldCtrlSum?: string | undefined;
}

export interface OriginalGroupInformation20 {
  readonly OrgnlMsgId: string;
  readonly OrgnlMsgNmId: string;
  readonly OrgnlCreDtTm?: string | undefined;
  readonly OrgnlNbOfTxs?: string | undefined;
  readonly OrgnlCtrlSum?: string | undefined;
  readonly GrpSts?: TransactionGroupStatus3Code | undefined;
  readonly StsRsnInf?: readonly StatusReasonInformation8[] | undefined;
  readonly NbOfTxsPerSts?: readonly NumberOfTransactionsPerStatus3[] | undefined;
}

export type SequenceType1Code = 'FRST' | 'RCUR' | 'FNAL' | 'OOFF';

export interface PaymentTypeInformation22 {
  readonly InstrPrty?: Priority2Code | undefined;
  readonly ClrChanl?: ClearingChannel2Code | undefined;
  readonly SvcLvl?: OrganisationIdentificationSchemeName1Choice | undefined;
  readonly LclInstrm?: LocalInstrument2Choice | undefined;
  readonly SeqTp?: SequenceType1Code | undefined;
  readonly CtgyPurp?: OrganisationIdentificationSchemeName1Choice | undefined;
}

export type Frequency1Code = 'YEAR' | 'MNTH' | 'QURT' | 'MIAN' | 'WEEK' | 'DAIL' | 'ADHO' | 'INDA';

export interface AmendmentInformationDetails6 {
  readonly OrgnlMndtId?: string | undefined;
  readonly OrgnlCdtrSchmeId?: PartyIdentification32 | undefined;
  readonly OrgnlCdtrAgt?: BranchAndFinancialInstitutionIdentification4 | undefined;
  readonly OrgnlCdtrAgtAcct?: CashAccount16 | undefined;
  readonly OrgnlDbtr?: PartyIdentification32 | undefined;
  readonly OrgnlDbtrAcct?: CashAccount16 | undefined;
  readonly OrgnlDbtrAgt?: BranchAndFinancialInstitutionIdentification4 | undefined;
  readonly OrgnlDbtrAgtAcct?: CashAccount16 | undefined;
  readonly OrgnlFnlColltnDt?: string | undefined;
  readonly OrgnlFrqcy?: Frequency1Code | undefined;
}

export interface MandateRelatedInformation6 {
  readonly MndtId?: string | undefined;
  readonly DtOfSgntr?: string | undefined;
  readonly AmdmntInd?: boolean | undefined;
  readonly AmdmntInfDtls?: AmendmentInformationDetails6 | undefined;
  readonly ElctrncSgntr?: string | undefined;
  readonly FrstColltnDt?: string | undefined;
  readonly FnlColltnDt?: string | undefined;
  readonly Frqcy?: Frequency1Code | undefined;
}

export interface OriginalTransactionReference13 {
  readonly IntrBkSttlmAmt?: Amount | undefined;
  readonly Amt?: AmountType4Choice | undefined;
  readonly IntrBkSttlmDt?: string | undefined;
  readonly ReqdColltnDt?: string | undefined;
  readonly ReqdExctnDt?: string | undefined;
  readonly CdtrSchmeId?: PartyIdentification32 | undefined;
  readonly SttlmInf?: SettlementInformation13 | undefined;
  readonly PmtTpInf?: PaymentTypeInformation22 | undefined;
  readonly PmtMtd?: PaymentMethod4Code | undefined;
  readonly MndtRltdInf?: MandateRelatedInformation6 | undefined;
  readonly RmtInf?: RemittanceInformation5 | undefined;
  readonly UltmtDbtr?: PartyIdentification32 | undefined;
  readonly Dbtr?: PartyIdentification32 | undefined;
  readonly DbtrAcct?: CashAccount16 | undefined;
  readonly DbtrAgt?: BranchAndFinancialInstitutionIdentification4 | undefined;
  readonly DbtrAgtAcct?: CashAccount16 | undefined;
  readonly CdtrAgt?: BranchAndFinancialInstitutionIdentification4 | undefined;
  readonly CdtrAgtAcct?: CashAccount16 | undefined;
  readonly Cdtr?: PartyIdentification32 | undefined;
  readonly CdtrAcct?: CashAccount16 | undefined;
  readonly UltmtCdtr?: PartyIdentification32 | undefined;
}

export interface PaymentTransactionInformation25 {
  readonly StsId?: string | undefined;
  readonly OrgnlInstrId?: string | undefined;
  readonly OrgnlEndToEndId?: string | undefined;
  readonly TxSts?: TransactionIndividualStatus3Code | undefined;
  readonly StsRsnInf?: readonly StatusReasonInformation8[] | undefined;
  readonly ChrgsInf?: readonly ChargesInformation5[] | undefined;
  readonly AccptncDtTm?: string | undefined;
  readonly AcctSvcrRef?: string | undefined;
  readonly ClrSysRef?: string | undefined;
  readonly OrgnlTxRef?: OriginalTransactionReference13 | undefined;
}

export interface OriginalPaymentInformation1 {
  readonly OrgnlPmtInfId: string;
  readonly OrgnlNbOfTxs?: string | undefined;
  readonly OrgnlCtrlSum?: string | undefined;
  readonly PmtInfSts?: TransactionGroupStatus3Code | undefined;
  readonly StsRsnInf?: readonly StatusReasonInformation8[] | undefined;
  readonly NbOfTxsPerSts?: readonly NumberOfTransactionsPerStatus3[] | undefined;
  readonly TxInfAndSts?: readonly PaymentTransactionInformation25[] | undefined;
}

export interface CustomerPaymentStatusReportV03 {
  readonly GrpHdr: GroupHeader36;
  readonly OrgnlGrpInfAndSts: OriginalGroupInformation20;
  readonly OrgnlPmtInfAndSts?: readonly OriginalPaymentInformation1[] | undefined;
}

export interface Pain00200103 {
  readonly CstmrPmtStsRpt: CustomerPaymentStatusReportV03;
}

export interface GroupHeader86 {
  readonly MsgId: string;
  readonly CreDtTm: string;
  readonly InitgPty?: PartyIdentification135 | undefined;
  readonly FwdgAgt?: BranchAndFinancialInstitutionIdentification6 | undefined;
  readonly DbtrAgt?: BranchAndFinancialInstitutionIdentification6 | undefined;
  readonly CdtrAgt?: BranchAndFinancialInstitutionIdentification6 | undefined;
}

export interface CurrencyExchange13 {
  readonly SrcCcy: string;
  readonly TrgtCcy: string;
  readonly XchgRate: string;
  readonly UnitCcy?: string | undefined;
}

export interface TrackerRecord1 {
  readonly Agt: BranchAndFinancialInstitutionIdentification6;
  readonly ChrgBr?: ChargeBearerType1Code | undefined;
  readonly ChrgsAmt?: Amount | undefined;
  readonly XchgRateData?: CurrencyExchange13 | undefined;
}

export interface TrackerData1 {
  readonly ConfdDt: DateAndDateTime2Choice;
  readonly ConfdAmt: Amount;
  readonly TrckrRcrd: readonly TrackerRecord1[];
}

export interface PaymentTransaction105 {
  readonly StsId?: string | undefined;
  readonly OrgnlInstrId?: string | undefined;
  readonly OrgnlEndToEndId?: string | undefined;
  readonly OrgnlUETR?: string | undefined;
  readonly TxSts?: string | undefined;
  readonly StsRsnInf?: readonly CancellationStatusReason4[] | undefined;
  readonly ChrgsInf?: readonly Charges7[] | undefined;
  readonly TrckrData?: TrackerData1 | undefined;
  readonly AccptncDtTm?: string | undefined;
  readonly AcctSvcrRef?: string | undefined;
  readonly ClrSysRef?: string | undefined;
  readonly OrgnlTxRef?: OriginalTransactionReference28 | undefined;
  readonly SplmtryData?: readonly SupplementaryData1[] | undefined;
}

export interface OriginalPaymentInstruction32 {
  readonly OrgnlPmtInfId: string;
  readonly OrgnlNbOfTxs?: string | undefined;
  readonly OrgnlCtrlSum?: string | undefined;
  readonly PmtInfSts?: string | undefined;
  readonly StsRsnInf?: readonly CancellationStatusReason4[] | undefined;
  readonly NbOfTxsPerSts?: readonly NumberOfTransactionsPerStatus5[] | undefined;
  readonly TxInfAndSts?: readonly PaymentTransaction105[] | undefined;
}

export interface CustomerPaymentStatusReportV10 {
  readonly GrpHdr: GroupHeader86;
  readonly OrgnlGrpInfAndSts: OriginalGroupHeader17;
  readonly OrgnlPmtInfAndSts?: readonly OriginalPaymentInstruction32[] | undefined;
  readonly SplmtryData?: readonly SupplementaryData1[] | undefined;
}

export interface Pain00200110 {
  readonly CstmrPmtStsRpt: CustomerPaymentStatusReportV10;
}

export interface PaymentTransaction129 {
  readonly StsId?: string | undefined;
  readonly OrgnlInstrId?: string | undefined;
  readonly OrgnlEndToEndId?: string | undefined;
  readonly OrgnlUETR?: string | undefined;
  readonly TxSts?: string | undefined;
  readonly StsRsnInf?: readonly CancellationStatusReason4[] | undefined;
  readonly ChrgsInf?: readonly Charges7[] | undefined;
  readonly TrckrData?: TrackerData1 | undefined;
  readonly AccptncDtTm?: string | undefined;
  readonly AcctSvcrRef?: string | undefined;
  readonly ClrSysRef?: string | undefined;
  readonly OrgnlTxRef?: OriginalTransactionReference35 | undefined;
  readonly SplmtryData?: readonly SupplementaryData1[] | undefined;
}

export interface OriginalPaymentInstruction40 {
  readonly OrgnlPmtInfId: string;
  readonly OrgnlNbOfTxs?: string | undefined;
  readonly OrgnlCtrlSum?: string | undefined;
  readonly PmtInfSts?: string | undefined;
  readonly StsRsnInf?: readonly CancellationStatusReason4[] | undefined;
  readonly NbOfTxsPerSts?: readonly NumberOfTransactionsPerStatus5[] | undefined;
  readonly TxInfAndSts?: readonly PaymentTransaction129[] | undefined;
}

export interface CustomerPaymentStatusReportV12 {
  readonly GrpHdr: GroupHeader86;
  readonly OrgnlGrpInfAndSts: OriginalGroupHeader17;
  readonly OrgnlPmtInfAndSts?: readonly OriginalPaymentInstruction40[] | undefined;
  readonly SplmtryData?: readonly SupplementaryData1[] | undefined;
}

export interface Pain00200112 {
  readonly CstmrPmtStsRpt: CustomerPaymentStatusReportV12;
}

export interface GroupHeader88 {
  readonly MsgId: string;
  readonly CreDtTm: string;
  readonly Authstn?: readonly Authorisation1Choice[] | undefined;
  readonly NbOfTxs: string;
  readonly CtrlSum?: string | undefined;
  readonly GrpRvsl?: boolean | undefined;
  readonly InitgPty?: PartyIdentification135 | undefined;
  readonly FwdgAgt?: BranchAndFinancialInstitutionIdentification6 | undefined;
  readonly DbtrAgt?: BranchAndFinancialInstitutionIdentification6 | undefined;
  readonly CdtrAgt?: BranchAndFinancialInstitutionIdentification6 | undefined;
}

export interface PaymentTransaction125 {
  readonly RvslId?: string | undefined;
  readonly OrgnlInstrId?: string | undefined;
  readonly OrgnlEndToEndId?: string | undefined;
  readonly OrgnlUETR?: string | undefined;
  readonly OrgnlInstdAmt?: Amount | undefined;
  readonly RvsdInstdAmt?: Amount | undefined;
  readonly ChrgBr?: ChargeBearerType1Code | undefined;
  readonly RvslRsnInf?: readonly CancellationStatusReason4[] | undefined;
  readonly OrgnlTxRef?: OriginalTransactionReference31 | undefined;
  readonly SplmtryData?: readonly SupplementaryData1[] | undefined;
}

export interface OriginalPaymentInstruction37 {
  readonly RvslPmtInfId?: string | undefined;
  readonly OrgnlPmtInfId: string;
  readonly OrgnlNbOfTxs?: string | undefined;
  readonly OrgnlCtrlSum?: string | undefined;
  readonly BtchBookg?: boolean | undefined;
  readonly PmtInfRvsl?: boolean | undefined;
  readonly RvslRsnInf?: readonly CancellationStatusReason4[] | undefined;
  readonly TxInf?: readonly PaymentTransaction125[] | undefined;
}

export interface CustomerPaymentReversalV10 {
  readonly GrpHdr: GroupHeader88;
  readonly OrgnlGrpInf: OriginalGroupHeader16;
  readonly OrgnlPmtInfAndRvsl?: readonly OriginalPaymentInstruction37[] | undefined;
  readonly SplmtryData?: readonly SupplementaryData1[] | undefined;
}

export interface Pain00700110 {
  readonly CstmrPmtRvsl: CustomerPaymentReversalV10;
}

export type PaymentMethod2Code = 'DD';

export interface PaymentTypeInformation20 {
  readonly InstrPrty?: Priority2Code | undefined;
  readonly SvcLvl?: OrganisationIdentificationSchemeName1Choice | undefined;
  readonly LclInstrm?: LocalInstrument2Choice | undefined;
  readonly SeqTp?: SequenceType1Code | undefined;
  readonly CtgyPurp?: OrganisationIdentificationSchemeName1Choice | undefined;
}

export interface DirectDebitTransaction6 {
  readonly MndtRltdInf?: MandateRelatedInformation6 | undefined;
  readonly CdtrSchmeId?: PartyIdentification32 | undefined;
  readonly PreNtfctnId?: string | undefined;
  readonly PreNtfctnDt?: string | undefined;
}

export interface DirectDebitTransactionInformation9 {
  readonly PmtId: PaymentIdentification1;
  readonly PmtTpInf?: PaymentTypeInformation20 | undefined;
  readonly InstdAmt: Amount;
  readonly ChrgBr?: ChargeBearerType1Code | undefined;
  readonly DrctDbtTx?: DirectDebitTransaction6 | undefined;
  readonly UltmtCdtr?: PartyIdentification32 | undefined;
  readonly DbtrAgt: BranchAndFinancialInstitutionIdentification4;
  readonly DbtrAgtAcct?: CashAccount16 | undefined;
  readonly Dbtr: PartyIdentification32;
  readonly DbtrAcct: CashAccount16;
  readonly UltmtDbtr?: PartyIdentification32 | undefined;
  readonly InstrForCdtrAgt?: string | undefined;
  readonly Purp?: OrganisationIdentificationSchemeName1Choice | undefined;
  readonly RgltryRptg?: readonly RegulatoryReporting3[] | undefined;
  readonly Tax?: TaxInformation3 | undefined;
  readonly RltdRmtInf?: readonly RemittanceLocation2[] | undefined;
  readonly RmtInf?: RemittanceInformation5 | undefined;
}

export interface PaymentInstructionInformation4 {
  readonly PmtInfId: string;
  readonly PmtMtd: PaymentMethod2Code;
  readonly BtchBookg?: boolean | undefined;
  readonly NbOfTxs?: string | undefined;
  readonly CtrlSum?: string | undefined;
  readonly PmtTpInf?: PaymentTypeInformation20 | undefined;
  readonly ReqdColltnDt: string;
  readonly Cdtr: PartyIdentification32;
  readonly CdtrAcct: CashAccount16;
  readonly CdtrAgt: BranchAndFinancialInstitutionIdentification4;
  readonly CdtrAgtAcct?: CashAccount16 | undefined;
  readonly UltmtCdtr?: PartyIdentification32 | undefined;
  readonly ChrgBr?: ChargeBearerType1Code | undefined;
  readonly ChrgsAcct?: CashAccount16 | undefined;
  readonly ChrgsAcctAgt?: BranchAndFinancialInstitutionIdentification4 | undefined;
  readonly CdtrSchmeId?: PartyIdentification32 | undefined;
  readonly DrctDbtTxInf: readonly DirectDebitTransactionInformation9[];
}

export interface CustomerDirectDebitInitiationV02 {
  readonly GrpHdr: GroupHeader32;
  readonly PmtInf: readonly PaymentInstructionInformation4[];
}

export interface Pain00800102 {
  readonly CstmrDrctDbtInitn: CustomerDirectDebitInitiationV02;
}

export interface PaymentTypeInformation29 {
  readonly InstrPrty?: Priority2Code | undefined;
  readonly SvcLvl?: readonly OrganisationIdentificationSchemeName1Choice[] | undefined;
  readonly LclInstrm?: LocalInstrument2Choice | undefined;
  readonly SeqTp?: SequenceType3Code | undefined;
  readonly CtgyPurp?: OrganisationIdentificationSchemeName1Choice | undefined;
}

export interface DirectDebitTransactionInformation23 {
  readonly PmtId: PaymentIdentification6;
  readonly PmtTpInf?: PaymentTypeInformation29 | undefined;
  readonly InstdAmt: Amount;
  readonly ChrgBr?: ChargeBearerType1Code | undefined;
  readonly DrctDbtTx?: DirectDebitTransaction10 | undefined;
  readonly UltmtCdtr?: PartyIdentification135 | undefined;
  readonly DbtrAgt: BranchAndFinancialInstitutionIdentification6;
  readonly DbtrAgtAcct?: CashAccount38 | undefined;
  readonly Dbtr: PartyIdentification135;
  readonly DbtrAcct: CashAccount38;
  readonly UltmtDbtr?: PartyIdentification135 | undefined;
  readonly InstrForCdtrAgt?: string | undefined;
  readonly Purp?: OrganisationIdentificationSchemeName1Choice | undefined;
  readonly RgltryRptg?: readonly RegulatoryReporting3[] | undefined;
  readonly Tax?: TaxInformation8 | undefined;
  readonly RltdRmtInf?: readonly RemittanceLocation7[] | undefined;
  readonly RmtInf?: RemittanceInformation16 | undefined;
  readonly SplmtryData?: readonly SupplementaryData1[] | undefined;
}

export interface PaymentInstruction37 {
  readonly PmtInfId: string;
  readonly PmtMtd: PaymentMethod2Code;
  readonly ReqdAdvcTp?: AdviceType1 | undefined;
  readonly BtchBookg?: boolean | undefined;
  readonly NbOfTxs?: string | undefined;
  readonly CtrlSum?: string | undefined;
  readonly PmtTpInf?: PaymentTypeInformation29 | undefined;
  readonly ReqdColltnDt: string;
  readonly Cdtr: PartyIdentification135;
  readonly CdtrAcct: CashAccount38;
  readonly CdtrAgt: BranchAndFinancialInstitutionIdentification6;
  readonly CdtrAgtAcct?: CashAccount38 | undefined;
  readonly UltmtCdtr?: PartyIdentification135 | undefined;
  readonly ChrgBr?: ChargeBearerType1Code | undefined;
  readonly ChrgsAcct?: CashAccount38 | undefined;
  readonly ChrgsAcctAgt?: BranchAndFinancialInstitutionIdentification6 | undefined;
  readonly CdtrSchmeId?: PartyIdentification135 | undefined;
  readonly DrctDbtTxInf: readonly DirectDebitTransactionInformation23[];
}

export interface CustomerDirectDebitInitiationV09 {
  readonly GrpHdr: GroupHeader85;
  readonly PmtInf: readonly PaymentInstruction37[];
  readonly SplmtryData?: readonly SupplementaryData1[] | undefined;
}

export interface Pain00800109 {
  readonly CstmrDrctDbtInitn: CustomerDirectDebitInitiationV09;
}

export interface GroupHeader78 {
  readonly MsgId: string;
  readonly CreDtTm: string;
  readonly NbOfTxs: string;
  readonly CtrlSum?: string | undefined;
  readonly InitgPty: PartyIdentification135;
}

export type PaymentMethod7Code = 'CHK' | 'TRF';

export type AmountOrRate1Choice = OneOf<{ readonly Amt: Amount; readonly Rate: string }>;

export interface PaymentCondition1 {
  readonly AmtModAllwd: boolean;
  readonly EarlyPmtAllwd: boolean;
  readonly DelyPnlty?: string | undefined;
  readonly ImdtPmtRbt?: AmountOrRate1Choice | undefined;
  readonly GrntedPmtReqd: boolean;
}

export interface CreditTransferTransaction35 {
  readonly PmtId: PaymentIdentification6;
  readonly PmtTpInf?: PaymentTypeInformation26 | undefined;
  readonly PmtCond?: PaymentCondition1 | undefined;
  readonly Amt: AmountType4Choice;
  readonly ChrgBr: ChargeBearerType1Code;
  readonly ChqInstr?: Cheque11 | undefined;
  readonly UltmtDbtr?: PartyIdentification135 | undefined;
  readonly IntrmyAgt1?: BranchAndFinancialInstitutionIdentification6 | undefined;
  readonly IntrmyAgt2?: BranchAndFinancialInstitutionIdentification6 | undefined;
  readonly IntrmyAgt3?: BranchAndFinancialInstitutionIdentification6 | undefined;
  readonly CdtrAgt: BranchAndFinancialInstitutionIdentification6;
  readonly Cdtr: PartyIdentification135;
  readonly CdtrAcct?: CashAccount38 | undefined;
  readonly UltmtCdtr?: PartyIdentification135 | undefined;
  readonly InstrForCdtrAgt?: readonly InstructionForCreditorAgent1[] | undefined;
  readonly Purp?: OrganisationIdentificationSchemeName1Choice | undefined;
  readonly RgltryRptg?: readonly RegulatoryReporting3[] | undefined;
  readonly Tax?: TaxInformation8 | undefined;
  readonly RltdRmtInf?: readonly RemittanceLocation7[] | undefined;
  readonly RmtInf?: RemittanceInformation16 | undefined;
  readonly NclsdFile?: readonly Document12[] | undefined;
  readonly SplmtryData?: readonly SupplementaryData1[] | undefined;
}

export interface PaymentInstruction31 {
  readonly PmtInfId?: string | undefined;
  readonly PmtMtd: PaymentMethod7Code;
  readonly PmtTpInf?: PaymentTypeInformation26 | undefined;
  readonly ReqdExctnDt: DateAndDateTime2Choice;
  readonly XpryDt?: DateAndDateTime2Choice | undefined;
  readonly PmtCond?: PaymentCondition1 | undefined;
  readonly Dbtr: PartyIdentification135;
  readonly DbtrAcct?: CashAccount38 | undefined;
  readonly DbtrAgt: BranchAndFinancialInstitutionIdentification6;
  readonly UltmtDbtr?: PartyIdentification135 | undefined;
  readonly ChrgBr?: ChargeBearerType1Code | undefined;
  readonly CdtTrfTx: readonly CreditTransferTransaction35[];
}

export interface CreditorPaymentActivationRequestV07 {
  readonly GrpHdr: GroupHeader78;
  readonly PmtInf: readonly PaymentInstruction31[];
  readonly SplmtryData?: readonly SupplementaryData1[] | undefined;
}

export interface Pain01300107 {
  readonly CdtrPmtActvtnReq: CreditorPaymentActivationRequestV07;
}

export interface CreditTransferTransaction42 {
  readonly PmtId: PaymentIdentification6;
  readonly PmtTpInf?: PaymentTypeInformation26 | undefined;
  readonly PmtCond?: PaymentCondition1 | undefined;
  readonly Amt: AmountType4Choice;
  readonly ChrgBr: ChargeBearerType1Code;
  readonly MndtRltdInf?: CreditTransferMandateData1 | undefined;
  readonly ChqInstr?: Cheque11 | undefined;
  readonly UltmtDbtr?: PartyIdentification135 | undefined;
  readonly IntrmyAgt1?: BranchAndFinancialInstitutionIdentification6 | undefined;
  readonly IntrmyAgt2?: BranchAndFinancialInstitutionIdentification6 | undefined;
  readonly IntrmyAgt3?: BranchAndFinancialInstitutionIdentification6 | undefined;
  readonly CdtrAgt: BranchAndFinancialInstitutionIdentification6;
  readonly Cdtr: PartyIdentification135;
  readonly CdtrAcct?: CashAccount38 | undefined;
  readonly UltmtCdtr?: PartyIdentification135 | undefined;
  readonly InstrForCdtrAgt?: readonly InstructionForCreditorAgent3[] | undefined;
  readonly Purp?: OrganisationIdentificationSchemeName1Choice | undefined;
  readonly RgltryRptg?: readonly RegulatoryReporting3[] | undefined;
  readonly Tax?: TaxInformation8 | undefined;
  readonly RltdRmtInf?: readonly RemittanceLocation7[] | undefined;
  readonly RmtInf?: RemittanceInformation16 | undefined;
  readonly NclsdFile?: readonly Document12[] | undefined;
  readonly SplmtryData?: readonly SupplementaryData1[] | undefined;
}

export interface PaymentInstruction35 {
  readonly PmtInfId?: string | undefined;
  readonly PmtMtd: PaymentMethod7Code;
  readonly ReqdAdvcTp?: AdviceType1 | undefined;
  readonly PmtTpInf?: PaymentTypeInformation26 | undefined;
  readonly ReqdExctnDt: DateAndDateTime2Choice;
  readonly XpryDt?: DateAndDateTime2Choice | undefined;
  readonly PmtCond?: PaymentCondition1 | undefined;
  readonly Dbtr: PartyIdentification135;
  readonly DbtrAcct?: CashAccount38 | undefined;
  readonly DbtrAgt: BranchAndFinancialInstitutionIdentification6;
  readonly UltmtDbtr?: PartyIdentification135 | undefined;
  readonly ChrgBr?: ChargeBearerType1Code | undefined;
  readonly CdtTrfTx: readonly CreditTransferTransaction42[];
}

export interface CreditorPaymentActivationRequestV08 {
  readonly GrpHdr: GroupHeader78;
  readonly PmtInf: readonly PaymentInstruction35[];
  readonly SplmtryData?: readonly SupplementaryData1[] | undefined;
}

export interface Pain01300108 {
  readonly CdtrPmtActvtnReq: CreditorPaymentActivationRequestV08;
}

export interface GroupHeader87 {
  readonly MsgId: string;
  readonly CreDtTm: string;
  readonly InitgPty: PartyIdentification135;
  readonly DbtrAgt?: BranchAndFinancialInstitutionIdentification6 | undefined;
  readonly CdtrAgt?: BranchAndFinancialInstitutionIdentification6 | undefined;
}

export interface PaymentConditionStatus1 {
  readonly AccptdAmt?: Amount | undefined;
  readonly GrntedPmt: boolean;
  readonly EarlyPmt: boolean;
}

export interface OriginalTransactionReference29 {
  readonly Amt?: AmountType4Choice | undefined;
  readonly ReqdExctnDt?: DateAndDateTime2Choice | undefined;
  readonly XpryDt?: DateAndDateTime2Choice | undefined;
  readonly PmtCond?: PaymentCondition1 | undefined;
  readonly PmtTpInf?: PaymentTypeInformation26 | undefined;
  readonly PmtMtd?: PaymentMethod4Code | undefined;
  readonly RmtInf?: RemittanceInformation16 | undefined;
  readonly NclsdFile?: readonly Document12[] | undefined;
  readonly UltmtDbtr?: PartyIdentification135 | undefined;
  readonly Dbtr?: PartyIdentification135 | undefined;
  readonly DbtrAcct?: CashAccount38 | undefined;
  readonly DbtrAgt?: BranchAndFinancialInstitutionIdentification6 | undefined;
  readonly CdtrAgt: BranchAndFinancialInstitutionIdentification6;
  readonly Cdtr: PartyIdentification135;
  readonly CdtrAcct?: CashAccount38 | undefined;
  readonly UltmtCdtr?: PartyIdentification135 | undefined;
}

export interface PaymentTransaction104 {
  readonly StsId?: string | undefined;
  readonly OrgnlInstrId?: string | undefined;
  readonly OrgnlEndToEndId?: string | undefined;
  readonly OrgnlUETR?: string | undefined;
  readonly TxSts?: string | undefined;
  readonly StsRsnInf?: readonly CancellationStatusReason4[] | undefined;
  readonly PmtCondSts?: PaymentConditionStatus1 | undefined;
  readonly ChrgsInf?: readonly Charges7[] | undefined;
  readonly DbtrDcsnDtTm?: string | undefined;
  readonly AccptncDtTm?: string | undefined;
  readonly AcctSvcrRef?: string | undefined;
  readonly ClrSysRef?: string | undefined;
  readonly OrgnlTxRef?: OriginalTransactionReference29 | undefined;
  readonly NclsdFile?: readonly Document12[] | undefined;
  readonly SplmtryData?: readonly SupplementaryData1[] | undefined;
}

export interface OriginalPaymentInstruction31 {
  readonly OrgnlPmtInfId: string;
  readonly OrgnlNbOfTxs?: string | undefined;
  readonly OrgnlCtrlSum?: string | undefined;
  readonly PmtInfSts?: string | undefined;
  readonly StsRsnInf?: readonly CancellationStatusReason4[] | undefined;
  readonly NbOfTxsPerSts?: readonly NumberOfTransactionsPerStatus5[] | undefined;
  readonly TxInfAndSts?: readonly PaymentTransaction104[] | undefined;
}

export interface CreditorPaymentActivationRequestStatusReportV07 {
  readonly GrpHdr: GroupHeader87;
  readonly OrgnlGrpInfAndSts: OriginalGroupHeader17;
  readonly OrgnlPmtInfAndSts?: readonly OriginalPaymentInstruction31[] | undefined;
  readonly SplmtryData?: readonly SupplementaryData1[] | undefined;
}

export interface Pain01400107 {
  readonly CdtrPmtActvtnReqStsRpt: CreditorPaymentActivationRequestStatusReportV07;
}

export interface OriginalTransactionReference33 {
  readonly Amt?: AmountType4Choice | undefined;
  readonly ReqdExctnDt?: DateAndDateTime2Choice | undefined;
  readonly XpryDt?: DateAndDateTime2Choice | undefined;
  readonly PmtCond?: PaymentCondition1 | undefined;
  readonly PmtTpInf?: PaymentTypeInformation26 | undefined;
  readonly PmtMtd?: PaymentMethod4Code | undefined;
  readonly MndtRltdInf?: CreditTransferMandateData1 | undefined;
  readonly RmtInf?: RemittanceInformation16 | undefined;
  readonly NclsdFile?: readonly Document12[] | undefined;
  readonly UltmtDbtr?: PartyIdentification135 | undefined;
  readonly Dbtr?: PartyIdentification135 | undefined;
  readonly DbtrAcct?: CashAccount38 | undefined;
  readonly DbtrAgt?: BranchAndFinancialInstitutionIdentification6 | undefined;
  readonly CdtrAgt: BranchAndFinancialInstitutionIdentification6;
  readonly Cdtr: PartyIdentification135;
  readonly CdtrAcct?: CashAccount38 | undefined;
  readonly UltmtCdtr?: PartyIdentification135 | undefined;
}

export interface PaymentTransaction128 {
  readonly StsId?: string | undefined;
  readonly OrgnlInstrId?: string | undefined;
  readonly OrgnlEndToEndId?: string | undefined;
  readonly OrgnlUETR?: string | undefined;
  readonly TxSts?: string | undefined;
  readonly StsRsnInf?: readonly CancellationStatusReason4[] | undefined;
  readonly PmtCondSts?: PaymentConditionStatus1 | undefined;
  readonly ChrgsInf?: readonly Charges7[] | undefined;
  readonly DbtrDcsnDtTm?: string | undefined;
  readonly AccptncDtTm?: string | undefined;
  readonly AcctSvcrRef?: string | undefined;
  readonly ClrSysRef?: string | undefined;
  readonly OrgnlTxRef?: OriginalTransactionReference33 | undefined;
  readonly NclsdFile?: readonly Document12[] | undefined;
  readonly SplmtryData?: readonly SupplementaryData1[] | undefined;
}

export interface OriginalPaymentInstruction39 {
  readonly OrgnlPmtInfId: string;
  readonly OrgnlNbOfTxs?: string | undefined;
  readonly OrgnlCtrlSum?: string | undefined;
  readonly PmtInfSts?: string | undefined;
  readonly StsRsnInf?: readonly CancellationStatusReason4[] | undefined;
  readonly NbOfTxsPerSts?: readonly NumberOfTransactionsPerStatus5[] | undefined;
  readonly TxInfAndSts?: readonly PaymentTransaction128[] | undefined;
}

export interface CreditorPaymentActivationRequestStatusReportV08 {
  readonly GrpHdr: GroupHeader87;
  readonly OrgnlGrpInfAndSts: OriginalGroupHeader17;
  readonly OrgnlPmtInfAndSts?: readonly OriginalPaymentInstruction39[] | undefined;
  readonly SplmtryData?: readonly SupplementaryData1[] | undefined;
}

export interface Pain01400108 {
  readonly CdtrPmtActvtnReqStsRpt: CreditorPaymentActivationRequestStatusReportV08;
}
