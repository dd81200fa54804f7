export {
  type Authenticator,
  type AuthenticatorDescription,
  apiKeyHeader,
  basic,
  bearer,
  type SigningContext,
} from './authenticator.ts';
export type { Certificate } from './certificate.ts';
export type { CertificateNotice } from './certificate-watch.ts';
export { deliveryOf, type HttpClientError } from './client-error.ts';
export { CredentialsError } from './credentials-error.ts';
export { createHttpClient, type HttpClientOptions } from './http-client.ts';
export type { HttpExchange } from './http-exchange.ts';
export type { HttpMethod, HttpRequest } from './http-request.ts';
export { type HttpResponse, httpResponse } from './http-response.ts';
export {
  type HttpOptions,
  type HttpProviderOptions,
  type HttpTransportOptions,
  httpTransport,
} from './http-transport.ts';
export { inOrder } from './in-order.ts';
export { jsonBody } from './json-body.ts';
export { hasTextField, jsonField, minorUnitsField, moneyField, textField } from './json-field.ts';
export type { HttpLimits } from './limits.ts';
export { retryAfterMs } from './retry-after.ts';
export { RotatingTls, type TlsMaterial } from './rotating-tls.ts';
export { defaultMeaning, judgeStatus, type StatusMeaning, type StatusTable } from './status-table.ts';
export type { TlsOptions } from './tls.ts';
export { type TlsPolicy, tlsPolicy } from './tls-policy.ts';
