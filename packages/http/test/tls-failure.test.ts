import { expect, it } from 'vitest';
import { tlsFailureOf } from '../src/tls-failure.ts';

it.each([
  ['BAD_CERTIFICATE', 'client_certificate_refused'],
  ['CERTIFICATE_EXPIRED', 'client_certificate_refused'],
  ['HANDSHAKE_FAILURE', 'client_certificate_refused'],
  ['UNSUPPORTED_CERTIFICATE', 'client_certificate_refused'],
  ['ILLEGAL_PARAMETER', 'handshake_failed'],
])('an alert %s has one meaning under both of its names', (alert, failure) => {
  expect(tlsFailureOf(`ERR_SSL_SSLV3_ALERT_${alert}`, '', true)).toBe(failure);
  expect(tlsFailureOf(`ERR_SSL_SSL/TLS_ALERT_${alert}`, '', true)).toBe(failure);
});

it('a handshake that fails before the certificate of the server is not about that of the client', () => {
  expect(tlsFailureOf('ERR_SSL_SSL/TLS_ALERT_HANDSHAKE_FAILURE', '', false)).toBe('handshake_failed');
});
