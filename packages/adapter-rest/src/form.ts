/** Fields of a form body. Nested fields are written with brackets: `{ card: { id: 'x' } }` is `card[id]=x`. */
export interface FormFields {
  readonly [name: string]: string | number | boolean | undefined | FormFields | readonly (string | FormFields)[];
}

/** `application/x-www-form-urlencoded`, in the order of the fields. Absent values are left out. */
export function encodeForm(fields: FormFields): string {
  const pairs = new URLSearchParams();
  append(pairs, '', fields);
  return pairs.toString();
}

function append(pairs: URLSearchParams, prefix: string, value: FormFields[string]): void {
  if (value === undefined) return;
  if (typeof value !== 'object') {
    pairs.append(prefix, String(value));
    return;
  }
  for (const [name, field] of Object.entries(value)) append(pairs, prefix === '' ? name : `${prefix}[${name}]`, field);
}
