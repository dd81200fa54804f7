export type { HmacParameters } from './hmac-keys.ts';
export { type HmacScheme, hmacVerifier } from './hmac-verifier.ts';
export type { JwsAlgorithm } from './jws-algorithm.ts';
export type { LiveSecret, LiveSecrets } from './live-secret.ts';
export {
  type PaypalCertificates,
  type PaypalCertificatesOptions,
  paypalCertificates,
} from './paypal-certificates.ts';
export { adyenAcknowledgement, adyenFieldsVerifier } from './scheme/adyen-fields.ts';
export { adyenHeaderScheme, adyenHeaderVerifier } from './scheme/adyen-header.ts';
export { type BraintreeKey, type BraintreeKeys, braintreeVerifier } from './scheme/braintree.ts';
export { type DetachedJwsOptions, detachedJwsVerifier, type JwsKey } from './scheme/detached-jws.ts';
export { githubScheme, githubVerifier } from './scheme/github.ts';
export { gocardlessRefusalStatus, gocardlessScheme, gocardlessVerifier } from './scheme/gocardless.ts';
export { type PaypalOptions, paypalVerifier } from './scheme/paypal.ts';
export { type PaypalEnvironment, paypalCertificateUrl } from './scheme/paypal-certificate-url.ts';
export { rafikiScheme, rafikiVerifier } from './scheme/rafiki.ts';
export { squareScheme, squareVerifier } from './scheme/square.ts';
export { standardWebhooksScheme, standardWebhooksVerifier } from './scheme/standard-webhooks.ts';
export { stripeScheme, stripeVerifier } from './scheme/stripe.ts';
export { svixScheme, svixVerifier } from './scheme/svix.ts';
export type { SignatureScheme, SignedPart } from './scheme-verifier.ts';
export type { SignatureSyntax } from './signature-syntax.ts';
export {
  type StandardWebhooksHeaders,
  type StandardWebhooksSigner,
  standardWebhooksSigner,
} from './standard-webhooks-signer.ts';
export type { BodyOptions, VerifierOptions, WindowOptions } from './verifier-limits.ts';
export {
  type WebhookEndpoint,
  type WebhookSender,
  type WebhookSenderOptions,
  type WebhookVerdict,
  webhookSender,
} from './webhook-sender.ts';
export { readWebhookUrl, type WebhookUrl } from './webhook-url.ts';
