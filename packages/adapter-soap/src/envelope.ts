import { envelopeNamespaces, type SoapVersion } from './soap-version.ts';

/** Namespace of `wsu:Id`, by which signatures name elements. */
export const utilityNamespace = 'http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-utility-1.0.xsd';

/** The `wsu:Id` of the Body of every request that is signed. */
export const bodyId = 'body';

/** The parts of an envelope. Each is written with all its declarations, so that it is its own canonical form. */
export interface EnvelopeParts {
  readonly version: SoapVersion;
  readonly headers: readonly string[];
  /** The Body with its tags. */
  readonly body: string;
}

/** The Body of an envelope. `identified`: a signature will name it. */
export function writeBody(version: SoapVersion, content: string, identified: boolean): string {
  const id = identified ? ` xmlns:wsu="${utilityNamespace}" wsu:Id="${bodyId}"` : '';
  return `<soap:Body xmlns:soap="${envelopeNamespaces[version]}"${id}>${content}</soap:Body>`;
}

/** The envelope of these parts. */
export function writeEnvelope({ version, headers, body }: EnvelopeParts): string {
  const header = headers.length === 0 ? '' : `<soap:Header>${headers.join('')}</soap:Header>`;
  return `<soap:Envelope xmlns:soap="${envelopeNamespaces[version]}">${header}${body}</soap:Envelope>`;
}
