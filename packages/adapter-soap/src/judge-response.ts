import type { Decoded } from '@polyrail/core/provider';
import { defaultMeaning, judgeStatus, type StatusTable } from '@polyrail/http';
import type { ParsedElement } from '@polyrail/xml';
import { type FaultDialect, judgeFault } from './fault-table.ts';
import { type ReadValue, readElement } from './read-element.ts';
import { readFault } from './soap-fault.ts';
import { contentOf, readEnvelope, type SoapResponse } from './soap-response.ts';
import type { SoapVersion } from './soap-version.ts';
import type { ElementShape } from './wsdl/element-shape.ts';

/** What a provider says otherwise than others do. */
export interface ResponseWords {
  readonly version: SoapVersion;
  readonly faults: FaultDialect;
  readonly statuses: StatusTable | undefined;
}

const encryptionNamespace = 'http://www.w3.org/2001/04/xmlenc#';

/**
 * What an answer comes to: by its Fault, by its result, and only where it holds no envelope by its status. The mapper sees
 * a result only if it is the one element that the WSDL names. Whatever cannot be read may have been executed.
 */
export function judgeResponse<Found>(
  response: SoapResponse,
  output: ElementShape,
  words: ResponseWords,
  decode: (result: ReadValue) => Found | undefined,
): Found | Decoded<never> {
  const { http, security } = response;
  if (security.kind === 'refused') return unreadable(`the answer is not believed: ${security.reason}`);
  const body = security.kind === 'verified' ? security.body : bodyOf(response, words.version);
  const isVerified = security.kind === 'verified';
  if (typeof body === 'string') return isVerified ? unreadable(body) : judgeWithoutEnvelope(response, words, body);
  const content = contentOf(body);
  if (content === undefined) return unreadable('its Body has not exactly one element');
  if (content.namespace === encryptionNamespace)
    return unreadable('its Body is encrypted, and XML Encryption is not read');
  const fault = readFault(content);
  if (fault !== undefined) return judgeFault(fault, words.faults, http);
  if (http.status < 200 || http.status > 299) return unreadable(`a result came with the status ${http.status}`);
  const result = readElement(output, content);
  const found = result === undefined ? undefined : decode(result);
  return found ?? unreadable('its result is not what the WSDL says');
}

function bodyOf({ http }: SoapResponse, version: SoapVersion): ParsedElement | string {
  const envelope = readEnvelope(http, version);
  return typeof envelope === 'string' ? envelope : envelope.body;
}

function judgeWithoutEnvelope({ http }: SoapResponse, { statuses }: ResponseWords, why: string): Decoded<never> {
  // Cut, of another version, under another type: it may be the Fault of an operation that was executed.
  const usual = Buffer.from(http.body).includes('Envelope') ? 'decode' : defaultMeaning(http.status);
  const meaning = statuses?.[http.status] ?? usual;
  return meaning === 'decode' ? unreadable(why) : judgeStatus(meaning, http, undefined);
}

function unreadable(message: string): Decoded<never> {
  return { kind: 'unknown', cause: 'answer_unreadable', message };
}
