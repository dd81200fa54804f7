import { type HmacScheme, hmacSignature } from '@polyrail/auth';
import { Secret } from '@polyrail/core';

const worldlineConnect: HmacScheme = {
  hash: 'sha256',
  keyEncoding: 'utf8',
  sets: { date: '{http-date}' },
  signs: '{method}\n{header:content-type}\n{header:date}\n{headers:x-gcs-}{target}\n',
  signatureEncoding: 'base64',
  carries: { authorization: 'GCS v1HMAC:{key-id}:{signature}' },
};

export const worldline = hmacSignature(worldlineConnect, { keyId: 'key 1', secret: new Secret('from the vault') });
