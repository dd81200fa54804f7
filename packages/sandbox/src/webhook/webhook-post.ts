import { Agent, type IncomingMessage, request } from 'node:http';
import type { WebhookMessage } from './compose-webhook.ts';

const MAX_ANSWER_BYTES = 65_536;
/** Shorter than receivers keep idle connections, so that none is used while it is being closed. */
const IDLE_MS = 1000;

/** What came of one attempt: a status, or why there is none. */
export type PostResult =
  | { readonly kind: 'answered'; readonly status: number }
  | { readonly kind: 'failed'; readonly error: string };

/** Sends webhooks over HTTP. Redirects are not followed, and the body of an answer is read but not kept. */
export class WebhookPost {
  readonly #agent: Agent;

  constructor(maxSockets: number) {
    this.#agent = new Agent({ keepAlive: true, maxSockets, timeout: IDLE_MS });
  }

  /** Never rejects. `timeoutMs` of real time bound the whole exchange. */
  send(url: string, { headers, body }: WebhookMessage, timeoutMs: number): Promise<PostResult> {
    return new Promise((resolve) => {
      const outgoing = request(url, {
        method: 'POST',
        agent: this.#agent,
        headers: {
          ...headers,
          'content-type': 'application/json',
          'content-length': Buffer.byteLength(body),
          'user-agent': 'polyrail-sandbox',
        },
      });
      const deadline = setTimeout(() => outgoing.destroy(new Error('timeout')), timeoutMs);
      const done = (result: PostResult): void => {
        clearTimeout(deadline);
        resolve(result);
      };
      outgoing.on('error', (error: NodeJS.ErrnoException) =>
        done({ kind: 'failed', error: error.code ?? error.message }),
      );
      outgoing.on('response', (response) => readAnswer(response, done));
      outgoing.end(body);
    });
  }

  /** Cuts every connection; attempts that are under way fail. */
  stop(): void {
    this.#agent.destroy();
  }
}

function readAnswer(response: IncomingMessage, done: (result: PostResult) => void): void {
  let bytes = 0;
  response.on('data', (chunk: Buffer) => {
    bytes += chunk.length;
    if (bytes > MAX_ANSWER_BYTES) response.destroy();
  });
  response.on('error', () => {});
  response.on('close', () => {
    const status = response.statusCode ?? 0;
    done(response.complete ? { kind: 'answered', status } : { kind: 'failed', error: 'answer_incomplete' });
  });
}
