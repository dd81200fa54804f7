/**
 * The pause that a `Retry-After` header asks for, in milliseconds: from its seconds, or from its date and the `Date` of
 * the same response, so that the clocks need not agree. `undefined` without a readable header; never negative.
 *
 * @see RFC 9110, 10.2.3
 */
export function retryAfterMs(headers: Readonly<Record<string, string>>): number | undefined {
  const value = headers['retry-after'];
  if (value === undefined) return undefined;
  if (/^\d{1,9}$/.test(value)) return Number(value) * 1000;
  const until = Date.parse(value);
  const now = Date.parse(headers['date'] ?? '');
  return Number.isNaN(until) || Number.isNaN(now) ? undefined : Math.max(0, until - now);
}
