/** Numbers that the card schemes and their acquirers publish for tests, by scheme. No account is behind any of them. */
export const testCardNumbers: Readonly<Record<string, string>> = {
  'American Express': '378282246310005',
  'American Express, corporate': '378734493671000',
  'Diners Club': '36227206271667',
  'Diners Club, 3095': '30569309025904',
  Discover: '6011111111111117',
  Elo: '6362970000457013',
  JCB: '3566002020360505',
  Maestro: '6759649826438453',
  Mastercard: '5555555555554444',
  'Mastercard, series 2': '2223003122003222',
  Mir: '2200770212727079',
  RuPay: '6521111111111110',
  UnionPay: '6205500000000000004',
  Visa: '4111111111111111',
};
