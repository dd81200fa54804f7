import { createHash } from 'node:crypto';
import type { SandboxClock } from '../clock.ts';
import type { OperationName, Wire, WireAnswer, WireRequest } from '../http/wire.ts';
import type { BusinessMessage } from './business-message.ts';
import type { NetworkCodec, NetworkCodecParts } from './codec/network-codec.ts';
import { MessageRefusal } from './message-refusal.ts';
import type { Network } from './network.ts';
import { pollStream } from './poll-stream.ts';

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
  let loading: Promise<NetworkCodec> | undefined;
  const codec = (): Promise<NetworkCodec> => {
    loading ??= import('./codec/network-codec.ts').then(({ networkCodec }) => networkCodec(parts));
    return loading;
  };
  return {
    accept: (request) => {
      const isPoll = request.path === STREAM_PATH;
      return {
        operation: isPoll ? 'stream' : operationOf(request.body),
        key: isPoll ? undefined : keyOf(request.body),
        execute: async () => {
          const loaded = await codec();
          return isPoll ? pollStream(parts, loaded, request) : receive(parts, loaded, request);
        },
        distort: (body, _distortion) => body,
      };
    },
    reset: () => parts.network.reset(),
  };
}

function receive(
  { network, participants, clock, rail }: Iso20022WireParts,
  codec: NetworkCodec,
  request: WireRequest,
): WireAnswer {
  if (request.method !== 'POST') return plain(405, 'Post a message');
  if (!String(request.headers['content-type']).startsWith(XML)) return plain(415, `Send ${XML}`);
  const answer = answerTo();
  return answer ? { status: 200, contentType: XML, body: codec.seal(answer) } : ACCEPTED;

  function answerTo(): BusinessMessage | undefined {
    try {
      const message = codec.open(request.body);
      if (!participants.lets(message.from, request.clientCertificate))
        throw new MessageRefusal('SENDER', 'certificate');
      const digest = createHash('sha256').update(request.body).digest('base64');
      return network.receive(message, digest, sentAt(request) ?? message.createdAt);
    } catch (error) {
      if (error instanceof MessageRefusal)
        return network.refuse(unread(request.body, rail.network, clock.now()), error);
      throw error;
    }
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

const ACCEPTED: WireAnswer = { status: 202, contentType: XML, body: '' };

function plain(status: number, body: string): WireAnswer {
  return { status, contentType: 'text/plain', body };
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
