import { systemClock } from '@polyrail/core/provider';
import {
  defaultMeaning,
  type HttpResponse,
  type HttpTransportOptions,
  httpTransport,
  judgeStatus,
  type StatusTable,
} from '@polyrail/http';
import type { ChannelAnswer, MessageTransport } from './message-transport.ts';

/** Where messages are posted. */
export interface HttpsMessagesOptions extends HttpTransportOptions {
  /** Such as `/iso20022/messages`. */
  readonly path: string;
  /** What statuses mean, where this network documents them otherwise than HTTP does. */
  readonly statuses?: StatusTable;
}

/**
 * Posts messages over HTTPS. An empty answer of any 2xx status means that the network answers by itself. The field `Date` says
 * when a message leaves: one that is sent again is as old inside as it was, and networks reject what is late.
 */
export function httpsMessages({ path, statuses = {}, ...options }: HttpsMessagesOptions): MessageTransport {
  const http = httpTransport(options);
  const { clock = systemClock } = options;
  return {
    async send({ xml }, context) {
      const headers = {
        'content-type': 'application/xml; charset=utf-8',
        accept: 'application/xml',
        date: httpDate(clock.now()),
      };
      const delivery = await http.send({ method: 'POST', path, headers, body: xml }, context);
      if (delivery.phase !== 'answered') return delivery;
      const { response } = delivery;
      const meaning = statuses[response.status] ?? defaultMeaning(response.status);
      if (meaning !== 'decode')
        return answered({ kind: 'refused', decoded: judgeStatus(meaning, response, undefined) });
      if (response.body.length === 0) return answered({ kind: 'accepted' });
      return answered(isXml(response) ? { kind: 'message', bytes: response.body } : noMessage);
    },
    close: () => http.close(),
  };
}

/** @see RFC 9110, 5.6.7 */
function httpDate(atMs: number): string {
  // biome-ignore lint/style/noRestrictedGlobals: only another form of a time that was given.
  return new Date(atMs).toUTCString();
}

const noMessage: ChannelAnswer = {
  kind: 'refused',
  decoded: { kind: 'unknown', cause: 'answer_unreadable', message: 'the answer is not XML' },
};

/** @see RFC 7303 */
function isXml(response: HttpResponse): boolean {
  return /^(?:application|text)\/xml\s*(?:;|$)/i.test(response.header('content-type') ?? '');
}

function answered(response: ChannelAnswer): { readonly phase: 'answered'; readonly response: ChannelAnswer } {
  return { phase: 'answered', response };
}
