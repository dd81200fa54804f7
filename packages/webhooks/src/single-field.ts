import type { NotificationMessage, NotificationRefusal } from '@polyrail/core/provider';
import { type Refused, refused } from './refused.ts';

const maxLength = 8_192;

/**
 * The value of a header field that has to be there exactly once: of two, a proxy may check the one and we the other.
 *
 * @param whenMissing the reason when it is not there. Default: `signature_missing`.
 */
export function singleField(
  message: NotificationMessage,
  name: string,
  whenMissing: NotificationRefusal = 'signature_missing',
): string | Refused {
  const field = message.headers[name];
  const values = typeof field === 'string' ? [field] : (field ?? []);
  const [value] = values;
  if (values.length > 1) return refused('signature_repeated');
  if (value === undefined || value === '') return refused(whenMissing);
  return value.length > maxLength ? refused('signature_malformed') : value;
}
