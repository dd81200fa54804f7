import type { NotificationRefusal, Verification } from '@polyrail/core/provider';

export type Refused = Extract<Verification, { kind: 'refused' }>;

export function refused(reason: NotificationRefusal): Refused {
  return { kind: 'refused', reason };
}
