export type { DeliveryVerdict, Endpoint, EventSender, OutboxOptions } from './endpoint.ts';
