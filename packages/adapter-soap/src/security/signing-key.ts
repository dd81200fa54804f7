import { createPrivateKey, type KeyObject, X509Certificate } from 'node:crypto';
import { PolyrailError, type Secret } from '@polyrail/core/provider';

/** A private key and the certificate that belongs to it. Prints as neither. */
export class SigningKey {
  readonly #privateKey: KeyObject;
  readonly certificate: X509Certificate;

  private constructor(privateKey: KeyObject, certificate: X509Certificate) {
    this.#privateKey = privateKey;
    this.certificate = certificate;
  }

  /** @throws PolyrailError `transport_invalid` where they cannot be read, do not belong together, or are too weak */
  static ofPem(certificate: string | Uint8Array, key: Secret, passphrase?: Secret): SigningKey {
    const cert = readable(() => new X509Certificate(certificate));
    const privateKey = readable(() =>
      createPrivateKey({ key: key.expose(), ...(passphrase && { passphrase: passphrase.expose() }) }),
    );
    if (!cert.checkPrivateKey(privateKey)) throw invalid('the key does not belong to the certificate');
    const { asymmetricKeyType: type, asymmetricKeyDetails: details } = privateKey;
    const fits = type === 'rsa' ? (details?.modulusLength ?? 0) >= 2_048 : details?.namedCurve === 'prime256v1';
    if (!fits) throw invalid('messages are signed with RSA of 2,048 bits or more, or on the curve P-256');
    return new SigningKey(privateKey, cert);
  }

  /** Reads a PKCS #12 archive, encrypted with AES or 3DES. @throws PolyrailError `transport_invalid` */
  static async ofPkcs12(archive: Uint8Array, passphrase: Secret): Promise<SigningKey> {
    const { readPkcs12 } = await import('./read-pkcs12.ts');
    const { certificate, key } = readable(() => readPkcs12(archive, passphrase));
    return SigningKey.ofPem(certificate, key);
  }

  /** For the signature itself. */
  use<Result>(task: (privateKey: KeyObject) => Result): Result {
    return task(this.#privateKey);
  }
}

function readable<Value>(read: () => Value): Value {
  try {
    return read();
  } catch {
    // biome-ignore lint/style/useErrorCause: what the libraries say may quote the key.
    throw invalid('the certificate, the key or the passphrase cannot be used');
  }
}

function invalid(message: string): PolyrailError {
  return new PolyrailError('transport_invalid', message);
}
