export { type CavageSignatureOptions, cavageSignature } from './cavage-signature.ts';
export type { ClientAuthentication } from './client-authentication.ts';
export { type ClientCredentialsOptions, clientCredentials } from './client-credentials.ts';
export { contentDigest, type DigestAlgorithm } from './content-digest.ts';
export { type DetachedJwsOptions, detachedJws, openBankingClaims } from './detached-jws.ts';
export type { DpopAlgorithm } from './dpop-key.ts';
export { type HmacOptions, type HmacScheme, hmacSignature } from './hmac-signature.ts';
export { httpMessageSignature } from './http-message-signature.ts';
export type { HttpMessageSignatureOptions } from './message-signature.ts';
export { signHttpResponse } from './sign-http-response.ts';
export type { SignedMessage, SignedResponse } from './signed-message.ts';
export type { SignatureAlgorithm } from './signing-key.ts';
export { TokenCache, type TokenCacheOptions } from './token-cache.ts';
export type { TokenEvent } from './token-event.ts';
export {
  isSignedHttpMessage,
  type MessageVerification,
  type VerificationKey,
} from './verify-http-message.ts';
