import { connect as connectTcp, isIP, type Socket } from 'node:net';
import { connect as connectTls, type SecureContext } from 'node:tls';
import type { Clock } from '@polyrail/core/provider';
import type { buildConnector } from 'undici';
import type { Origin } from './origin.ts';
import { secureContextOf, type TlsOptions } from './tls.ts';
import { errorCodeOf, TransportFailure } from './transport-failure.ts';

/** Opens connections to one origin, and says by step (name, TCP, TLS) what went wrong. */
export interface Connector {
  open(ready: buildConnector.Callback): Socket;
}

/** Where a connection stands while it is made. */
type Step = 'tcp' | 'tls' | 'done';

export function createConnector(
  origin: Origin,
  tls: TlsOptions | undefined,
  connectTimeoutMs: number,
  clock: Clock,
): Connector {
  // Wrong certificates are a mistake of the configuration, so they show at once; the system's authorities load when first needed.
  let context = tls && secureContextOf(tls);
  let session: Buffer | undefined;

  function openTls(): Socket {
    context ??= secureContextOf({});
    const socket = connectTls({ ...tlsTarget(origin, tls, context), ...(session && { session }) });
    socket.on('session', (ticket) => {
      session = ticket;
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
  };
}

function tlsTarget(origin: Origin, tls: TlsOptions | undefined, secureContext: SecureContext) {
  const servername = tls?.servername ?? (isIP(origin.host) === 0 ? origin.host : undefined);
  return {
    host: origin.host,
    port: origin.port,
    secureContext,
    // Said here because NODE_TLS_REJECT_UNAUTHORIZED would otherwise decide.
    rejectUnauthorized: true,
    ALPNProtocols: ['http/1.1'],
    ...(servername !== undefined && { servername }),
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
    if (step === 'done') return;
    const failure = failureOf(error, step);
    step = 'done';
    ready(failure, null);
  });
}

function failureOf(error: Error, step: Step): TransportFailure {
  if (error instanceof TransportFailure) return error;
  const code = errorCodeOf(error);
  if (step === 'tls') return new TransportFailure('tls_failed', `TLS handshake failed: ${code || 'no reason given'}`);
  if ('syscall' in error && error.syscall === 'getaddrinfo')
    return new TransportFailure('name_unresolved', `the host name could not be resolved: ${code}`);
  if (code === 'ETIMEDOUT') return new TransportFailure('connect_timeout', 'the system gave up connecting');
  return new TransportFailure('connection_refused', `no connection could be made: ${code || 'no reason given'}`);
}
