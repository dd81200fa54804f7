/** What became of a token. No secret in it. */
export interface TokenEvent {
  readonly kind: 'issued' | 'failed' | 'refused' | 'invalidated';
  /** The key in the cache: token endpoint, client, scope. */
  readonly key: string;
  /** Why there is none, of `failed` and `refused`. */
  readonly message?: string;
}
