/** Names whose values are never shown, and names that end in them: `clientSecret`, `x-api-key`, `webhook_token`. */
const endings =
  'password|passwd|passphrase|secret|token|api[-_ ]?key|private[-_ ]?key|signing[-_ ]?key|authorization|cookie|' +
  'signature|assertion|security[-_ ]?code|verification[-_ ]?value|card[-_ ]?number|pin[-_ ]?block|track[-_ ]?data|' +
  'card[-_ ]?holder|holder[-_ ]?name|account[-_ ]?number';

/** Names that mean it only when they stand alone. */
const whole = 'cvv2?|cvc2?|cid|csc|cav2|pin|pan|pwd|track[-_ ]?[123]|dpop|hmac';

/** A sensitive name as it stands in a text. */
export const sensitiveNameInText: string = `(?:(?:${endings})s?|(?<![A-Za-z])(?:${whole}))`;

const sensitive = new RegExp(`(?:(?:${endings})s?|^(?:${whole}))$`, 'i');

/** True when what a field of this name holds must not be shown, however the name is written. */
export function isSensitiveName(name: string): boolean {
  return sensitive.test(name);
}
