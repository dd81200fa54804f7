import {
  atAnotherTime,
  bytes,
  changed,
  checks,
  either,
  hashedWith,
  isGenuine,
  type Probe,
  repeated,
  replace,
  rewritten,
  signedWith,
  spelled,
  text,
  withTime,
} from './probe-makers.ts';
import { genuineParts, nowMs, signsBytes } from './specimen.ts';

/** A comparison that ends where the shorter text ends. */
const asFarAsGiven = (given: string, genuine: string): string => (genuine.startsWith(given) ? genuine : given);

const otherEncoding = { hex: 'base64', base64: 'hex', base64url: 'hex' } as const;

export const probes: readonly Probe[] = [
  {
    name: 'unsigned',
    reasons: ['signature_missing'],
    forge(specimen) {
      const parts = { ...genuineParts(specimen), signature: undefined };
      return { parts, canary: either(({ signature }) => signature === undefined, isGenuine(specimen)) };
    },
  },
  spelled(
    'empty signature',
    () => '',
    (given, genuine) => (given === '' ? genuine : given),
    'signature_missing',
    'signature_malformed',
  ),
  spelled(
    'garbage',
    () => 'garbage!',
    (_, genuine) => genuine,
  ),
  spelled(
    'all zeros',
    (genuine, { encoding }) => Buffer.alloc(Buffer.from(genuine, encoding).length).toString(encoding),
    (given, genuine) => (given.length === genuine.length ? genuine : given),
    'signature_wrong',
  ),
  spelled('truncated by a character', (genuine) => genuine.slice(0, -1), asFarAsGiven),
  spelled('truncated to half', (genuine) => genuine.slice(0, genuine.length / 2), asFarAsGiven),
  spelled(
    'extended',
    (genuine) => `${genuine}00`,
    (given, genuine) => given.slice(0, genuine.length),
  ),
  spelled(
    'space before',
    (genuine) => ` ${genuine}`,
    (given) => given.trim(),
  ),
  spelled(
    'line feed behind',
    (genuine) => `${genuine}\n`,
    (given) => given.trim(),
  ),
  spelled(
    'another spelling of the same bytes',
    (genuine, { encoding }) => (encoding === 'hex' ? genuine.toUpperCase() : `${genuine}=`),
    (given, _, { encoding }) => Buffer.from(given, encoding).toString(encoding),
  ),
  spelled(
    'in the encoding of another scheme',
    (genuine, { encoding }) => Buffer.from(genuine, encoding).toString(otherEncoding[encoding]),
    (given, _, { encoding }) => Buffer.from(given, otherEncoding[encoding]).toString(encoding),
  ),
  spelled(
    'with the prefix of another scheme',
    (genuine) => `sha512=${genuine}`,
    (given) => given.replace('sha512=', ''),
  ),
  signedWith('wrong key', 'stranger'),
  signedWith('retired secret', 'retired'),
  signedWith('empty key', 'empty'),
  signedWith('key "undefined"', 'undefined'),
  hashedWith('md5'),
  hashedWith('sha1'),
  hashedWith('sha256'),
  hashedWith('sha512'),
  changed('tampered amount', (payload) => replace(payload, '1000', '9000'), 'signature_wrong'),
  changed('tampered note', (payload) => replace(payload, 'order 7', 'order 8'), 'signature_wrong'),
  {
    name: 'bytes appended',
    reasons: ['signature_wrong'],
    forge(specimen) {
      const genuine = genuineParts(specimen);
      const { length } = genuine.payload;
      const canary = checks(specimen, ({ payload }) => ({ payload: payload.subarray(0, length) }));
      const payload = Buffer.concat([genuine.payload, Buffer.from(' ')]);
      return signsBytes(specimen) ? { parts: { ...genuine, payload }, canary } : undefined;
    },
  },
  rewritten('re-serialised body', (payload) => bytes(JSON.stringify(JSON.parse(text(payload)), null, 2))),
  rewritten('number with other digits', (payload) => replace(payload, '1000', '1000.00')),
  {
    name: 'bytes that are no UTF-8, for a character that says so',
    reasons: ['signature_wrong', 'body_malformed'],
    forge(specimen) {
      if (specimen.format === 'fields') return undefined;
      const genuine = genuineParts(specimen, replace(specimen.payload, 'order 7', 'order \uFFFD'));
      const [before = '', after = ''] = text(genuine.payload).split('\uFFFD');
      const payload = Buffer.concat([Buffer.from(before), Buffer.from([0xff]), Buffer.from(after)]);
      return {
        parts: { ...genuine, payload },
        canary: checks(specimen, (parts) => ({ payload: bytes(text(parts.payload)) })),
      };
    },
  },
  {
    name: 'signature of another genuine message',
    reasons: ['signature_wrong'],
    forge(specimen) {
      const genuine = genuineParts(specimen);
      const other = genuineParts(specimen, replace(specimen.payload, '1000', '1'));
      const canary = either(
        isGenuine(specimen),
        checks(specimen, () => ({ payload: other.payload })),
      );
      return { parts: { ...genuine, signature: other.signature }, canary };
    },
  },
  {
    name: 'signature over the body only',
    reasons: ['signature_wrong'],
    forge(specimen) {
      if (specimen.context === undefined) return undefined;
      const genuine = genuineParts(specimen);
      const signature = specimen.sign(genuine.payload, { covers: 'body' });
      const canary = either(
        isGenuine(specimen),
        checks(specimen, () => ({ covers: 'body' })),
      );
      return { parts: { ...genuine, signature }, canary };
    },
  },
  atAnotherTime('stale', (toleranceMs) => toleranceMs + 1_000),
  atAnotherTime('from the future', () => -301_000),
  withTime('refreshed timestamp', (specimen) => specimen.timeText(nowMs + 60_000), 'signature_wrong'),
  withTime('no timestamp', () => undefined, 'timestamp_missing', 'signature_wrong'),
  withTime('timestamp as a real number', (_, time) => `${time}.5`, 'timestamp_missing', 'signature_wrong'),
  withTime('timestamp in exponents', () => '1e9', 'timestamp_missing', 'signature_wrong'),
  withTime('negative timestamp', (_, time) => `-${time}`, 'timestamp_missing', 'signature_wrong'),
  repeated('two headers, the genuine first', (genuine, other) => [genuine, other], 'signature_repeated'),
  repeated('two headers, the genuine last', (genuine, other) => [other, genuine], 'signature_repeated'),
  repeated('two equal headers', (genuine) => [genuine, genuine], 'signature_repeated'),
  repeated('two signatures joined by a proxy', (genuine, other) => `${genuine}, ${other}`, 'signature_malformed'),
  {
    name: 'oversized body',
    reasons: ['body_too_large'],
    forge(specimen) {
      const padding = 'x'.repeat(1_048_577);
      const payload =
        specimen.format === 'fields'
          ? replace(specimen.payload, '{', `{"reason":"${padding}",`)
          : replace(specimen.payload, 'order 7', padding);
      return { parts: genuineParts(specimen, payload), canary: isGenuine(specimen) };
    },
  },
];
