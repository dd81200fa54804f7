export { directorySecrets } from './directory-secrets.ts';
export { environmentSecrets } from './environment-secrets.ts';
export { fileSecrets } from './file-secrets.ts';
export type { SecretProvider } from './secret-provider.ts';
export { SecretSet, type SecretSetOptions } from './secret-set.ts';
