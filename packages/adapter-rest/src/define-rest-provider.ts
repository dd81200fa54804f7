import {
  bindOperations,
  type Capabilities,
  type Decoded,
  type EncodeContext,
  type Idempotency,
  type InquiryCommand,
  type MoneyVerb,
  type Notifications,
  type Operation,
  type OperationResult,
  PolyrailError,
  type Provider,
  type ProviderAnswer,
  type ProviderCommands,
  type Resolution,
} from '@polyrail/core/provider';
import {
  defaultMeaning,
  type HttpOptions,
  type HttpProviderOptions,
  type HttpRequest,
  type HttpResponse,
  hasTextField,
  httpTransport,
  judgeStatus,
  type StatusTable,
} from '@polyrail/http';
import { type RestRequest, toHttpRequest } from './rest-request.ts';
import { type RestResponse, toRestResponse } from './rest-response.ts';

/** What REST requests and responses are on the way. */
export interface RestWire {
  readonly request: HttpRequest;
  readonly response: HttpResponse;
}

/** One verb over REST. */
export interface RestOperation<V extends MoneyVerb> {
  /** Pure. A key that is carried in a header is added by the adapter. */
  encode(command: ProviderCommands[V], context: EncodeContext): RestRequest;
  /** Pure; sees the answers whose status leaves the decision to the body. `undefined`: it cannot be read. */
  decode(
    response: RestResponse,
    command: ProviderCommands[V],
    context: EncodeContext,
  ): Decoded<OperationResult> | undefined;
  /** Default: that of the provider. */
  readonly idempotency?: Idempotency;
  /** Default: that of the provider. */
  readonly resolution?: Resolution;
}

/** The safe question, over REST. */
export interface RestInquiry {
  encode(command: InquiryCommand): RestRequest;
  /** Sees a 404 too: it is for the provider to say whether that means `not_found`. */
  decode(
    response: RestResponse,
    command: InquiryCommand,
  ): Decoded<OperationResult> | { readonly kind: 'not_found' } | undefined;
}

/** A REST provider as data. */
export interface RestDefinition<Settings> {
  /** Default id of the provider. */
  readonly id: string;
  capabilities(settings: Settings): Capabilities;
  /** Where it is, and what proves who we are. */
  connect(settings: Settings): HttpOptions;
  /** For all operations that do not say otherwise. */
  idempotency(settings: Settings): Idempotency;
  readonly resolution: Resolution;
  /** Statuses that this provider documents otherwise than HTTP does. */
  readonly statuses?: StatusTable;
  /** What the provider says in the body of an error. */
  readError?(json: unknown): ProviderAnswer | undefined;
  readonly operations: { readonly [V in MoneyVerb]?: RestOperation<V> };
  readonly inquiry?: RestInquiry;
  /** What the provider pushes to this account. `undefined`: nothing. */
  notifications?(settings: Settings): Notifications | undefined;
}

/** Makes the provider for one account. */
export type RestProviderFactory<Settings> = (settings: Settings, options?: HttpProviderOptions) => Provider<RestWire>;

/**
 * Defines a REST provider: data and pure functions in, a factory of providers out. The factory throws a PolyrailError
 * `transport_invalid` for a bad connection. A request without the key that its operation declares is never sent.
 *
 * HTTP status does not decide what happened. A status with a table entry is judged by the table; 2xx and 402 go to the
 * operation's `decode`; what cannot be read there may have been executed.
 */
export function defineRestProvider<Settings>(definition: RestDefinition<Settings>): RestProviderFactory<Settings> {
  return (settings, { id = definition.id, limits, ...options } = {}) => {
    const connection = definition.connect(settings);
    const idempotency = definition.idempotency(settings);
    const { inquiry } = definition;
    const notifications = definition.notifications?.(settings);
    return {
      specificationVersion: 1,
      id,
      protocol: 'rest',
      capabilities: definition.capabilities(settings),
      operations: bindOperations((verb) => bindOperation(definition.operations[verb], definition, idempotency)),
      ...(inquiry && { inquiry: bindInquiry(inquiry, definition) }),
      ...(notifications && { notifications }),
      transport: httpTransport({ ...connection, ...options, limits: { ...connection.limits, ...limits } }),
    };
  };
}

type Shared = Pick<RestDefinition<never>, 'statuses' | 'readError' | 'resolution'>;

function bindOperation<V extends MoneyVerb>(
  operation: RestOperation<V> | undefined,
  definition: Shared,
  shared: Idempotency,
): Operation<V, RestWire> | undefined {
  if (operation === undefined) return undefined;
  const { idempotency = shared, resolution = definition.resolution } = operation;
  const header = idempotency.carrier === 'header' ? idempotency.name : undefined;
  return {
    idempotency,
    resolution,
    encode(command: ProviderCommands[V], context: EncodeContext): HttpRequest {
      const request = operation.encode(command, context);
      // A repeat would be believed to be safe.
      if (!carries(request, idempotency, context.idempotencyKey))
        throw new PolyrailError('provider_invalid', 'the idempotency key is not in the request where it is declared');
      return toHttpRequest(request, header, context.idempotencyKey);
    },
    decode: (response: HttpResponse, command: ProviderCommands[V], context: EncodeContext): Decoded<OperationResult> =>
      judge(toRestResponse(response), definition, (rest) => operation.decode(rest, command, context)),
  };
}

function carries({ path, query, json, form }: RestRequest, idempotency: Idempotency, key: string): boolean {
  switch (idempotency.carrier) {
    case 'body':
      return [json, form, query].some((fields) => hasTextField(fields, idempotency.name, key));
    case 'resource':
      return path.includes(key) || JSON.stringify([json, form]).includes(key);
    default:
      return true;
  }
}

function bindInquiry(inquiry: RestInquiry, definition: Shared) {
  return {
    encode: (command: InquiryCommand): HttpRequest => toHttpRequest(inquiry.encode(command)),
    decode: (response: HttpResponse, command: InquiryCommand) =>
      judge(toRestResponse(response), { ...definition, statuses: { 404: 'decode', ...definition.statuses } }, (rest) =>
        inquiry.decode(rest, command),
      ),
  };
}

function judge<Found>(
  response: RestResponse,
  { statuses, readError }: Pick<Shared, 'statuses' | 'readError'>,
  decode: (response: RestResponse) => Found | undefined,
): Found | Decoded<never> {
  const meaning = statuses?.[response.status] ?? defaultMeaning(response.status);
  if (meaning !== 'decode') return judgeStatus(meaning, response, readError?.(response.json));
  // 204 has no body to read, and 201 and 202 may only say where it is.
  const readable = response.json !== undefined || response.status === 204 || response.headers['location'] !== undefined;
  const found = readable ? decode(response) : undefined;
  return (
    found ?? {
      kind: 'unknown',
      cause: 'answer_unreadable',
      message: `the body of a ${response.status} could not be read`,
    }
  );
}
