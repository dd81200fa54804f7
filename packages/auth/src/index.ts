export type { ClientAuthentication } from './client-authentication.ts';
export { type ClientCredentialsOptions, clientCredentials } from './client-credentials.ts';
export type { DpopAlgorithm } from './dpop-key.ts';
export type { SecretSource } from './secret-source.ts';
export { TokenCache, type TokenCacheOptions } from './token-cache.ts';
export type { TokenEvent } from './token-event.ts';
