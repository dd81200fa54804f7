import { type Idempotency, PolyrailError } from '@polyrail/core/provider';
import type { HttpRequest } from '@polyrail/http';
import { addressingHeaders } from './addressing.ts';
import { writeBody, writeEnvelope } from './envelope.ts';
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
  /** Whether a signature will name the Body. */
  readonly isSigned: boolean;
}

/** Writes requests: the same fields and key always give the same bytes. */
export type RequestWriter = (
  operation: Omit<WsdlOperation, 'output'>,
  fields: SoapFields,
  key: string,
  idempotency?: Idempotency,
) => HttpRequest;

/** The writer for one account. */
export function requestWriter(options: WriterOptions): RequestWriter {
  const { wsdl, version, path, to, maxRequestBytes, isSigned } = options;
  const blocks = options.headers
    .map(({ namespace, name, value }) => writeElement(wsdl.element(namespace, name), value))
    .join('');
  return ({ input, soapAction, addressing }, fields, key, idempotency) => {
    const addresses = addressing ? addressingHeaders({ action: soapAction, to, messageKey: key }) : '';
    const content = writeElement(input, fields);
    const body = writeEnvelope(version, {
      headers: addresses + blocks,
      body: writeBody(version, content, isSigned),
    });
    if (Buffer.byteLength(body) > maxRequestBytes)
      throw new PolyrailError('command_invalid', `a request has at most ${maxRequestBytes} bytes`);
    const headers = { ...contentHeaders(version, soapAction), ...keyHeader(idempotency, key) };
    // A repeat would be believed to be safe.
    if (idempotency !== undefined && idempotency.carrier !== 'none' && !carries(idempotency, content, key))
      throw new PolyrailError('provider_invalid', 'the idempotency key is declared, but it is not in the request');
    return { method: 'POST', path, headers, body };
  };
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
  return idempotency?.carrier === 'header' && idempotency.name !== undefined ? { [idempotency.name]: key } : {};
}

function carries(idempotency: Exclude<Idempotency, { carrier: 'none' }>, content: string, key: string): boolean {
  return (idempotency.carrier === 'header' && idempotency.name !== undefined) || content.includes(key);
}
