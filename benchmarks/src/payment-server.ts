import { createServer, type Server, type Socket } from 'node:net';
import { graphqlAnswerOf } from './graphql-payment.ts';
import { answerOf } from './payment-answer.ts';
import { soapAnswerOf } from './soap-payment.ts';

const head = 'HTTP/1.1 200 OK\r\ncontent-type: application/json\r\nrequest-id: req_benchmark0000\r\ncontent-length: ';
const xmlHead = head.replace('application/json', 'text/xml');
const contentLength = /\r\ncontent-length: ?(\d+)/i;

/**
 * Answers every POST at once. It speaks just enough HTTP/1.1 for that: it reads `content-length` and nothing else of the head,
 * so that it costs less than any client.
 *
 * @param onBody told of every body; for tests
 */
export function paymentServer(onBody?: (body: string) => void): Server {
  return createServer((socket) => {
    socket.setNoDelay(true);
    socket.on('error', () => socket.destroy());
    answerAll(socket, onBody);
  });
}

/** The protocol is known by the first character. */
function writerFor(body: string): (body: string) => string {
  if (body.startsWith('<')) return soapAnswerOf;
  return body.startsWith('{') ? graphqlAnswerOf : answerOf;
}

function answerAll(socket: Socket, onBody: ((body: string) => void) | undefined): void {
  let received = '';
  socket.on('data', (chunk) => {
    received += chunk.toString('latin1');
    let answers = '';
    for (let body = nextBody(); body !== undefined; body = nextBody()) {
      onBody?.(body);
      const answer = writerFor(body)(body);
      answers += `${body.startsWith('<') ? xmlHead : head}${answer.length}\r\n\r\n${answer}`;
    }
    if (answers !== '') socket.write(answers, 'latin1');
  });

  function nextBody(): string | undefined {
    const headEnd = received.indexOf('\r\n\r\n');
    if (headEnd === -1) return undefined;
    const begin = headEnd + 4;
    const end = begin + Number(contentLength.exec(received)?.[1] ?? 0);
    if (received.length < end) return undefined;
    const body = received.slice(begin, end);
    received = received.slice(end);
    return body;
  }
}
