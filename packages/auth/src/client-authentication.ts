import { type Secret, type SecretSource, secretNow } from '@polyrail/core/provider';
import { importPKCS8 } from 'jose';
import {
  type ClientAuth,
  ClientSecretBasic,
  ClientSecretPost,
  modifyAssertion,
  PrivateKeyJwt,
  TlsClientAuth,
} from 'oauth4webapi';

/** How a client proves to the authorization server who it is, by the names of the OAuth registry. @see https://www.iana.org/assignments/oauth-parameters/#token-endpoint-auth-method */
export type ClientAuthentication =
  | {
      readonly method: 'client_secret_basic';
      readonly secret: SecretSource;
      /** `raw` for servers that do not undo the form encoding of RFC 6749, 2.3.1. Default: `form`. */
      readonly encoding?: 'form' | 'raw';
    }
  | { readonly method: 'client_secret_post'; readonly secret: SecretSource }
  | {
      readonly method: 'private_key_jwt';
      /** PKCS #8 in PEM. */
      readonly key: SecretSource;
      readonly algorithm: 'PS256' | 'ES256' | 'ES384' | 'Ed25519' | 'RS256';
      readonly keyId?: string;
      /** What the server expects as `aud`. Default: `issuer`. */
      readonly audience?: 'issuer' | 'token_endpoint';
    }
  /** By the certificate of the connection (RFC 8705). The transport of the token request has to show one. */
  | { readonly method: 'tls_client_auth' | 'self_signed_tls_client_auth' };

/** @throws when the key cannot be read */
export async function clientAuthOf(authentication: ClientAuthentication, tokenEndpoint: string): Promise<ClientAuth> {
  switch (authentication.method) {
    case 'client_secret_basic': {
      const secret = secretNow(authentication.secret).expose();
      return authentication.encoding === 'raw' ? rawBasic(secret) : ClientSecretBasic(secret);
    }
    case 'client_secret_post':
      return ClientSecretPost(secretNow(authentication.secret).expose());
    case 'private_key_jwt': {
      const { algorithm, keyId, audience } = authentication;
      const key = await importPKCS8(secretNow(authentication.key).expose(), algorithm);
      return PrivateKeyJwt(keyId === undefined ? key : { key, kid: keyId }, {
        [modifyAssertion]: (_header, payload) => {
          if (audience === 'token_endpoint') payload['aud'] = tokenEndpoint;
        },
      });
    }
    case 'tls_client_auth':
    case 'self_signed_tls_client_auth':
      return TlsClientAuth();
  }
}

/** What the client proves itself with now. `undefined`: nothing of its own, or it cannot be had; then the token request says so. */
export function clientSecretNow(authentication: ClientAuthentication): Secret | undefined {
  try {
    if ('secret' in authentication) return secretNow(authentication.secret);
    return 'key' in authentication ? secretNow(authentication.key) : undefined;
  } catch {
    return undefined;
  }
}

function rawBasic(secret: string): ClientAuth {
  return (_server, client, _body, headers) => {
    const credentials = Buffer.from(`${client.client_id}:${secret}`).toString('base64');
    headers.set('authorization', `Basic ${credentials}`);
  };
}
