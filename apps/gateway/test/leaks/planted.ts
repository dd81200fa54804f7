import { cardRenderings, testCardNumbers } from '@polyrail/redaction/canaries';

/** A text that holds something that nobody may see. */
export interface Planted {
  readonly name: string;
  readonly text: string;
  /** True when a line shows what the text hides. */
  isShownBy(line: string): boolean;
}

const pem = (body: string) => `-----BEGIN PRIVATE KEY-----\n${body}\n-----END PRIVATE KEY-----`;

/** Secrets that the settings of the host hold. They are hidden by their value, wherever they stand. */
export const settings = {
  SANDBOX_URL: 'http://127.0.0.1:9',
  SANDBOX_API_KEY: 'CANARY01 sandbox/key+1',
  SANDBOX_WEBHOOK_SECRET: `whsec_${Buffer.from('CANARY02'.repeat(4)).toString('base64')}`,
  POLYRAIL_STORE: 'postgresql://polyrail:CANARY03@127.0.0.1:1/payments',
  POLYRAIL_API_KEYS: 'one:sk_test_one_key',
  POLYRAIL_OPERATOR_KEYS: 'sk_test_operator',
  POLYRAIL_WEBHOOK_ENDPOINTS: JSON.stringify([
    {
      id: 'shop',
      url: 'https://shop.example/',
      secrets: [`whsec_${Buffer.from('CANARY04'.repeat(4)).toString('base64')}`],
    },
  ]),
};

/** Secrets of others: hidden by the form in which they turn up. */
const forms: readonly string[] = [
  'sent Authorization: Bearer CANARY05.abc-1',
  'Proxy-Authorization: Basic CANARY06dXNlcjpwYXNz==',
  'Cookie: session=CANARY07; theme=dark',
  'token eyJhbGciOiJFUzI1NiJ9.CANARY08CANARY08.CANARY08',
  pem('CANARY09'),
  'refused key sk_live_CANARY10abcdef',
  'signed with whsec_CANARY11abcdef',
  'AKIACANARY12CANARY12',
  'cannot connect to amqp://user:CANARY13@queue:5672',
  JSON.stringify({ client_secret: 'CANARY14' }),
  JSON.stringify({ body: JSON.stringify({ apiKey: 'CANARY15' }) }),
  'GET /pay?access_token=CANARY16&x=1',
  '<Password>CANARY17 CANARY17</Password>',
  "{ passphrase: 'CANARY18' }",
  'cvv=CANARY19',
  'pin: CANARY20',
];

/** All of each kind at once: 14 numbers in every rendering, and 16 secrets. */
export const planted: readonly Planted[] = [
  ...Object.entries(testCardNumbers).map(([scheme, digits]) => ({
    name: scheme,
    text: Object.values(cardRenderings)
      .map((render) => render(digits))
      .join(' ; '),
    isShownBy: (line: string) => digitsIn(line).includes(digits),
  })),
  ...forms.map((text) => ({ name: text.slice(0, 24), text, isShownBy: (line: string) => line.includes('CANARY') })),
];

/** Each card number in each rendering by itself. */
export const plantedCards: readonly string[] = Object.values(testCardNumbers).flatMap((digits) =>
  Object.values(cardRenderings).map((render) => render(digits)),
);

function digitsIn(text: string): string {
  return text
    .normalize('NFKC')
    .replaceAll(/%2[0BD]/gi, '')
    .replaceAll(/\D/g, '');
}
