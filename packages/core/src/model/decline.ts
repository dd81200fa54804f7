/** Why a provider refused, the closed vocabulary. */
export type DeclineReason =
  | 'account_closed'
  | 'account_blocked'
  | 'amount_not_allowed'
  | 'authentication_required'
  | 'do_not_honour'
  | 'duplicate'
  | 'expired_instrument'
  | 'insufficient_funds'
  | 'invalid_account'
  | 'issuer_unavailable'
  | 'limit_exceeded'
  | 'lost_or_stolen'
  | 'not_permitted'
  | 'suspected_fraud'
  | 'system_error';

/** When a declined payment may be tried again: never, later as it is, or after the payer changed something. */
export type DeclineAdvice = 'never' | 'later' | 'fix_and_retry';

/** A reason in the vocabularies of others, and what the caller may do. */
export interface DeclineEntry {
  /** ISO 8583:1987 field 39 response code. */
  readonly iso8583: string;
  /** ISO 20022 external status reason code (ExternalStatusReason1Code). */
  readonly iso20022: string;
  readonly advice: DeclineAdvice;
  /** True when the provider, not the payer, is at fault: it counts against the provider's health. */
  readonly providerFault?: true;
}

/**
 * Each decline reason with its codes in ISO 8583 and ISO 20022.
 *
 * @see {@link https://www.iso20022.org/catalogue-messages/additional-content-messages/external-code-sets ISO 20022 external code sets}
 */
export const declineReasons: Readonly<Record<DeclineReason, DeclineEntry>> = {
  account_closed: { iso8583: '78', iso20022: 'AC04', advice: 'never' },
  account_blocked: { iso8583: '62', iso20022: 'AC06', advice: 'fix_and_retry' },
  amount_not_allowed: { iso8583: '13', iso20022: 'AM12', advice: 'fix_and_retry' },
  authentication_required: { iso8583: '1A', iso20022: 'AG08', advice: 'fix_and_retry' },
  do_not_honour: { iso8583: '05', iso20022: 'MS03', advice: 'later' },
  duplicate: { iso8583: '94', iso20022: 'AM05', advice: 'never' },
  expired_instrument: { iso8583: '54', iso20022: 'TKXP', advice: 'fix_and_retry' },
  insufficient_funds: { iso8583: '51', iso20022: 'AM04', advice: 'later' },
  invalid_account: { iso8583: '14', iso20022: 'AC01', advice: 'fix_and_retry' },
  issuer_unavailable: { iso8583: '91', iso20022: 'AB07', advice: 'later', providerFault: true },
  limit_exceeded: { iso8583: '61', iso20022: 'AM14', advice: 'later' },
  lost_or_stolen: { iso8583: '41', iso20022: 'FR01', advice: 'never' },
  not_permitted: { iso8583: '57', iso20022: 'AG01', advice: 'never' },
  suspected_fraud: { iso8583: '59', iso20022: 'FRAD', advice: 'never' },
  system_error: { iso8583: '96', iso20022: 'AB10', advice: 'later', providerFault: true },
};

const byIso8583: ReadonlyMap<string, DeclineReason> = new Map(
  Object.entries(declineReasons).map(([reason, entry]) => [entry.iso8583, reason as DeclineReason]),
);

/** The reason for an ISO 8583 response code; `do_not_honour` for one that the vocabulary does not know. */
export function declineReasonOfIso8583(code: string): DeclineReason {
  return byIso8583.get(code) ?? 'do_not_honour';
}
