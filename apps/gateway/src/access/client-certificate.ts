import { hash } from 'node:crypto';
import type { Socket } from 'node:net';
import { TLSSocket } from 'node:tls';

/** The certificate that a caller showed, of an authority that the host knows. */
export interface ClientCertificate {
  /** SHA-256 of the certificate in base64url. @see RFC 8705 `x5t#S256` */
  readonly thumbprint: string;
}

const ofSocket = new WeakMap<Socket, ClientCertificate>();

/** `undefined` without TLS, without a certificate, and for one that is expired or of another authority. */
export function clientCertificate(socket: Socket): ClientCertificate | undefined {
  if (!(socket instanceof TLSSocket) || !socket.authorized) return undefined;
  const known = ofSocket.get(socket);
  if (known !== undefined) return known;
  const raw = socket.getPeerX509Certificate()?.raw;
  if (raw === undefined) return undefined;
  const certificate = { thumbprint: hash('sha256', raw, 'base64url') };
  ofSocket.set(socket, certificate);
  return certificate;
}
