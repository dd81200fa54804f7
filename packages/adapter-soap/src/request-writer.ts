import { type Idempotency, PolyrailError } from '@polyrail/core/provider';
import { type HttpRequest, hasTextField } from '@polyrail/http';
import { addressingHeaders } from './addressing.ts';
import { type EnvelopeParts, writeBody, writeEnvelope } from './envelope.ts';
import { type HeaderBlock, writeHeaders } from './header-block.ts';
import type { SignedPart } from './security/message-security.ts';
import type { SoapVersion } from './soap-version.ts';
import { type SoapFields, type SoapValue, writeElement } from './write-element.ts';
import type { Wsdl, WsdlOperation } from './wsdl/wsdl.ts';

/** A header block of every request: a global element of the WSDL's schemas with its value. */
export interface SoapHeader {
  readonly namespace: string;
  readonly name: string;
  readonly value: SoapValue;
}

/** How requests of one account are written. */
export interface WriterOptions {
  readonly wsdl: Wsdl;
  readonly version: SoapVersion;
  readonly path: string;
  /** The whole address, for WS-Addressing. */
  readonly to: string;
  readonly headers: readonly SoapHeader[];
  /** Longest envelope in bytes. */
  readonly maxRequestBytes: number;
  /** What a signature will name. */
  readonly signed: readonly SignedPart[];
}

/** A request as it is sent without a Security header, and the parts that one is put between. */
export interface SoapRequest extends HttpRequest {
  readonly parts: EnvelopeParts;
}

/** Writes requests: the same fields and key always give the same bytes. */
export type RequestWriter = (
  operation: Omit<WsdlOperation, 'output'>,
  fields: SoapFields,
  key: string,
  idempotency?: Idempotency,
) => SoapRequest;

/** The writer for one account. */
export function requestWriter(options: WriterOptions): RequestWriter {
  const { wsdl, version, path, to, maxRequestBytes, signed } = options;
  const blocks = options.headers.map((header) => blockOf(header, wsdl));
  const isBodySigned = signed.includes('body');
  return ({ input, soapAction, addressing }, fields, key, idempotency) => {
    const addresses = addressing ? addressingHeaders({ action: soapAction, to, messageKey: key }) : [];
    const content = writeElement(input, fields);
    const parts: EnvelopeParts = {
      version,
      headers: writeHeaders([...addresses, ...blocks], signed.includes('headers')),
      body: writeBody(version, content, isBodySigned),
    };
    const body = writeEnvelope(parts);
    if (Buffer.byteLength(body) > maxRequestBytes)
      throw new PolyrailError('command_invalid', `a request has at most ${maxRequestBytes} bytes`);
    const headers = { ...contentHeaders(version, soapAction), ...keyHeader(idempotency, key) };
    // A repeat would be believed to be safe.
    if (!carries(fields, content, idempotency, key))
      throw new PolyrailError('provider_invalid', 'the idempotency key is not in the request where it is declared');
    return { method: 'POST', path, headers, body, parts };
  };
}

function blockOf({ namespace, name, value }: SoapHeader, wsdl: Wsdl): HeaderBlock {
  const shape = wsdl.element(namespace, name);
  const opening = shape.openTag + shape.declaration;
  return { opening, rest: writeElement(shape, value).slice(opening.length) };
}

function contentHeaders(version: SoapVersion, action: string): Readonly<Record<string, string>> {
  return version === '1.1'
    ? { accept: 'text/xml', 'content-type': 'text/xml; charset=utf-8', soapaction: `"${action}"` }
    : {
        accept: 'application/soap+xml',
        'content-type': `application/soap+xml; charset=utf-8${action === '' ? '' : `; action="${action}"`}`,
      };
}

function keyHeader(idempotency: Idempotency | undefined, key: string): Readonly<Record<string, string>> {
  return idempotency?.carrier === 'header' ? { [idempotency.name]: key } : {};
}

function carries(fields: SoapFields, content: string, idempotency: Idempotency | undefined, key: string): boolean {
  switch (idempotency?.carrier) {
    case 'body':
      return hasTextField(fields, idempotency.name, key);
    case 'resource':
      return content.includes(key);
    default:
      return true;
  }
}
