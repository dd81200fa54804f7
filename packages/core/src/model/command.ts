import type { Account } from './account.ts';
import type { PaymentId } from './identifier.ts';
import type { Instrument } from './instrument.ts';
import type { Money } from './money.ts';
import type { Party } from './party.ts';

/** What every operation that moves money carries. */
interface MoneyCommand {
  /** Names this one intention of the caller: 1 to 255 printable ASCII characters. The same key never moves money twice. */
  readonly idempotencyKey: string;
  /** Whose key space this is. Default: `default`. */
  readonly tenant?: string;
}

/** A command that begins a payment. */
interface OpeningCommand extends MoneyCommand {
  /** More than zero. */
  readonly amount: Money;
  /** The caller's label, 1 to 140 printable characters. It may repeat: only the key is unique. */
  readonly reference: string;
  /** Provider id. Default: the gateway's routing chooses. */
  readonly provider?: string;
}

/** Reserves an amount on an instrument, to be captured later. */
export interface AuthorizeCommand extends OpeningCommand {
  readonly source: Instrument;
}

/** Takes an amount from an instrument at once. */
export interface ChargeCommand extends OpeningCommand {
  readonly source: Instrument;
}

/** Moves money from one account to another. */
export interface TransferCommand extends OpeningCommand {
  readonly from: Account;
  readonly to: Account;
  readonly debtor?: Party;
  readonly creditor?: Party;
}

/** Asks a debtor to pay. @see ISO 20022 pain.013 */
export interface RequestPaymentCommand extends OpeningCommand {
  readonly from: Account;
  readonly to: Account;
  readonly debtor?: Party;
  readonly creditor?: Party;
}

/** A command about a payment that exists. */
interface FollowingCommand extends MoneyCommand {
  readonly payment: PaymentId;
}

/** Takes an authorized amount, or a part of it. */
export interface CaptureCommand extends FollowingCommand {
  /** Default: all that is authorized and not yet captured. */
  readonly amount?: Money;
}

/** Cancels an authorization that was not captured. */
export interface VoidCommand extends FollowingCommand {}

/** Gives back a captured or transferred amount, or a part of it. */
export interface RefundCommand extends FollowingCommand {
  /** Default: all that is captured and not yet refunded. */
  readonly amount?: Money;
}

/** Asks for a transfer back that was sent. @see ISO 20022 camt.056 */
export interface RecallCommand extends FollowingCommand {}

/** The verbs that move money. */
export interface MoneyCommands {
  authorize: AuthorizeCommand;
  charge: ChargeCommand;
  transfer: TransferCommand;
  requestPayment: RequestPaymentCommand;
  capture: CaptureCommand;
  void: VoidCommand;
  refund: RefundCommand;
  recall: RecallCommand;
}

/** The verbs that begin a payment. */
export type OpeningVerb = 'authorize' | 'charge' | 'transfer' | 'requestPayment';

/** The verbs that change a payment. */
export type FollowingVerb = 'capture' | 'void' | 'refund' | 'recall';

/** Whose keys must differ: payments share one key space whatever verb begins them, each following verb has its own. */
export type KeyScope = 'payment' | FollowingVerb;

/** Every verb that moves money. */
export type MoneyVerb = OpeningVerb | FollowingVerb;

/** Every verb of the gateway. */
export type Verb = MoneyVerb | 'retrieve';

/** The key space of a verb. */
export function keyScopeOf(verb: MoneyVerb): KeyScope {
  return isFollowingVerb(verb) ? verb : 'payment';
}

/** True for a verb that changes a payment. */
export function isFollowingVerb(verb: MoneyVerb): verb is FollowingVerb {
  return verb === 'capture' || verb === 'void' || verb === 'refund' || verb === 'recall';
}
