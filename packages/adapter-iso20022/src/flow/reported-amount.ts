import type { Money } from '@polyrail/core/provider';
import type { Amount } from '../model/amount.ts';
import { readAmount } from './network-amount.ts';

/** `unreadable`: an amount is there that its currency cannot hold. It equals nothing. */
export type ReportedAmount = Money | 'unreadable';

/** What a message names as an amount, where it names one. */
export function reportedAmount(amount: Amount): ReportedAmount;
export function reportedAmount(amount: Amount | undefined): ReportedAmount | undefined;
export function reportedAmount(amount: Amount | undefined): ReportedAmount | undefined {
  return amount && (readAmount(amount) ?? 'unreadable');
}
