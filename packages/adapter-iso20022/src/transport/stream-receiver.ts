import { type NotificationMessage, pause, systemClock } from '@polyrail/core/provider';
import { type HttpTransportOptions, httpTransport, textField } from '@polyrail/http';

/** Where a network's messages wait to be fetched, and who takes them. */
export interface StreamReceiverOptions extends HttpTransportOptions {
  /** Such as `/iso20022/messages/stream`. */
  readonly path: string;
  /** Put behind the position in the query, such as `{ participant: '021000021' }`. */
  readonly query?: Readonly<Record<string, string>>;
  /** How long the network may keep a question open while nothing comes, in seconds. Default: 20. */
  readonly waitSeconds?: number;
  /** Takes a message: the inbox of the gateway. Only what it stored is done with. */
  receive(message: NotificationMessage): Promise<{ readonly kind: string }>;
  /** Told why nothing can be fetched or stored. It is tried again. Default: nobody is. */
  onTrouble?(message: string): void;
}

/** Fetches messages for as long as it runs. */
export interface StreamReceiver {
  /** Ends after the message at hand is stored. */
  stop(): Promise<void>;
}

const shortestPauseMs = 1_000;
const longestPauseMs = 60_000;

/**
 * Fetches what a network sends by itself over HTTPS long-polling, and hands it to the inbox, in order. A message is
 * acknowledged, by asking for what comes after it, once the inbox has stored it; after a restart the network gives what was
 * not acknowledged again, and the inbox knows it by its identifier. One that is not believed holds up those behind it, and is
 * reported, until a person mends why: money that came back must not be passed over.
 */
export function receiveStream(options: StreamReceiverOptions): StreamReceiver {
  const { path, query = {}, waitSeconds = 20, receive, onTrouble, ...http } = options;
  const { clock = systemClock } = options;
  const transport = httpTransport(http);
  const stopping = new AbortController();
  const { signal } = stopping;

  const fetchAfter = async (position: string): Promise<readonly StreamedMessage[] | string> => {
    const parameters = new URLSearchParams({ after: position, ...query });
    const headers = { accept: 'application/json', prefer: `wait=${waitSeconds}` };
    const request = { method: 'GET', path: `${path}?${parameters}`, headers } as const;
    const delivery = await transport.send(request, { timeoutMs: (waitSeconds + 10) * 1_000, signal });
    if (delivery.phase !== 'answered') return delivery.fault.message;
    const { status } = delivery.response;
    if (status === 204) return [];
    return status === 200
      ? (readBatch(delivery.response.text() ?? '') ?? 'the stream cannot be read')
      : `it answered ${status}`;
  };

  const run = async (): Promise<void> => {
    let position = '0';
    let pauseMs = shortestPauseMs;
    while (!signal.aborted) {
      const askedAtMs = clock.now();
      const before = position;
      const batch = await fetchAfter(position);
      const taken = typeof batch === 'string' ? { trouble: `cannot be fetched: ${batch}` } : await takeAll(batch);
      if (taken.position !== undefined) position = taken.position;
      if (taken.trouble === undefined || signal.aborted) {
        pauseMs = shortestPauseMs;
        // One that does not keep a question open would be asked again at once, for ever.
        const restMs = Math.min(askedAtMs - clock.now(), 0) + shortestPauseMs;
        if (position === before) await pause(clock, restMs, signal);
        continue;
      }
      onTrouble?.(`messages of the network ${taken.trouble}`);
      await pause(clock, pauseMs, signal);
      pauseMs = Math.min(pauseMs * 2, longestPauseMs);
    }
    await transport.close();
  };

  const takeAll = async (batch: readonly StreamedMessage[]): Promise<Taken> => {
    let position: string | undefined;
    for (const message of batch) {
      if (signal.aborted) break;
      const { kind } = await receive({ headers: {}, body: Buffer.from(message.xml) }).catch(() => unavailable);
      if (kind !== 'stored') return { position, trouble: `are held up: the inbox answered ${kind} to one` };
      position = message.position;
    }
    return { position };
  };

  const running = run();
  return {
    stop() {
      stopping.abort();
      return running;
    },
  };
}

const unavailable = { kind: 'unavailable' };

interface StreamedMessage {
  readonly position: string;
  readonly xml: string;
}

/** How far a batch was taken. */
interface Taken {
  /** The last message that is done with. */
  readonly position?: string | undefined;
  /** Why it goes no further. */
  readonly trouble?: string;
}

function readBatch(text: string): readonly StreamedMessage[] | undefined {
  const messages = messagesOf(text);
  const batch = messages?.flatMap((message) => {
    const [position, xml] = [textField(message, 'position'), textField(message, 'message')];
    return position === undefined || xml === undefined ? [] : [{ position, xml }];
  });
  return batch?.length === messages?.length ? batch : undefined;
}

function messagesOf(text: string): readonly unknown[] | undefined {
  try {
    const { messages } = JSON.parse(text);
    return Array.isArray(messages) ? messages : undefined;
  } catch {
    return undefined;
  }
}
