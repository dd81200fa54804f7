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
  PolyrailError,
  type Provider,
  type ProviderCommands,
  type Resolution,
} from '@polyrail/core/provider';
import {
  type HttpOptions,
  type HttpProviderOptions,
  type HttpRequest,
  type HttpResponse,
  hasTextField,
  httpTransport,
  type StatusTable,
} from '@polyrail/http';
import type { ErrorDialect } from './error-table.ts';
import type { GraphqlDocument, GraphqlRequest, GraphqlVariables } from './graphql-document.ts';
import { type AnswerReader, answerReader } from './judge-answer.ts';
import { type PersistedDocument, type RequestWriter, requestWriter } from './to-http-request.ts';

/** What GraphQL requests and responses are on the way. */
export interface GraphqlWire {
  readonly request: HttpRequest;
  readonly response: HttpResponse;
}

/** Where a GraphQL endpoint is, and what proves who we are. */
export interface GraphqlConnection extends HttpOptions {
  /** Default: `/graphql`. */
  readonly path?: string;
}

/** One verb over GraphQL. */
export interface GraphqlOperation<V extends MoneyVerb> {
  /** Pure. A key that is carried in a header is added by the adapter. */
  encode(command: ProviderCommands[V], context: EncodeContext): GraphqlRequest;
  /**
   * Pure; sees `data` whenever there is some, beside errors too: an id in it says that the operation was executed.
   * `undefined`: the data does not say, and the errors decide. Default: that of the provider.
   */
  decode?(data: unknown, command: ProviderCommands[V], context: EncodeContext): Decoded<OperationResult> | undefined;
  /** Default: that of the provider. */
  readonly idempotency?: Idempotency;
  /** Default: that of the provider. */
  readonly resolution?: Resolution;
}

/** The safe question, over GraphQL. */
export interface GraphqlInquiry {
  encode(command: InquiryCommand): GraphqlRequest;
  /** `not_found` is believed only of an answer without errors. */
  decode(data: unknown, command: InquiryCommand): Decoded<OperationResult> | { readonly kind: 'not_found' } | undefined;
}

/** A GraphQL provider as data. */
export interface GraphqlDefinition<Settings> {
  /** Default id of the provider. */
  readonly id: string;
  capabilities(settings: Settings): Capabilities;
  connect(settings: Settings): GraphqlConnection;
  /** For all operations that do not say otherwise. */
  idempotency(settings: Settings): Idempotency;
  readonly resolution: Resolution;
  readonly errors?: ErrorDialect;
  /** Statuses that this provider documents otherwise than HTTP does. */
  readonly statuses?: StatusTable;
  /** What goes out in place of a document's text: `{ documentId }`, or `{ extensions: { persistedQuery: … } }`. */
  persistedDocument?(document: GraphqlDocument<never>): PersistedDocument;
  /** Longest body of a request in bytes. Default: 65,536. */
  readonly maxRequestBytes?: number;
  /** As that of an operation, for all that have none of their own. */
  decode?(data: unknown, verb: MoneyVerb, context: EncodeContext): Decoded<OperationResult> | undefined;
  readonly operations: { readonly [V in MoneyVerb]?: GraphqlOperation<V> };
  readonly inquiry?: GraphqlInquiry;
  /** What the provider pushes to this account. `undefined`: nothing. */
  notifications?(settings: Settings): Notifications | undefined;
}

/** Makes the provider for one account. */
export type GraphqlProviderFactory<Settings> = (
  settings: Settings,
  options?: HttpProviderOptions,
) => Provider<GraphqlWire>;

/**
 * Defines a GraphQL provider: data and pure functions in, a factory of providers out. It throws a PolyrailError
 * `provider_invalid` for an operation whose answers nothing decodes, the factory `transport_invalid` for a bad connection. A request without the key that its operation declares is never sent.
 *
 * Neither the status nor `errors` alone decides what happened: `data` is read first, then both. What none of them says
 * may have been executed.
 */
export function defineGraphqlProvider<Settings>(
  definition: GraphqlDefinition<Settings>,
): GraphqlProviderFactory<Settings> {
  const { maxRequestBytes = 65_536, inquiry, resolution } = definition;
  const persistedDocument = definition.persistedDocument?.bind(definition);
  const read = answerReader(definition);
  const decodeOf = (verb: MoneyVerb) => (data: unknown, _command: object, context: EncodeContext) =>
    definition.decode?.(data, verb, context);
  for (const [verb, { decode = definition.decode }] of Object.entries(definition.operations))
    if (decode === undefined) throw new PolyrailError('provider_invalid', `nothing decodes the answer to a ${verb}`);
  return (settings, { id = definition.id, limits, ...options } = {}) => {
    const { path = '/graphql', ...connection } = definition.connect(settings);
    const write = requestWriter({ path, maxRequestBytes, persistedDocument });
    const idempotency = definition.idempotency(settings);
    const notifications = definition.notifications?.(settings);
    return {
      specificationVersion: 1,
      id,
      protocol: 'graphql',
      capabilities: definition.capabilities(settings),
      operations: bindOperations((verb) => {
        const operation = definition.operations[verb];
        return (
          operation && bindOperation({ idempotency, resolution, decode: decodeOf(verb), ...operation }, write, read)
        );
      }),
      ...(inquiry && { inquiry: bindInquiry(inquiry, write, read) }),
      ...(notifications && { notifications }),
      transport: httpTransport({ ...connection, ...options, limits: { ...connection.limits, ...limits } }),
    };
  };
}

function bindOperation<V extends MoneyVerb>(
  { encode, decode, idempotency, resolution }: Required<GraphqlOperation<V>>,
  write: RequestWriter,
  read: AnswerReader,
): Operation<V, GraphqlWire> {
  return {
    idempotency,
    resolution,
    encode: (command, context) => withKey(encode(command, context), idempotency, context.idempotencyKey, write),
    decode: (response, command, context) => read(response, ({ data }) => decode(data, command, context)),
  };
}

function withKey(request: GraphqlRequest, idempotency: Idempotency, key: string, write: RequestWriter): HttpRequest {
  if (idempotency.carrier === 'header') return write(request, { [idempotency.name]: key });
  // A repeat would be believed to be safe.
  if (!carries(request.variables, idempotency, key))
    throw new PolyrailError('provider_invalid', 'the idempotency key is not in the request where it is declared');
  return write(request);
}

function carries(variables: GraphqlVariables, idempotency: Idempotency, key: string): boolean {
  if (idempotency.carrier === 'body') return hasTextField(variables, idempotency.name, key);
  return idempotency.carrier === 'none' || JSON.stringify(variables).includes(key);
}

function bindInquiry(inquiry: GraphqlInquiry, write: RequestWriter, read: AnswerReader): Inquiry<GraphqlWire> {
  return {
    encode: (command) => write(inquiry.encode(command)),
    decode: (response, command) =>
      read(response, ({ data, errors }) => {
        const found = inquiry.decode(data, command);
        // Where a part of the answer is missing, what was not found may be in that part.
        const isWhole = errors.length === 0 && response.status === 200;
        return found?.kind === 'not_found' && !isWhole ? undefined : found;
      }),
  };
}
