import type { DeclineReason } from '@polyrail/core/provider';

/** What a reason code says: a decline, a refusal of the request, a fraud review, or that nobody knows. */
export type ReasonMeaning = { readonly declined: DeclineReason } | 'refused' | 'review' | 'unknown';

/**
 * Reason codes of the Simple Order API. A code that is not here leaves a doubt.
 *
 * `200` and `230` came after the issuer had approved, and `110` approves a part: money is held, so they are undone as an
 * unknown outcome is. `104` says that this reference was there before, so it may have been executed before.
 */
export const reasonCodes: Readonly<Record<string, ReasonMeaning>> = {
  '101': 'refused',
  '102': 'refused',
  '104': 'unknown',
  '110': 'unknown',
  '150': 'unknown',
  '151': 'unknown',
  '152': 'unknown',
  '200': 'unknown',
  '201': { declined: 'do_not_honour' },
  '202': { declined: 'expired_instrument' },
  '203': { declined: 'do_not_honour' },
  '204': { declined: 'insufficient_funds' },
  '205': { declined: 'lost_or_stolen' },
  '207': { declined: 'issuer_unavailable' },
  '208': { declined: 'not_permitted' },
  '209': { declined: 'invalid_account' },
  '210': { declined: 'limit_exceeded' },
  '211': { declined: 'invalid_account' },
  '221': { declined: 'suspected_fraud' },
  '222': { declined: 'account_blocked' },
  '230': 'unknown',
  '231': { declined: 'invalid_account' },
  '232': { declined: 'not_permitted' },
  '233': { declined: 'do_not_honour' },
  '234': 'refused',
  '235': { declined: 'amount_not_allowed' },
  '236': { declined: 'system_error' },
  '237': 'refused',
  '238': 'refused',
  '239': 'refused',
  '240': { declined: 'invalid_account' },
  '241': 'refused',
  '242': 'refused',
  '243': 'refused',
  '246': 'refused',
  '247': 'refused',
  '250': 'unknown',
  '475': { declined: 'authentication_required' },
  '476': { declined: 'authentication_required' },
  '480': 'review',
  '481': { declined: 'suspected_fraud' },
};
