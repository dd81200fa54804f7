export {
  type Authenticator,
  type AuthenticatorDescription,
  apiKeyHeader,
  basic,
  bearer,
} from './authenticator.ts';
export { deliveryOf, type HttpClientError } from './client-error.ts';
export { createHttpClient, type HttpClientOptions } from './http-client.ts';
export type { HttpExchange } from './http-exchange.ts';
export type { HttpMethod, HttpRequest } from './http-request.ts';
export { type HttpResponse, httpResponse } from './http-response.ts';
export { type HttpOptions, type HttpTransportOptions, httpTransport } from './http-transport.ts';
export type { HttpLimits } from './limits.ts';
export { retryAfterMs } from './retry-after.ts';
export type { TlsOptions } from './tls.ts';
