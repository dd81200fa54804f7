export { type PaymentsModuleOptions, paymentsModule } from './payments-module.ts';
export { type HostContainer, registerGateway } from './register-gateway.ts';
export { clockToken, gatewayToken, ledgerToken, providerToken } from './tokens.ts';
