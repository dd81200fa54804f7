export * from '../model/index.ts';
export { bindOperations } from './bind-operations.ts';
export type { Capabilities } from './capabilities.ts';
export type { Clock } from './clock.ts';
export type {
  NotificationItem,
  NotificationMessage,
  NotificationRefusal,
  NotificationSubject,
  Notifications,
  NotificationVerifier,
  Verification,
  VerifiedMessage,
} from './notification.ts';
export type {
  Decoded,
  EncodeContext,
  Idempotency,
  Inquiry,
  InquiryCommand,
  OnPayment,
  Operation,
  OperationResult,
  OriginalPayment,
  ProtocolWire,
  ProviderCommands,
  Resolution,
} from './operation.ts';
export { pause } from './pause.ts';
export type { Operations, Protocol, Provider } from './provider.ts';
export { providerReferenceOf } from './provider-reference.ts';
export { systemClock } from './system-clock.ts';
export type { Delivery, SendContext, Transport, TransportFault, TransportFaultCode } from './transport.ts';
