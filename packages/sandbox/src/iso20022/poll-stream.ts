import type { WireAnswer, WireRequest } from '../http/wire.ts';
import type { NetworkCodec } from './codec/network-codec.ts';
import type { Network } from './network.ts';
import type { Participants } from './participant.ts';

const MAX_MESSAGES = 10;
const MAX_WAIT_MS = 60_000;

/**
 * Answers a member that asks for what comes after a position: at once where there is something, else after as many
 * seconds as `Prefer: wait` says, at most 60.
 *
 * @see {@link https://www.rfc-editor.org/rfc/rfc7240#section-4.3 RFC 7240, 4.3: the wait preference}
 */
export async function pollStream(
  { network, participants }: { readonly network: Network; readonly participants: Participants },
  codec: NetworkCodec,
  request: WireRequest,
): Promise<WireAnswer> {
  if (request.method !== 'GET') return json(405, { error: 'Get the stream' });
  const query = new URLSearchParams(request.query);
  const after = query.get('after') ?? '0';
  if (!/^\d{1,15}$/.test(after))
    return json(400, { error: 'after is the position of the last message that was taken' });
  const member = memberOf(participants, query.get('participant'), request.clientCertificate);
  if (member === undefined) return json(403, { error: 'Say who asks: by client certificate, or with participant' });
  const stream = network.stream(member);
  const [waitS = '0'] =
    /wait=\d{1,6}/
      .exec(String(request.headers['prefer'] ?? ''))?.[0]
      .split('=')
      .slice(1) ?? [];
  const found = () => stream.after(Number(after), MAX_MESSAGES);
  if (found().length === 0) await stream.next(Math.min(Number(waitS) * 1000, MAX_WAIT_MS));
  const messages = found().map(({ position, message }) => ({
    position: String(position),
    message: codec.seal(message),
  }));
  return messages.length === 0 ? { status: 204, contentType: 'application/json', body: '' } : json(200, { messages });
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

function json(status: number, value: object): WireAnswer {
  return { status, contentType: 'application/json', body: JSON.stringify(value) };
}
