import type { GatewayListener } from '../gateway/events.ts';
import type { CallOptions } from '../gateway/line.ts';
import type { ProviderDescription } from '../gateway/provider-description.ts';
import type { Receipt } from '../gateway/receipt.ts';
import type { BuriedJob } from '../ledger/job.ts';
import type { Review } from '../ledger/ledger.ts';
import type { TimelineEntry } from '../ledger/timeline-entry.ts';
import type {
  AuthorizeCommand,
  CaptureCommand,
  ChargeCommand,
  RecallCommand,
  RefundCommand,
  RequestPaymentCommand,
  TransferCommand,
  VoidCommand,
} from '../model/command.ts';
import type { PaymentId } from '../model/identifier.ts';
import type { Payment } from '../model/payment.ts';
import type { Reception } from '../notification/receive.ts';
import type { NotificationMessage } from '../provider/notification.ts';
import type { HandVerdict } from '../settlement/settle-by-hand.ts';
import type { Revival } from '../worker/revive.ts';

/**
 * One canonical payment API in front of all providers. For one idempotency key money moves at most once, wherever the
 * provider can deduplicate or can be asked; where neither is possible the outcome is `unknown`.
 *
 * No outcome of a payment throws. A method rejects only for a mistake of the programmer.
 */
export interface Gateway {
  authorize(command: AuthorizeCommand, options?: CallOptions): Promise<Receipt>;
  charge(command: ChargeCommand, options?: CallOptions): Promise<Receipt>;
  transfer(command: TransferCommand, options?: CallOptions): Promise<Receipt>;
  requestPayment(command: RequestPaymentCommand, options?: CallOptions): Promise<Receipt>;
  capture(command: CaptureCommand, options?: CallOptions): Promise<Receipt>;
  void(command: VoidCommand, options?: CallOptions): Promise<Receipt>;
  refund(command: RefundCommand, options?: CallOptions): Promise<Receipt>;
  recall(command: RecallCommand, options?: CallOptions): Promise<Receipt>;
  /** A payment as it is known now. While an operation on it is open, the provider is asked first. */
  retrieve(query: PaymentQuery, options?: CallOptions): Promise<Payment | undefined>;
  /** Ends the open operation of a payment by the word of a person. `undefined`: no such payment, or nothing is open on it. */
  settleByHand(settlement: HandSettlement): Promise<Payment | undefined>;
  /**
   * Operations of all tenants that wait for {@link settleByHand}, in the order of their ids, which is that of their
   * beginning. Default: the first 100. `after`: the id of the last one that was seen.
   */
  reviews(page?: { readonly limit?: number; readonly after?: string }): Promise<readonly Review[]>;
  /**
   * Takes in what a provider pushes. Nothing is processed before it is stored; processing follows on its own. Rejects
   * with `body_parsed` when the body is not the bytes any more.
   */
  receive(provider: string, message: NotificationMessage): Promise<Reception>;
  /** What happened to a payment, oldest first; every decision in words. */
  timeline(query: PaymentQuery): Promise<readonly TimelineEntry[]>;
  /** The providers, what they can do, and how their breakers stand. */
  providers(): readonly ProviderDescription[];
  /** Hears of attempts and payments. @returns a function that ends the subscription */
  subscribe(listener: GatewayListener): () => void;
  /**
   * Begins to settle open operations, to process notifications and to deliver events, now and after each restart. Any
   * number of processes may do so on one store.
   */
  start(): void;
  /** Carries out what is due now, for hosts without a long life. @returns how many jobs were carried out */
  drain(): Promise<number>;
  /** Jobs that were given up, oldest first. Default: the first 100. */
  buriedJobs(limit?: number): Promise<readonly BuriedJob[]>;
  /** Has a job tried again that was given up. Asking twice has the effect of asking once. */
  reviveJob(id: string): Promise<Revival>;
  /** Ends the work, the transports of all providers, and the store; calls in flight end first. */
  close(): Promise<void>;
}

/** Names a payment. */
export interface PaymentQuery {
  readonly payment: PaymentId;
  /** Default: `default`. */
  readonly tenant?: string;
}

/** Names an open operation, and what a person found out about it. */
export interface HandSettlement extends PaymentQuery, HandVerdict {}
