import { createHmac } from 'node:crypto';
import { canonicalize } from 'json-canonicalize';

/**
 * How Rafiki signs webhooks, and has requests of its Admin API signed: HMAC-SHA256 over `{milliseconds}.{canonical JSON}`.
 * @see https://rafiki.dev/apis/graphql/signing-admin-api-requests/
 */
export function rafikiSignature(body: string, secret: string, timeMs: number | string): string {
  const digest = createHmac('sha256', secret)
    .update(`${timeMs}.${canonicalize(JSON.parse(body))}`)
    .digest('hex');
  return `t=${timeMs}, v1=${digest}`;
}
