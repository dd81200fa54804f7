import { type NotificationVerifier, PolyrailError } from '@polyrail/core/provider';
import { type HmacParameters, hmacKeys } from './hmac-keys.ts';
import type { LiveSecrets } from './live-secret.ts';
import { type SignatureScheme, schemeVerifier } from './scheme-verifier.ts';
import type { VerifierOptions } from './verifier-limits.ts';

/** A provider's HMAC signature as data. */
export interface HmacScheme extends SignatureScheme, HmacParameters {
  /** The label of the signatures to verify, for the forms that label them. Default: none, for the form `single`. */
  readonly version?: string;
}

/**
 * Verifies HMAC signatures (RFC 2104) as `scheme` describes them. Any of `secrets` may have signed.
 *
 * @throws PolyrailError `configuration_invalid` for secrets, limits or a scheme that cannot work
 */
export function hmacVerifier(
  scheme: HmacScheme,
  secrets: LiveSecrets,
  options: VerifierOptions = {},
): NotificationVerifier {
  checkScheme(scheme);
  return schemeVerifier(scheme, hmacKeys(secrets, scheme, scheme.version), options);
}

function checkScheme({ signed, syntax, version, idField, timestamp, signatureField }: HmacScheme): void {
  const fields = [signatureField, idField ?? '', timestamp?.from === 'field' ? timestamp.name : ''];
  const consistent =
    signed.includes('body') !== signed.includes('canonical_json') &&
    signed.includes('id') === (idField !== undefined) &&
    signed.includes('timestamp') === (timestamp !== undefined) &&
    (syntax.form === 'single') === (version === undefined) &&
    (timestamp?.from !== 'signature' || syntax.form === 'pairs') &&
    fields.every((field) => field === field.toLowerCase());
  if (!consistent)
    throw new PolyrailError(
      'configuration_invalid',
      'the signature scheme signs what it does not read, or leaves out the body',
    );
}
