import {
  bindOperations,
  type Capabilities,
  type Decoded,
  type EncodeContext,
  type Idempotency,
  type Inquiry,
  type InquiryCommand,
  type MoneyVerb,
  type Notifications,
  type Operation,
  type OperationResult,
  type Provider,
  type ProviderCommands,
  type Resolution,
} from '@polyrail/core/provider';
import type { HttpOptions, HttpProviderOptions, StatusTable } from '@polyrail/http';
import type { FaultDialect } from './fault-table.ts';
import { judgeResponse, type ResponseWords } from './judge-response.ts';
import { type RequestWriter, requestWriter, type SoapHeader, type SoapRequest } from './request-writer.ts';
import { type MessageSecurity, signedParts } from './security/message-security.ts';
import type { SoapResponse } from './soap-response.ts';
import { soapTransport } from './soap-transport.ts';
import type { SoapVersion } from './soap-version.ts';
import type { SoapFields } from './write-element.ts';
import type { Wsdl } from './wsdl/wsdl.ts';

/** What SOAP requests and responses are on the way. */
export interface SoapWire {
  readonly request: SoapRequest;
  readonly response: SoapResponse;
}

/** Where a SOAP endpoint is, and what proves who we are. */
export interface SoapConnection extends HttpOptions {
  /** Such as `/commerce/1.x/transactionProcessor`. */
  readonly path: string;
  /** What is put into the Security header, and what is demanded of answers. Default: nothing. */
  readonly security?: MessageSecurity;
}

/** One verb over SOAP. */
export interface SoapOperation<V extends MoneyVerb> {
  /** The operation of the WSDL. */
  readonly operation: string;
  /** Pure: the fields of the input element. */
  encode(command: ProviderCommands[V], context: EncodeContext): SoapFields;
  /** Pure: reads the fields of the output element; text is always a string. `undefined`: it cannot be read. */
  decode(result: unknown, command: ProviderCommands[V], context: EncodeContext): Decoded<OperationResult> | undefined;
  /** Default: that of the provider. */
  readonly idempotency?: Idempotency;
  /** Default: that of the provider. */
  readonly resolution?: Resolution;
}

/** The safe question, or the reversal, over SOAP. */
export interface SoapInquiry {
  readonly operation: string;
  encode(command: InquiryCommand): SoapFields;
  decode(
    result: unknown,
    command: InquiryCommand,
  ): Decoded<OperationResult> | { readonly kind: 'not_found' } | undefined;
}

/** A SOAP provider as data. */
export interface SoapDefinition<Settings> {
  /** Default id of the provider. */
  readonly id: string;
  /** Loaded before, by `loadWsdl`. */
  readonly wsdl: Wsdl;
  /** Default: `1.1`. */
  readonly version?: SoapVersion;
  capabilities(settings: Settings): Capabilities;
  connect(settings: Settings): SoapConnection;
  /** For all operations that do not say otherwise. */
  idempotency(settings: Settings): Idempotency;
  readonly resolution: Resolution;
  /** Header blocks of every request. */
  headers?(settings: Settings): readonly SoapHeader[];
  readonly faults?: FaultDialect;
  /** What statuses without an envelope mean, where this provider documents them otherwise than HTTP does. */
  readonly statuses?: StatusTable;
  /** Longest envelope of a request in bytes, without its Security header. Default: 65,536. */
  readonly maxRequestBytes?: number;
  readonly operations: { readonly [V in MoneyVerb]?: SoapOperation<V> };
  readonly inquiry?: SoapInquiry;
  /** Undoes an operation by our reference, for operations that are resolved by `reversal`. */
  readonly reversal?: SoapInquiry;
  /** What the provider pushes to this account. `undefined`: nothing. */
  notifications?(settings: Settings): Notifications | undefined;
}

/** Makes the provider for one account. */
export type SoapProviderFactory<Settings> = (settings: Settings, options?: HttpProviderOptions) => Provider<SoapWire>;

/** What all operations of one account share. */
interface Shared {
  readonly wsdl: Wsdl;
  readonly write: RequestWriter;
  readonly words: ResponseWords;
}

/**
 * Defines a SOAP provider: a WSDL, data and pure functions in, a factory of providers out. The factory throws a
 * PolyrailError `transport_invalid` for a bad connection, `configuration_invalid` for an operation that the WSDL lacks.
 *
 * A request is written in the order of the schema, and a result is read only if it is the element that the WSDL names.
 * Faults become outcomes by a table. What cannot be read may have been executed.
 */
export function defineSoapProvider<Settings>(definition: SoapDefinition<Settings>): SoapProviderFactory<Settings> {
  const { wsdl, version = '1.1', maxRequestBytes = 65_536, inquiry, reversal, resolution, faults = {} } = definition;
  const words: ResponseWords = { version, faults, statuses: definition.statuses };
  return (settings, { id = definition.id, limits, ...options } = {}) => {
    const { path, security, ...connection } = definition.connect(settings);
    const to = connection.origin + (connection.basePath ?? '') + path;
    const headers = definition.headers?.(settings) ?? [];
    const signed = security === undefined ? [] : signedParts(security);
    const write = requestWriter({ wsdl, version, path, to, headers, maxRequestBytes, signed });
    const shared: Shared = { wsdl, write, words };
    const idempotency = definition.idempotency(settings);
    const notifications = definition.notifications?.(settings);
    return {
      specificationVersion: 1,
      id,
      protocol: 'soap',
      capabilities: definition.capabilities(settings),
      operations: bindOperations((verb) =>
        bindOperation({ idempotency, resolution, ...definition.operations[verb] }, shared),
      ),
      ...(inquiry && { inquiry: bindInquiry(inquiry, shared) }),
      ...(reversal && { reversal: bindInquiry(reversal, shared) }),
      ...(notifications && { notifications }),
      transport: soapTransport({ ...connection, ...options, limits: { ...connection.limits, ...limits } }, security),
    };
  };
}

function bindOperation<V extends MoneyVerb>(
  operation: Partial<SoapOperation<V>> & Pick<Operation<V, SoapWire>, 'idempotency' | 'resolution'>,
  { wsdl, write, words }: Shared,
): Operation<V, SoapWire> | undefined {
  const { operation: name, encode, decode, idempotency, resolution } = operation;
  if (name === undefined || encode === undefined || decode === undefined) return undefined;
  const { input, output, ...called } = wsdl.operation(name);
  return {
    idempotency,
    resolution,
    encode: (command, context) =>
      write({ ...called, input }, encode(command, context), context.idempotencyKey, idempotency),
    decode: (response, command, context) =>
      judgeResponse(response, output, words, (result) => decode(result, command, context)),
  };
}

function bindInquiry(inquiry: SoapInquiry, { wsdl, write, words }: Shared): Inquiry<SoapWire> {
  const { output, ...called } = wsdl.operation(inquiry.operation);
  return {
    encode: (command) => write(called, inquiry.encode(command), command.idempotencyKey),
    decode: (response, command) => judgeResponse(response, output, words, (result) => inquiry.decode(result, command)),
  };
}
