/** One item of a notification: what is signed of it, and the signature that it carries. */
export interface SignedItem {
  readonly content: string;
  readonly signature: string | undefined;
}

const utf8 = new TextDecoder('utf-8', { fatal: true });
const noColon = /^[^:]*$/;
const anything = /^/;
const currency = /^[A-Z]{3}$/;
const truth = /^(?:true|false)$/;

/**
 * The items of a notification, perhaps none; `undefined` when the body is not one, or an item lacks what is signed.
 *
 * The fields are joined by colons without escaping, so a colon may be in one of them only: with two, the same signature would fit
 * another split of the text, and an amount could be moved out of the merchant's reference.
 */
export function readAdyenItems(body: Uint8Array): readonly SignedItem[] | undefined {
  const wrapped = member(parse(body), 'notificationItems');
  if (!Array.isArray(wrapped)) return undefined;
  const items = wrapped.map((wrapper) => readItem(member(wrapper, 'NotificationRequestItem')));
  const complete = items.filter((item) => item !== undefined);
  return complete.length === items.length ? complete : undefined;
}

function readItem(item: unknown): SignedItem | undefined {
  const amount = member(item, 'amount');
  const fields = [
    textOf(member(item, 'pspReference'), noColon),
    textOf(member(item, 'originalReference') ?? '', noColon),
    textOf(member(item, 'merchantAccountCode'), noColon),
    textOf(member(item, 'merchantReference') ?? '', anything),
    wholeNumberOf(member(amount, 'value')),
    textOf(member(amount, 'currency'), currency),
    textOf(member(item, 'eventCode'), noColon),
    textOf(member(item, 'success'), truth),
  ];
  if (fields.includes(undefined)) return undefined;
  const signature = member(member(item, 'additionalData'), 'hmacSignature');
  return {
    content: fields.join(':'),
    signature: typeof signature === 'string' && signature !== '' ? signature : undefined,
  };
}

function parse(body: Uint8Array): unknown {
  try {
    return JSON.parse(utf8.decode(body));
  } catch {
    return undefined;
  }
}

function member(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Object.getOwnPropertyDescriptor(value, name)?.value : undefined;
}

function textOf(value: unknown, pattern: RegExp): string | undefined {
  return typeof value === 'string' && pattern.test(value) ? value : undefined;
}

function wholeNumberOf(value: unknown): string | undefined {
  return Number.isSafeInteger(value) ? String(value) : undefined;
}
