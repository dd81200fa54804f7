import type { TimelineEntry } from '../ledger/operation-record.ts';
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
import type { Capabilities } from '../provider/capabilities.ts';
import type { Protocol } from '../provider/provider.ts';
import type { BreakerState } from '../resilience/breaker.ts';
import type { OperationGroup } from '../resilience/operation-group.ts';
import type { GatewayListener } from './events.ts';
import type { CallOptions } from './line.ts';
import type { Receipt } from './receipt.ts';

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
  /** What happened to a payment, oldest first; every decision in words. */
  timeline(query: PaymentQuery): Promise<readonly TimelineEntry[]>;
  /** The providers, what they can do, and how their breakers stand. */
  providers(): readonly ProviderDescription[];
  /** Hears of attempts and payments. @returns a function that ends the subscription */
  subscribe(listener: GatewayListener): () => void;
  /** Ends the transports of all providers; calls in flight end first. */
  close(): Promise<void>;
}

/** Names a payment. */
export interface PaymentQuery {
  readonly payment: PaymentId;
  /** Default: `default`. */
  readonly tenant?: string;
}

/** A provider for display. */
export interface ProviderDescription {
  readonly id: string;
  readonly protocol: Protocol;
  readonly capabilities: Capabilities;
  /** The verbs that it has. */
  readonly verbs: readonly string[];
  /** The breakers that were needed so far. */
  readonly breakers: Readonly<Partial<Record<OperationGroup, BreakerState>>>;
}
