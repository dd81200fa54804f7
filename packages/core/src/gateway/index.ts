export type { GatewayEvent, GatewayListener, OperationFacts, Origin } from './events.ts';
export type { Identifiers } from './identifiers.ts';
export type { CallOptions } from './line.ts';
export type { ProviderDescription } from './provider-description.ts';
export type { Receipt } from './receipt.ts';
export type { ProviderRegistration } from './registry.ts';
export { type Router, routeInOrder } from './route.ts';
