import { createHash } from 'node:crypto';
import type { SandboxClock } from '../clock.ts';
import type { OperationName, Wire, WireAnswer, WireCall, WireRequest } from '../http/wire.ts';
import type { BusinessMessage } from './business-message.ts';
import type { NetworkCodec, NetworkCodecParts } from './codec/network-codec.ts';
import { ACCEPTED, detourAnswer } from './detour.ts';
import { distortMessage } from './distort-message.ts';
import { MessageRefusal } from './message-refusal.ts';
import type { Network } from './network.ts';
import { pollCall } from './poll-call.ts';

const XML = 'application/xml';

/** Where members post their messages, and ask for those of the network. */
export const MESSAGES_PATH = '/iso20022/messages';
export const STREAM_PATH = '/iso20022/messages/stream';

export interface Iso20022WireParts extends NetworkCodecParts {
  readonly network: Network;
  readonly clock: SandboxClock;
}

/** The network over HTTP. XML and signatures are loaded with the first request that needs them. */
export function iso20022Wire(parts: Iso20022WireParts): Wire {
  let loaded: NetworkCodec | undefined;
  const codec = async (): Promise<NetworkCodec> => {
    loaded ??= (await import('./codec/network-codec.ts')).networkCodec(parts);
    return loaded;
  };
  return {
    accept: (request) =>
      request.path === STREAM_PATH ? pollCall(parts, codec, request) : postCall(parts, codec, request),
    reset: () => parts.network.reset(),
  };
}

function postCall(parts: Iso20022WireParts, codec: () => Promise<NetworkCodec>, request: WireRequest): WireCall {
  const { network, clock } = parts;
  let message: BusinessMessage | undefined;
  let distorting: NetworkCodec | undefined;
  return {
    operation: operationOf(request.body),
    key: keyOf(request.body),
    execute: async () => {
      distorting = await codec();
      const refusal = refusalOf(request);
      if (refusal) return refusal;
      message = answerTo(parts, distorting, request);
      return message ? { status: 200, contentType: XML, body: distorting.seal(message) } : ACCEPTED;
    },
    distort: (body, distortion) => (distorting && message ? distortMessage(body, distortion, distorting) : body),
    detour: (answer, by, ms) =>
      message ? detourAnswer({ answer, message, stream: network.stream(message.to), clock }, by, ms) : answer,
  };
}

function refusalOf({ method, headers }: WireRequest): WireAnswer | undefined {
  if (method !== 'POST') return { status: 405, contentType: 'text/plain', body: 'Post a message' };
  if (String(headers['content-type']).startsWith(XML)) return undefined;
  return { status: 415, contentType: 'text/plain', body: `Send ${XML}` };
}

function answerTo(
  { network, participants, clock, rail }: Iso20022WireParts,
  codec: NetworkCodec,
  request: WireRequest,
): BusinessMessage | undefined {
  try {
    const message = codec.open(request.body);
    if (!participants.lets(message.from, request.clientCertificate)) throw new MessageRefusal('SENDER', 'certificate');
    const digest = createHash('sha256').update(request.body).digest('base64');
    return network.receive(message, digest, sentAt(request) ?? message.createdAt);
  } catch (error) {
    if (error instanceof MessageRefusal) return network.refuse(unread(request.body, rail.network, clock.now()), error);
    throw error;
  }
}

/** The technical time of a delivery: the header Date, where there is one. */
function sentAt({ headers }: WireRequest): number | undefined {
  const time = Date.parse(String(headers['date'] ?? ''));
  return Number.isNaN(time) ? undefined : time;
}

/** What an answer needs of a message that could not be read: as much as can be made out. */
function unread(body: string, network: string, at: number): BusinessMessage {
  const find = (pattern: RegExp, otherwise: string): string => pattern.exec(body)?.[1] ?? otherwise;
  return {
    from: find(/<Fr>.{1,400}?<(?:BICFI|MmbId)>([A-Z0-9]{1,35})</s, 'UNKNOWN'),
    to: network,
    id: find(/<BizMsgIdr>([^<&]{1,35})</, 'UNKNOWN'),
    definition: find(/<MsgDefIdr>([^<&]{1,35})</, 'UNKNOWN'),
    service: undefined,
    createdAt: at,
    related: undefined,
    document: {},
  };
}

const OPERATIONS: readonly (readonly [definition: string, operation: OperationName])[] = [
  ['pacs.008.', 'transfer'],
  ['pacs.004.', 'refund'],
  ['pacs.028.', 'inquire'],
  ['camt.056.', 'recall'],
  ['pain.013.', 'requestPayment'],
];

/** Read well enough to match faults: the network checks everything. */
function operationOf(body: string): OperationName {
  const definition = /<MsgDefIdr>([^<]{1,35})</.exec(body)?.[1] ?? '';
  return OPERATIONS.find(([start]) => definition.startsWith(start))?.[1] ?? 'unknown';
}

/** The UETR that a message is about, else its own id. */
function keyOf(body: string): string | undefined {
  return /<(?:Orgnl)?UETR>([0-9a-f-]{36})</.exec(body)?.[1] ?? /<BizMsgIdr>([^<]{1,35})</.exec(body)?.[1];
}
