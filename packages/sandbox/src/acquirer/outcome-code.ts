/**
 * An ISO 8583 response code (data element 39) that decides an operation: `00` approves, `68` approves but answers late,
 * `96` is a system error, any other declines.
 */
export type OutcomeCode = string;

/** The codes that the last two digits of an amount can choose, with what the acquirer says. */
export const OUTCOME_MESSAGES: Readonly<Record<string, string>> = {
  '00': 'Approved',
  '05': 'Do not honour',
  '14': 'Invalid account number',
  '51': 'Insufficient funds',
  '54': 'Expired card',
  '57': 'Transaction not permitted to cardholder',
  '61': 'Exceeds withdrawal amount limit',
  '68': 'Response received too late',
  '91': 'Issuer unavailable',
  '96': 'System error',
};

export function isOutcomeCode(value: unknown): value is OutcomeCode {
  return typeof value === 'string' && /^[0-9A-Z]{2}$/.test(value);
}

export function outcomeMessage(code: OutcomeCode): string {
  return OUTCOME_MESSAGES[code] ?? `Declined with response code ${code}`;
}

/** Reads the outcome out of the last two digits of the minor amount; digits without a meaning approve. */
export function outcomeOfAmount(amount: bigint): OutcomeCode {
  const digits = String(amount % 100n).padStart(2, '0');
  return digits in OUTCOME_MESSAGES ? digits : '00';
}
