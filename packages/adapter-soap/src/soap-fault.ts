import type { ParsedElement } from '@polyrail/xml';
import { envelopeNamespaces } from './soap-version.ts';

/** A fault of SOAP 1.1 or 1.2, in one form. */
export interface SoapFault {
  /** The code without its prefix: `Client` or `Sender`, `Server` or `Receiver`, … */
  readonly code: string;
  /** What follows: the innermost Subcode of SOAP 1.2, or what stands behind a dot as in `Server.Timeout`. */
  readonly subcode?: string;
  readonly reason: string;
  /** Elements by their local names; what is there more than once is a list. */
  readonly detail: unknown;
}

/** Reads a Fault. `undefined` for an element that is none. */
export function readFault(element: ParsedElement): SoapFault | undefined {
  if (element.local !== 'Fault') return undefined;
  if (element.namespace === envelopeNamespaces['1.1']) return readFault11(plain(element));
  return element.namespace === envelopeNamespaces['1.2'] ? readFault12(plain(element)) : undefined;
}

function readFault11(fault: unknown): SoapFault {
  const [code = '', ...rest] = localName(textAt(fault, 'faultcode')).split('.');
  const subcode = rest.at(-1);
  const reason = textAt(fault, 'faultstring').slice(0, 200);
  return { code, ...(subcode && { subcode }), reason, detail: memberOf(fault, 'detail') };
}

function readFault12(fault: unknown): SoapFault {
  const code = memberOf(fault, 'Code');
  let inner = code;
  for (let next = memberOf(inner, 'Subcode'); next !== undefined; next = memberOf(inner, 'Subcode')) inner = next;
  const subcode = inner === code ? '' : localName(textAt(inner, 'Value'));
  const text = memberOf(memberOf(fault, 'Reason'), 'Text');
  const reason = String(Array.isArray(text) ? text[0] : (text ?? '')).slice(0, 200);
  return {
    code: localName(textAt(code, 'Value')),
    ...(subcode !== '' && { subcode }),
    reason,
    detail: memberOf(fault, 'Detail'),
  };
}

/** An element without a schema: text, or members by their local names. */
function plain(element: ParsedElement): unknown {
  const elements = element.children.filter((child) => typeof child !== 'string');
  if (elements.length === 0) return element.children.join('');
  const members: Record<string, unknown> = Object.create(null);
  for (const child of elements) {
    const known = members[child.local];
    const value = plain(child);
    if (known === undefined) members[child.local] = value;
    else if (Array.isArray(known)) known.push(value);
    else members[child.local] = [known, value];
  }
  return members;
}

function memberOf(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
}

function textAt(value: unknown, name: string): string {
  const text = memberOf(value, name);
  return typeof text === 'string' ? text.trim() : '';
}

function localName(qname: string): string {
  return qname.slice(qname.indexOf(':') + 1);
}
