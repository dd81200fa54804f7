import { type Account, isIban } from '@polyrail/core';
import { z } from 'zod';
import { requestText } from './request-text.ts';

// A printed IBAN has a space after each fourth character: 34 characters become 42.
const accountText = requestText(42).refine(
  (value) => !hasIbanForm(value) || isIban(compact(value)),
  'has the form of an IBAN, but not its check digits',
);

const ibanAccount = z.strictObject({ iban: requestText(42), bic: requestText(11).optional() });

const otherAccount = z.strictObject({
  // 34 is the limit of all schemes but one: the gateway checks that.
  id: requestText(255),
  scheme: requestText(35)
    .optional()
    .meta({ examples: ['BBAN', 'open-payments'] }),
  bic: requestText(11).optional(),
  clearing_member: z.strictObject({ system: requestText(5), id: requestText(35) }).optional(),
});

/** An account of a request: a text, or an object that also says which bank keeps it. */
export const accountRequest = z
  .union([accountText, ibanAccount, otherAccount], 'must be a text, or an object with id or iban')
  .meta({
    description:
      'An account id that the provider understands, or an IBAN. As an object it also names the bank that keeps it, by its BIC or its number in a clearing system.',
    examples: ['acc_123456', { id: '123456789', clearing_member: { system: 'USABA', id: '021000021' } }],
  });

/** The account that a request names. */
export function readAccount(value: z.infer<typeof accountRequest>): Account {
  if (typeof value === 'string')
    return hasIbanForm(value) ? { type: 'iban', iban: compact(value) } : { type: 'account', id: value };
  const bank = value.bic === undefined ? {} : { bic: value.bic };
  if ('iban' in value) return { type: 'iban', iban: compact(value.iban), ...bank };
  const { id, scheme, clearing_member: member } = value;
  return { type: 'account', id, ...(scheme !== undefined && { scheme }), ...bank, ...(member && { member }) };
}

function hasIbanForm(value: string): boolean {
  return /^[A-Z]{2}\d{2}[A-Z0-9]{11,30}$/.test(compact(value));
}

function compact(value: string): string {
  return value.replaceAll(' ', '').toUpperCase();
}
