import type { X509Certificate } from 'node:crypto';

/** A value of DER. */
interface Value {
  readonly tag: number;
  readonly content: Buffer;
  /** With its tag and its length. */
  readonly whole: Buffer;
}

/** The names that a receiver has to know (RFC 4514, 3), by their object identifiers in hexadecimal. */
const keywords: Readonly<Record<string, string>> = {
  '550403': 'CN',
  '550406': 'C',
  '550407': 'L',
  '550408': 'ST',
  '550409': 'STREET',
  '55040a': 'O',
  '55040b': 'OU',
  '0992268993f22c640101': 'UID',
  '0992268993f22c640119': 'DC',
};

/**
 * The issuer of a certificate as XML Signature writes it: a type of attribute that not every receiver knows, such as
 * `organizationIdentifier`, by its object identifier and with its value in hexadecimal.
 *
 * @see https://www.rfc-editor.org/rfc/rfc4514
 */
export function issuerName({ raw }: X509Certificate): string {
  const [certificate] = valuesIn(raw);
  const [toBeSigned] = valuesIn(certificate?.content);
  const fields = valuesIn(toBeSigned?.content);
  // Behind the version, if there is one: the serial number, the algorithm, the issuer.
  const issuer = fields[fields[0]?.tag === 0xa0 ? 3 : 2];
  const parts = valuesIn(issuer?.content).map(({ content }) => valuesIn(content).map(attributeText).join('+'));
  return parts.reverse().join(',');
}

function attributeText({ content }: Value): string {
  const [type, value] = valuesIn(content);
  if (type === undefined || value === undefined) return '';
  const keyword = keywords[type.content.toString('hex')];
  const text = keyword === undefined ? undefined : textOf(value);
  return text === undefined
    ? `${keyword ?? dotted(type.content)}=#${value.whole.toString('hex')}`
    : `${keyword}=${escaped(text)}`;
}

/** The text of a UTF8String, a PrintableString or an IA5String. */
function textOf({ tag, content }: Value): string | undefined {
  return tag === 0x0c || tag === 0x13 || tag === 0x16 ? content.toString('utf8') : undefined;
}

function escaped(text: string): string {
  return text.replace(/[\\"+,;<>]|^[ #]| $/g, '\\$&').replace(/\0/g, '\\00');
}

function dotted(identifier: Buffer): string {
  const arcs: number[] = [];
  let arc = 0;
  for (const byte of identifier) {
    arc = arc * 128 + (byte & 0x7f);
    if (byte < 0x80) {
      arcs.push(arc);
      arc = 0;
    }
  }
  const [first = 0, ...others] = arcs;
  const root = Math.min(Math.floor(first / 40), 2);
  return [root, first - root * 40, ...others].join('.');
}

function valuesIn(der: Buffer = Buffer.alloc(0)): readonly Value[] {
  const values: Value[] = [];
  for (let at = 0; at + 2 <= der.length; ) {
    const [tag = 0, short = 0] = der.subarray(at, at + 2);
    const octets = short < 0x80 ? 0 : short - 0x80;
    const length = octets === 0 ? short : der.readUIntBE(at + 2, octets);
    const [start, end] = [at + 2 + octets, at + 2 + octets + length];
    values.push({ tag, content: der.subarray(start, end), whole: der.subarray(at, end) });
    at = end;
  }
  return values;
}
