export { type Account, type ClearingMember, type IbanAccount, isIban, type OtherAccount } from './account.ts';
export {
  type AuthorizeCommand,
  type CaptureCommand,
  type ChargeCommand,
  type FollowingVerb,
  isFollowingVerb,
  type KeyScope,
  keyScopeOf,
  type MoneyCommands,
  type MoneyVerb,
  type OpeningVerb,
  type RecallCommand,
  type RefundCommand,
  type RequestPaymentCommand,
  type TransferCommand,
  type Verb,
  type VoidCommand,
} from './command.ts';
export {
  type CurrencyCode,
  currencyCodes,
  currencyTableDate,
  isCurrencyCode,
  minorUnitDigits,
  numericCurrencyCode,
} from './currency.ts';
export {
  type DeclineAdvice,
  type DeclineEntry,
  type DeclineReason,
  declineReasonOfIso8583,
  declineReasons,
} from './decline.ts';
export { type ErrorCode, PolyrailError } from './error.ts';
export { type PaymentId, parsePaymentId } from './identifier.ts';
export type { Instrument, TokenInstrument } from './instrument.ts';
export {
  addMoney,
  compareMoney,
  equalMoney,
  type Money,
  maxMinorUnits,
  money,
  parseMoney,
  subtractMoney,
} from './money.ts';
export {
  type AmountFormat,
  formatDecimal,
  formatMinorUnits,
  formatNumericCurrency,
  formatShortestDecimal,
} from './money-format.ts';
export type {
  CustomerAction,
  Issue,
  Outcome,
  ProviderAnswer,
  RejectReason,
  ResolutionTicket,
  UnknownCause,
} from './outcome.ts';
export type { Party, PostalAddress } from './party.ts';
export type { Decline, Payment, PaymentStatus } from './payment.ts';
export { fromProviderUnits, toProviderUnits } from './provider-units.ts';
export { Secret } from './secret.ts';
export { type SecretSource, secretNow } from './secret-source.ts';
export { statusLattice } from './status-lattice.ts';
