/** Fields of a form body. Nested fields are written with brackets: `{ card: { id: 'x' } }` is `card[id]=x`. */
export interface FormFields {
  readonly [name: string]: string | number | boolean | undefined | FormFields | readonly (string | FormFields)[];
}

/** `application/x-www-form-urlencoded`, in the order of the fields. Absent values are left out. */
export function encodeForm(fields: FormFields): string {
  let text = '';
  for (const name of Object.keys(fields)) text += pairs(encode(name), fields[name]);
  return text.slice(1);
}

/** Each pair begins with `&`. */
function pairs(name: string, value: FormFields[string]): string {
  if (value === undefined) return '';
  if (typeof value !== 'object') return `&${name}=${encode(String(value))}`;
  let text = '';
  for (const [part, field] of Object.entries(value)) text += pairs(`${name}%5B${encode(part)}%5D`, field);
  return text;
}

// Most texts need no encoding, and the general way costs four times as much.
function encode(text: string): string {
  return /^[\w.*-]*$/.test(text) ? text : new URLSearchParams([[text, '']]).toString().slice(0, -1);
}
