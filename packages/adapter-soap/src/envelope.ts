import { envelopeNamespaces, type SoapVersion } from './soap-version.ts';

/** Namespace of `wsu:Id`, by which signatures name elements. */
export const utilityNamespace = 'http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-utility-1.0.xsd';

/** The `wsu:Id` of the Body of every request that is signed. */
export const bodyId = 'body';

/** The parts of an envelope, each as it is written. */
export interface EnvelopeParts {
  /** Header blocks, joined. */
  readonly headers: string;
  /** The Body with its tags. */
  readonly body: string;
}

const headerEnd = '</soap:Header>';
const envelopeEnd = '</soap:Envelope>';

/**
 * The Body, declarations included: written like this it is its own canonical form.
 *
 * @param identified whether a signature will name it
 */
export function writeBody(version: SoapVersion, content: string, identified: boolean): string {
  const id = identified ? ` xmlns:wsu="${utilityNamespace}" wsu:Id="${bodyId}"` : '';
  return `<soap:Body xmlns:soap="${envelopeNamespaces[version]}"${id}>${content}</soap:Body>`;
}

/** An envelope of these parts. */
export function writeEnvelope(version: SoapVersion, { headers, body }: EnvelopeParts): string {
  const open = `<soap:Envelope xmlns:soap="${envelopeNamespaces[version]}"><soap:Header>`;
  return open + headers + headerEnd + body + envelopeEnd;
}

/** The parts of an envelope of {@link writeEnvelope}. Text in it is escaped, so tags are found by their names. */
export function partsOf(envelope: string): EnvelopeParts {
  const start = envelope.indexOf('<soap:Header>') + '<soap:Header>'.length;
  const end = envelope.indexOf(headerEnd, start);
  return {
    headers: envelope.slice(start, end),
    body: envelope.slice(end + headerEnd.length, -envelopeEnd.length),
  };
}
