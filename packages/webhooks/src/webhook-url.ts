const loopback = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])$/;
const requestTarget = /^\/(?!\/)[\w\-.~!$&'()*+,;=:@/?%]*$/;

/** Where webhooks go: an origin, and the path on it. */
export interface WebhookUrl {
  readonly origin: string;
  /** With its query. */
  readonly path: string;
}

/**
 * Reads the URL of an endpoint: absolute, https (http on loopback only), without a user, a password and a fragment.
 * `undefined` for any other text.
 */
export function readWebhookUrl(text: string): WebhookUrl | undefined {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url === undefined || url.username !== '' || url.password !== '' || text.includes('#')) return undefined;
  const isPrivate = url.protocol === 'https:' || (url.protocol === 'http:' && loopback.test(url.hostname));
  const path = url.pathname + url.search;
  return isPrivate && requestTarget.test(path) ? { origin: url.origin, path } : undefined;
}
