import { type Fields, fieldsAt, textAt } from './fields.ts';
import { MessageRefusal } from './message-refusal.ts';

/** An amount in a currency with two decimals, as both rails have. */
export interface Amount {
  /** Minor units; 0 where the message has an amount that no payment can have: not above zero, or more decimals. */
  readonly minor: bigint;
  readonly currency: string;
}

/** The amount at a path. Throws MessageRefusal where there is none, or it is no decimal. */
export function amountAt(fields: Fields, path: string): Amount {
  const element = fieldsAt(fields, path) ?? {};
  const text = textAt(element, '#text') ?? '';
  const [, whole = '', fraction = ''] = /^\+?(\d{0,18})(?:\.(\d{0,17}))?$/.exec(text.trim()) ?? [];
  const currency = textAt(element, '@Ccy');
  if (whole + fraction === '' || currency === undefined) throw new MessageRefusal('SYNTAX', path);
  const minor = BigInt(whole + fraction.padEnd(2, '0').slice(0, 2));
  return { minor: /^0*$/.test(fraction.slice(2)) ? minor : 0n, currency };
}

/** An amount as an element with its currency. */
export function amountFields({ minor, currency }: Amount): Fields {
  const digits = String(minor).padStart(3, '0');
  return { '@Ccy': currency, '#text': `${digits.slice(0, -2)}.${digits.slice(-2)}` };
}
