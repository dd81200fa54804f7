import type { BenchClientFactory } from './bench-client.ts';

export type ClientName =
  | 'raw node:http'
  | 'bare undici dispatch'
  | 'axios'
  | 'axios + opossum + retry'
  | 'stripe SDK'
  | 'Polyrail transport alone'
  | 'Polyrail'
  | 'Polyrail through the axios face'
  | 'GraphQL: raw POST through the transport'
  | 'GraphQL: Polyrail'
  | 'GraphQL: graphql-request'
  | 'SOAP: Polyrail'
  | 'SOAP: Polyrail, signed'
  | 'SOAP: soap package'
  | 'SOAP: soap package, signed'
  | '10 registered, 10 used'
  | '1,000 registered, 10 used'
  | '1,000 registered, all used'
  | '10 registered, routed'
  | '1,000 registered, routed';

/** Every client by the name that the tables use. A process loads only its own, so no library weighs on another. */
export const clients: Readonly<Record<ClientName, () => Promise<BenchClientFactory>>> = {
  'raw node:http': async () => (await import('./clients/node-http.ts')).nodeHttp,
  'bare undici dispatch': async () => (await import('./clients/undici-dispatch.ts')).undiciDispatch,
  axios: async () => (await import('./clients/axios-http.ts')).axiosHttp,
  'axios + opossum + retry': async () => (await import('./clients/axios-opossum-retry.ts')).axiosOpossumRetry,
  'stripe SDK': async () => (await import('./clients/stripe-sdk.ts')).stripeSdk,
  'Polyrail transport alone': async () => (await import('./clients/polyrail-transport.ts')).polyrailTransport,
  Polyrail: async () => (await import('./clients/polyrail.ts')).polyrail,
  'Polyrail through the axios face': async () => (await import('./clients/polyrail.ts')).polyrailAxiosFace,
  'GraphQL: raw POST through the transport': async () => (await import('./clients/graphql-raw-post.ts')).graphqlRawPost,
  'GraphQL: Polyrail': async () => (await import('./clients/graphql-polyrail.ts')).graphqlPolyrail,
  'GraphQL: graphql-request': async () => (await import('./clients/graphql-request.ts')).graphqlRequest,
  'SOAP: Polyrail': async () => (await import('./clients/soap-polyrail.ts')).soapPolyrail,
  'SOAP: Polyrail, signed': async () => (await import('./clients/soap-polyrail.ts')).soapPolyrailSigned,
  'SOAP: soap package': async () => (await import('./clients/soap-package.ts')).soapPackage,
  'SOAP: soap package, signed': async () => (await import('./clients/soap-package.ts')).soapPackageSigned,
  '10 registered, 10 used': () => many(10, 'ten'),
  '1,000 registered, 10 used': () => many(1_000, 'ten'),
  '1,000 registered, all used': () => many(1_000, 'all'),
  '10 registered, routed': () => many(10, 'routed'),
  '1,000 registered, routed': () => many(1_000, 'routed'),
};

async function many(registered: number, spread: 'ten' | 'all' | 'routed'): Promise<BenchClientFactory> {
  return (await import('./clients/many-providers.ts')).manyProviders(registered, spread);
}
