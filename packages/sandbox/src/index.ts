export type { Behaviour, Personality, Settlement } from './acquirer/behaviour.ts';
export type { Balance, Book, Movement, MovementKind } from './acquirer/book.ts';
export type { CommandKind } from './acquirer/command.ts';
export type { OutcomeCode } from './acquirer/outcome-code.ts';
export type { Payment, PaymentStatus, Refund, RefundStatus } from './acquirer/payment.ts';
export type { Script } from './acquirer/script.ts';
export { STATE_CHANGES, type StateChange, type StateChangeType } from './acquirer/state-change.ts';
export type { SandboxClock, TimeSource } from './clock.ts';
export { FAULT_NAMES, type FaultName, type FaultParameters } from './fault/fault.ts';
export { FAULT_ORDERS, type OrderedFault } from './fault/fault-orders.ts';
export type { ArmedFault, FaultMatch, FaultOrder, FaultQueue, Firing } from './fault/fault-queue.ts';
export type { RequestJournal, SeenRequest } from './http/request-journal.ts';
export { OPERATION_NAMES, type OperationName } from './http/wire.ts';
export type { GiveBackOrder } from './iso20022/give-back.ts';
export type { Iso20022Network, Iso20022Options } from './iso20022/iso20022-network.ts';
export type { ParticipantOrder, Participants } from './iso20022/participant.ts';
export type { MemberPaymentOrder } from './iso20022/pay-member.ts';
export { RAIL_NAMES, type Rail, type RailName } from './iso20022/rail.ts';
export type { Violation } from './iso20022/violation.ts';
export {
  DEFAULT_API_KEY,
  type Sandbox,
  type SandboxOptions,
  type SandboxTls,
  startSandbox,
  type WebhookOptions,
} from './sandbox.ts';
export type { SoapSecurity, SoapSigner } from './soap/soap-security.ts';
export type { DeliveryAttempt, DeliverySettings } from './webhook/delivery.ts';
export type { Endpoint, EndpointOrder } from './webhook/endpoint-registry.ts';
export type { WebhookEvent } from './webhook/webhook-event.ts';
export { WEBHOOK_FAULT_NAMES, type WebhookFaultName, type WebhookFaultParameters } from './webhook/webhook-fault.ts';
export type {
  ArmedWebhookFault,
  WebhookFaultMatch,
  WebhookFaultOrder,
  WebhookFaultQueue,
  WebhookFiring,
} from './webhook/webhook-fault-queue.ts';
export { WEBHOOK_SCHEMES, type WebhookScheme } from './webhook/webhook-scheme.ts';
export type { Webhooks } from './webhook/webhooks.ts';
