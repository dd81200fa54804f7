/** Why a TLS connection was refused, by either side. */
export type TlsFailure =
  | 'certificate_expired'
  | 'certificate_not_yet_valid'
  | 'certificate_revoked'
  | 'certificate_self_signed'
  | 'client_certificate_refused'
  | 'handshake_failed'
  | 'host_mismatch'
  | 'issuer_unknown'
  | 'not_tls'
  | 'pin_mismatch'
  | 'protocol_version'
  | 'revocation_unknown'
  | 'weak_key';

/** Raised where Node.js has no error of its own. */
export const pinMismatch = 'POLYRAIL_PIN_MISMATCH';

const failures: Readonly<Record<string, TlsFailure>> = {
  CERT_HAS_EXPIRED: 'certificate_expired',
  CERT_NOT_YET_VALID: 'certificate_not_yet_valid',
  CERT_REVOKED: 'certificate_revoked',
  CRL_HAS_EXPIRED: 'revocation_unknown',
  CRL_NOT_YET_VALID: 'revocation_unknown',
  CRL_SIGNATURE_FAILURE: 'revocation_unknown',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'certificate_self_signed',
  ERR_SSL_DH_KEY_TOO_SMALL: 'weak_key',
  ERR_SSL_SSLV3_ALERT_BAD_CERTIFICATE: 'client_certificate_refused',
  ERR_SSL_SSLV3_ALERT_CERTIFICATE_EXPIRED: 'client_certificate_refused',
  ERR_SSL_SSLV3_ALERT_CERTIFICATE_REVOKED: 'client_certificate_refused',
  ERR_SSL_SSLV3_ALERT_CERTIFICATE_UNKNOWN: 'client_certificate_refused',
  ERR_SSL_SSLV3_ALERT_UNSUPPORTED_CERTIFICATE: 'client_certificate_refused',
  ERR_SSL_TLSV13_ALERT_CERTIFICATE_REQUIRED: 'client_certificate_refused',
  ERR_SSL_TLSV1_ALERT_ACCESS_DENIED: 'client_certificate_refused',
  ERR_SSL_TLSV1_ALERT_PROTOCOL_VERSION: 'protocol_version',
  ERR_SSL_TLSV1_ALERT_UNKNOWN_CA: 'client_certificate_refused',
  ERR_SSL_UNSUPPORTED_PROTOCOL: 'protocol_version',
  ERR_SSL_WRONG_VERSION_NUMBER: 'not_tls',
  ERR_TLS_CERT_ALTNAME_INVALID: 'host_mismatch',
  [pinMismatch]: 'pin_mismatch',
  SELF_SIGNED_CERT_IN_CHAIN: 'issuer_unknown',
  UNABLE_TO_GET_CRL: 'revocation_unknown',
  UNABLE_TO_GET_ISSUER_CERT: 'issuer_unknown',
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: 'issuer_unknown',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'issuer_unknown',
};

/**
 * @param nodeCode as Node.js gives it
 * @param serverSeen whether the server had shown its certificate: a plain "handshake failure" after it can only be about the
 * certificate of the client
 */
export function tlsFailureOf(nodeCode: string, message: string, serverSeen: boolean): TlsFailure {
  // OpenSSL 3.2 gave its oldest alerts another name.
  const code = nodeCode.replace('SSL/TLS_ALERT', 'SSLV3_ALERT');
  if (code === 'ERR_SSL_SSLV3_ALERT_HANDSHAKE_FAILURE' && serverSeen) return 'client_certificate_refused';
  // OpenSSL has no code for it that Node.js would hand on.
  if (code === 'UNSPECIFIED' && message.endsWith('too weak')) return 'weak_key';
  return failures[code] ?? 'handshake_failed';
}
