import type { MessageId } from '../model/message-types.ts';
import type { CharacterSetName, TextPolicy } from './character-set.ts';
import type { IdentifierFormat } from './identifier-format.ts';
import type { StatusKind } from './iso-status.ts';
import type { Certainty, ProfileRule } from './profile-rule.ts';
import type { ReasonMeaning } from './reason-code.ts';

/** The networks whose profiles ship. */
export type NetworkId =
  | 'fednow'
  | 'rtp'
  | 'sepa-sct'
  | 'sepa-sct-inst'
  | 'cbpr-plus'
  | 'swiss-sps'
  | 'fedwire'
  | 'pix-spi';

/** What a message is for, whatever its version. */
export type BusinessStep =
  | 'creditTransfer'
  | 'status'
  | 'return'
  | 'inquiry'
  | 'recall'
  | 'recallAnswer'
  | 'requestToPay'
  | 'requestAnswer'
  | 'notification'
  | 'statement';

/** A public document that facts of a profile come from. */
export interface ProfileSource {
  readonly title: string;
  readonly url: string;
  /** When it was published or took effect, as an ISO date, month or year. */
  readonly date: string;
}

/** How header and document travel together. */
export type EnvelopeKind =
  | { readonly kind: 'none' }
  | { readonly kind: 'business_message'; readonly namespace: string }
  /** An outer element of the network, with one element for each kind of message around `AppHdr` and `Document`. */
  | {
      readonly kind: 'network';
      readonly namespace: string;
      readonly root: string;
      /** An element between the outer one and those around the parts. Default: none. */
      readonly list?: string;
      /** The element around header and document, by the name of the message without its version. Default: none. */
      readonly wrappers?: Readonly<Record<string, string>>;
      /** The outer elements of what the network sends. Default: the same. */
      readonly received?: { readonly namespace: string; readonly root: string; readonly list?: string };
    }
  /** `AppHdr` is an element of the network, and another takes the place of `Document`. Their content is that of ISO 20022. */
  | {
      readonly kind: 'replacing';
      readonly namespace: string;
      readonly root: string;
      /** The element instead of `Document`, by the name of the message without its version. */
      readonly elements: Readonly<Record<string, string>>;
    }
  /** Header and document have the namespace of the envelope, which names the message and its version. */
  | {
      readonly kind: 'one_namespace';
      readonly root: string;
      readonly namespaces: Readonly<Partial<Record<MessageId, string>>>;
    };

export interface HeaderProfile {
  readonly message: Extract<MessageId, `head.001.001.${string}`>;
  readonly businessService?: string;
  readonly marketPractice?: { readonly registry: string; readonly id: string };
  /** `other`: `Fr` and `To` name participants in `FinInstnId/Othr/Id`. Default: as the document does. */
  readonly party?: 'other';
  /** How the network names itself in `Fr` and `To`, where it stands between the participants. */
  readonly networkParty?: string;
  /** `MsgDefIdr` of each message where it is not the ISO identifier. */
  readonly definitions?: Readonly<Partial<Record<MessageId, string>>>;
}

export interface IdentifierProfile {
  readonly messageId: IdentifierFormat;
  /** `same`: `BizMsgIdr` repeats the message identification. */
  readonly businessMessageId: 'same' | IdentifierFormat;
  /** Default: the key of the operation. */
  readonly instructionId?: IdentifierFormat | 'unused';
  /** Default: the key of the operation. */
  readonly transactionId?: IdentifierFormat | 'unused';
  /** Where the network builds it. Default: it is the customer's. */
  readonly endToEndId?: IdentifierFormat;
  /** Default: the transaction identification. */
  readonly returnId?: IdentifierFormat;
  /** How many octets the key of an operation has, where identifiers have no room for more. Default: 13. */
  readonly keyOctets?: number;
  readonly uetr: 'mandatory' | 'optional' | 'unused';
  /** IANA name of the zone whose date stands in identifiers. */
  readonly timeZone: string;
}

/** How a network writes moments. */
export type TimeForm = 'offset' | 'utc' | 'local';

/** How participants are named. */
export type MemberProfile =
  /** `ClrSysMmbId` with a clearing system code and a member number. */
  | {
      readonly kind: 'clearing_member';
      /** Code of the clearing system. */
      readonly system: string;
      /** False where members are named without it. Default: true. */
      readonly writesSystem?: false;
      /** Of the whole number, as the header has it. */
      readonly pattern: string;
      /** How much of the number names the member in a document. Default: all. */
      readonly documentLength?: number;
    }
  | { readonly kind: 'bic' };

export interface SettlementProfile {
  readonly methods: readonly string[];
  readonly clearingSystem?: { readonly kind: 'Cd' | 'Prtry'; readonly value: string };
  /** Where the settlement date stands: in the group header, beside the total amount, or nowhere. Default: `transaction`. */
  readonly date?: 'transaction' | 'group' | 'unused';
  /** False where a transaction does not say who instructs whom. Default: true. */
  readonly agents?: false;
  /** The transaction repeats its amount as the instructed one. Default: false. */
  readonly instructedAmount?: true;
}

/** Type codes of a credit transfer. The first value of a list is the default. */
export interface PaymentTypeProfile {
  readonly serviceLevel?: { readonly kind: 'Cd' | 'Prtry'; readonly values: readonly string[] };
  readonly localInstrument?: { readonly kind: 'Cd' | 'Prtry'; readonly values: readonly string[] };
  readonly categoryPurpose?: { readonly kind: 'Cd' | 'Prtry'; readonly values: readonly string[] };
  readonly instructionPriority?: readonly string[];
  readonly purpose?: { readonly kind: 'Cd' | 'Prtry'; readonly values: readonly string[] };
  /** Where `PmtTpInf` stands in a transfer between banks. Default: `transaction`. */
  readonly level?: 'transaction' | 'group';
  readonly chargeBearers: readonly string[];
}

/** What a request for payment says where the network demands more than who asks whom for what. */
export interface RequestProfile {
  /** The type of the payment that is asked for. */
  readonly paymentType: Omit<PaymentTypeProfile, 'chargeBearers' | 'level' | 'purpose'>;
  /** When the request runs out, from when it was made. Default: it does not say. */
  readonly expiresAfterMs?: number;
  /** `member`: the initiating party is our number. Default: the creditor. */
  readonly initiator?: 'member';
  readonly certainty?: Certainty;
}

export interface MoneyProfile {
  /** Default: every currency of ISO 4217. */
  readonly currencies?: readonly string[];
  /** The largest amount, as a decimal string, where there is one currency only. Rules say more. Default: none. */
  readonly max?: string;
}

export interface TextProfile {
  /** For identifiers and references. */
  readonly references: CharacterSetName;
  /** For names, addresses and remittance information. */
  readonly names: CharacterSetName;
  readonly policy: TextPolicy;
}

/** The times of a network. Absent where it has none. */
export interface ClockProfile {
  /** The network answers within this time, or says that it did not execute the payment. */
  readonly settleByMs: number;
  /** The time stamp that starts the clock. `accepted`: a transfer carries it as `AccptncDtTm`. */
  readonly from: 'header_created' | 'accepted';
  /** An inquiry is never sent before this time has passed since the same time stamp. Default: `settleByMs`. */
  readonly inquireAfterMs?: number;
  readonly certainty?: Certainty;
}

/** What to do next about a payment without a final answer. */
export interface RecoveryProfile {
  /** `inquire`: it is asked about when the clock allows it. `manual`: it goes to a person when the clock has run out. */
  readonly onSilence: 'inquire' | 'manual';
  /** After the network said that it does not know the payment that was asked about. `resend_same_id`: the same bytes. */
  readonly onNotFound: 'resend_same_id' | 'manual';
  /**
   * After the network said that it did not execute the payment because time ran out. `new_id`: it may be tried again as a
   * payment of its own. `manual`: not without a person.
   */
  readonly onTimeoutReject: 'new_id' | 'manual';
}

/** Why a message came back: `duplicate` means that another with its identifier was taken, the others that nothing was. */
export type MessageRefusal = 'malformed' | 'unauthorized' | 'unavailable' | 'duplicate';

export interface SignatureProfile {
  /** `transport`: the message itself carries no signature; the channel or a detached signature covers it. */
  readonly place: 'app_header' | 'document' | 'transport';
  readonly required: boolean;
  readonly algorithms: readonly ('rsa-sha256' | 'ecdsa-p256-sha256')[];
  readonly certainty?: Certainty;
}

/**
 * All that the adapter has to know about a network, as dated data. A participant whose agreement differs spreads a
 * profile and replaces what differs: `{ ...fednow, money: { ...fednow.money, max: '100000.00' } }`.
 */
export interface NetworkProfile {
  readonly id: string;
  readonly name: string;
  /** The day whose rules this data describes, as an ISO date. */
  readonly asOf: string;
  readonly sources: Readonly<Record<string, ProfileSource>>;
  /** The version of the message for each step. A step that the network lacks is absent. What comes in is read by its own version. */
  readonly messages: Readonly<Partial<Record<BusinessStep, MessageId>>>;
  /** Absent: messages travel without a business application header. */
  readonly header?: HeaderProfile;
  readonly envelope: EnvelopeKind;
  readonly identifiers: IdentifierProfile;
  /** How moments are written: in UTC with an offset or a `Z`, or in the time of the zone without either. Default: `offset`. */
  readonly times?: TimeForm;
  readonly members: MemberProfile;
  readonly settlement: SettlementProfile;
  readonly paymentType: PaymentTypeProfile;
  /** Default: neither an expiry nor a payment type stands in it, and the creditor initiates it. */
  readonly requests?: RequestProfile;
  /** `plain`: a recall has neither `CtrlData` nor `CxlId`. Default: it has both. */
  readonly recalls?: 'plain';
  /** Where an inquiry says who asks whom. Default: `group`. */
  readonly inquiryAgents?: 'group' | 'transaction';
  readonly money: MoneyProfile;
  readonly text: TextProfile;
  /** False where parties are written without their address. Default: true. Its forms are rules. */
  readonly addresses?: false;
  readonly clock?: ClockProfile;
  readonly recovery: RecoveryProfile;
  /** What each status means here, where it differs from the meaning in ISO 20022. */
  readonly statuses: Readonly<Record<string, StatusKind>>;
  /** What a reason means here, where it differs. Proprietary codes are keyed as they are. */
  readonly reasons: Readonly<Record<string, ReasonMeaning>>;
  /** Why money is given back that was received. Default: `CUST`. */
  readonly returnReason?: string;
  /** What the codes of admi.002 say about a message that came back. One that is not here says nothing sure. */
  readonly messageRefusals?: Readonly<Record<string, MessageRefusal>>;
  readonly signature: SignatureProfile;
  readonly rules: readonly ProfileRule[];
}
