export { createGateway, type GatewayOptions } from './create-gateway.ts';
export type { Gateway, HandSettlement, PaymentQuery } from './gateway.ts';
