import type { Distortion, WireAnswer, WireCall, WireRequest } from '../http/wire.ts';
import type { NetworkCodec } from './codec/network-codec.ts';
import { detourBatch, NOTHING_NEW } from './detour.ts';
import { distortMessage } from './distort-message.ts';
import type { MessageStream } from './message-stream.ts';
import type { Network } from './network.ts';
import type { Participants } from './participant.ts';

const MAX_MESSAGES = 10;
const MAX_WAIT_MS = 60_000;

export interface PollParts {
  readonly network: Network;
  readonly participants: Participants;
}

/**
 * A member asks for what comes after a position: it is answered at once where there is something, else after as many
 * seconds as `Prefer: wait` says, at most 60.
 *
 * @see {@link https://www.rfc-editor.org/rfc/rfc7240#section-4.3 RFC 7240, 4.3: the wait preference}
 */
export function pollCall(parts: PollParts, codec: () => Promise<NetworkCodec>, request: WireRequest): WireCall {
  let stream: MessageStream | undefined;
  let loaded: NetworkCodec | undefined;
  return {
    operation: 'stream',
    key: undefined,
    execute: async () => {
      const asked = askedOf(parts.participants, request);
      if ('status' in asked) return asked;
      loaded = await codec();
      stream = parts.network.stream(asked.member);
      return batchAfter(stream, asked, loaded);
    },
    distort: (body, distortion) => (loaded && body !== '' ? distortBatch(body, distortion, loaded) : body),
    detour: (answer, by) => (stream ? detourBatch(answer, stream, by) : answer),
  };
}

/** What a poll asks for. */
interface Asked {
  readonly member: string;
  readonly after: number;
  readonly waitMs: number;
}

function askedOf(participants: Participants, request: WireRequest): Asked | WireAnswer {
  if (request.method !== 'GET') return json(405, { error: 'Get the stream' });
  const query = new URLSearchParams(request.query);
  const after = query.get('after') ?? '0';
  if (!/^\d{1,15}$/.test(after))
    return json(400, { error: 'after is the position of the last message that was taken' });
  const member = memberOf(participants, query.get('participant'), request.clientCertificate);
  if (member === undefined) return json(403, { error: 'Say who asks: by client certificate, or with participant' });
  const wait = /\bwait=(\d{1,6})\b/.exec(String(request.headers['prefer'] ?? ''))?.[1] ?? '0';
  return { member, after: Number(after), waitMs: Math.min(Number(wait) * 1000, MAX_WAIT_MS) };
}

/** The member that asks: the one that is named, or the only one that this connection may act for. */
function memberOf(
  participants: Participants,
  named: string | null,
  certificate: string | undefined,
): string | undefined {
  const members = participants.list().filter((member) => participants.lets(member, certificate));
  if (named !== null) return members.find((member) => member === named);
  return members.length === 1 ? members[0] : undefined;
}

async function batchAfter(stream: MessageStream, { after, waitMs }: Asked, codec: NetworkCodec): Promise<WireAnswer> {
  if (waitMs > 0 && stream.after(after, 1).length === 0) await stream.next(waitMs);
  const found = stream.after(after, MAX_MESSAGES);
  if (found.length === 0) return NOTHING_NEW;
  return json(200, {
    messages: found.map(({ position, message }) => ({ position: String(position), message: codec.seal(message) })),
  });
}

function distortBatch(body: string, distortion: Distortion, codec: NetworkCodec): string {
  return JSON.stringify(
    JSON.parse(body, (name, value: unknown) =>
      name === 'message' && typeof value === 'string' ? distortMessage(value, distortion, codec) : value,
    ),
  );
}

function json(status: number, value: object): WireAnswer {
  return { status, contentType: 'application/json', body: JSON.stringify(value) };
}
