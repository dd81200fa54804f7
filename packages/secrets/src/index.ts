export { directorySecrets } from './directory-secrets.ts';
export { environmentSecrets } from './environment-secrets.ts';
export { fileSecrets } from './file-secrets.ts';
export type { SecretProvider } from './secret-provider.ts';
export { type SecretListener, SecretSet, type SecretSetOptions } from './secret-set.ts';
