import { PolyrailError } from '@polyrail/core/provider';

/** The one counterparty that a transport talks to. */
export interface Origin {
  /** As in `https://api.provider.example`. */
  readonly text: string;
  readonly secure: boolean;
  /** A name or an address, IPv6 without brackets. */
  readonly host: string;
  readonly port: number;
}

const loopback = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])$/;

/**
 * Reads an origin: scheme, host and, unless it is the scheme's default, port. Nothing else, so that what is configured is what is
 * compared. Plain http is for loopback, or said aloud.
 *
 * @throws PolyrailError `transport_invalid`
 */
export function parseOrigin(text: string, allowPlainHttp: boolean): Origin {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url === undefined || (url.protocol !== 'https:' && url.protocol !== 'http:') || url.origin !== text)
    throw new PolyrailError(
      'transport_invalid',
      'an origin is written as https://host or https://host:port; a path goes into basePath',
    );
  const secure = url.protocol === 'https:';
  if (!secure && !allowPlainHttp && !loopback.test(url.hostname))
    throw new PolyrailError('transport_invalid', 'plain http is refused outside loopback unless allowPlainHttp is set');
  const host = url.hostname.startsWith('[') ? url.hostname.slice(1, -1) : url.hostname;
  const defaultPort = secure ? 443 : 80;
  return { text, secure, host, port: url.port === '' ? defaultPort : Number(url.port) };
}
