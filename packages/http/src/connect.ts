import { connect as connectTcp, isIP, type Socket } from 'node:net';
import { type ConnectionOptions, connect as connectTls, type TLSSocket } from 'node:tls';
import type { Clock } from '@polyrail/core/provider';
import type { buildConnector } from 'undici';
import { type Certificate, certificateOf } from './certificate.ts';
import { CertificateWatch } from './certificate-watch.ts';
import type { Origin } from './origin.ts';
import { RotatingTls, type TlsMaterial } from './rotating-tls.ts';
import { identityCheck } from './server-identity.ts';
import type { TlsOptions } from './tls.ts';
import { tlsFailureOf } from './tls-failure.ts';
import { errorCodeOf, TransportFailure } from './transport-failure.ts';

/** Opens connections to one origin, and says by step (name, TCP, TLS) what went wrong. */
export interface Connector {
  open(ready: buildConnector.Callback): Socket;
  /** Calls the listener when connections opened so far are to end, until the function that it returns is called. */
  onReplace(listener: () => void): () => void;
}

/** Where a connection stands while it is made. */
type Step = 'tcp' | 'tls' | 'done';

/** What connections of the same settings share. A session belongs to the certificate that it was made with. */
interface Generation {
  readonly material: TlsMaterial;
  session?: Buffer;
  /** Of the last full handshake; one that resumes its session shows none. */
  server?: Certificate;
}

export function createConnector(
  origin: Origin,
  tls: TlsOptions | RotatingTls | undefined,
  connectTimeoutMs: number,
  clock: Clock,
): Connector {
  // Wrong certificates are a mistake of the configuration, so they show at once; the system's authorities load when first needed.
  let rotating = tls === undefined || tls instanceof RotatingTls ? tls : new RotatingTls(tls);
  let generation: Generation | undefined;
  const certificates = new CertificateWatch(origin.text, clock);

  function openTls(): Socket {
    rotating ??= new RotatingTls({});
    if (generation?.material !== rotating.material) generation = { material: rotating.material };
    const current = generation;
    const { options, certificate } = current.material;
    const socket = connectTls({
      ...tlsTarget(origin, current.material),
      ...(current.session && { session: current.session }),
    });
    socket.on('session', (ticket) => {
      current.session = ticket;
    });
    const { onCertificate } = options;
    if (onCertificate !== undefined)
      socket.once('secureConnect', () => {
        const der = socket.getPeerX509Certificate()?.raw;
        if (der !== undefined) current.server = certificateOf(der);
        if (current.server !== undefined) certificates.see('server', current.server, onCertificate);
        if (certificate !== undefined) certificates.see('client', certificate, onCertificate);
      });
    return socket;
  }

  return {
    open(ready) {
      const socket = origin.secure ? openTls() : connectTcp({ host: origin.host, port: origin.port });
      socket.setNoDelay(true).setKeepAlive(true, 60_000);
      watch(socket, origin.secure, connectTimeoutMs, clock, ready);
      return socket;
    },
    onReplace: (listener) => rotating?.onReplace(listener) ?? (() => undefined),
  };
}

function tlsTarget(origin: Origin, { options, context }: TlsMaterial): ConnectionOptions {
  const servername = options.servername ?? (isIP(origin.host) === 0 ? origin.host : undefined);
  return {
    host: origin.host,
    port: origin.port,
    secureContext: context,
    // Said here because NODE_TLS_REJECT_UNAUTHORIZED would otherwise decide.
    rejectUnauthorized: true,
    ALPNProtocols: ['http/1.1'],
    ...(servername !== undefined && { servername }),
    ...(options.pins && { checkServerIdentity: identityCheck(options.pins) }),
  };
}

function watch(socket: Socket, secure: boolean, timeoutMs: number, clock: Clock, ready: buildConnector.Callback): void {
  let step: Step = 'tcp';
  const stopTimer = clock.schedule(timeoutMs, () =>
    socket.destroy(new TransportFailure('connect_timeout', `no connection within ${timeoutMs} ms`)),
  );
  socket.once('connect', () => {
    if (secure && step === 'tcp') step = 'tls';
  });
  socket.once(secure ? 'secureConnect' : 'connect', () => {
    stopTimer();
    step = 'done';
    ready(null, socket);
  });
  socket.on('error', (error) => {
    stopTimer();
    if (step === 'done') {
      // Before undici ends the socket with an error of its own: an alert of TLS 1.3 comes after the handshake.
      socket.destroy(error);
      return;
    }
    const failure = failureOf(error, step, socket);
    step = 'done';
    ready(failure, null);
  });
}

function failureOf(error: Error, step: Step, socket: Socket | TLSSocket): TransportFailure {
  if (error instanceof TransportFailure) return error;
  const code = errorCodeOf(error);
  if (step === 'tls') {
    const serverSeen = 'getPeerX509Certificate' in socket && socket.getPeerX509Certificate() !== undefined;
    return new TransportFailure(
      'tls_failed',
      `the TLS connection was refused: ${tlsFailureOf(code, error.message, serverSeen)} (${code || 'no code'})`,
    );
  }
  if ('syscall' in error && error.syscall === 'getaddrinfo')
    return new TransportFailure('name_unresolved', `the host name could not be resolved: ${code}`);
  if (code === 'ETIMEDOUT') return new TransportFailure('connect_timeout', 'the system gave up connecting');
  return new TransportFailure('connection_refused', `no connection could be made: ${code || 'no reason given'}`);
}
