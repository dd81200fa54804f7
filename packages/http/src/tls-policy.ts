/** What a TLS endpoint of ours speaks, in the words of `node:tls`: for connections out and for servers alike. */
export interface TlsPolicy {
  readonly minVersion: 'TLSv1.2';
  readonly ciphers: string;
  readonly honorCipherOrder: true;
}

/**
 * TLS 1.2 or newer; forward secrecy and authenticated encryption only; keys of at least RSA 2048 or 224 bits on a curve.
 *
 * @see https://www.rfc-editor.org/rfc/rfc9325#section-4.2
 */
export const tlsPolicy: TlsPolicy = {
  minVersion: 'TLSv1.2',
  ciphers: [
    // Left out, they would switch TLS 1.3 off.
    'TLS_AES_256_GCM_SHA384',
    'TLS_CHACHA20_POLY1305_SHA256',
    'TLS_AES_128_GCM_SHA256',
    'ECDHE-ECDSA-AES256-GCM-SHA384',
    'ECDHE-RSA-AES256-GCM-SHA384',
    'ECDHE-ECDSA-CHACHA20-POLY1305',
    'ECDHE-RSA-CHACHA20-POLY1305',
    'ECDHE-ECDSA-AES128-GCM-SHA256',
    'ECDHE-RSA-AES128-GCM-SHA256',
    // Security level 2 of OpenSSL: level 1, the default in Node.js 20, takes RSA keys of 1024 bits.
    '@SECLEVEL=2',
  ].join(':'),
  honorCipherOrder: true,
};
