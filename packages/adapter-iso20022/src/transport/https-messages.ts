import { systemClock } from '@polyrail/core/provider';
import { defaultMeaning, type HttpTransportOptions, httpTransport, judgeStatus } from '@polyrail/http';
import type { ChannelAnswer, MessageTransport } from './message-transport.ts';

/** Where messages are posted. */
export interface HttpsMessagesOptions extends HttpTransportOptions {
  /** Such as `/iso20022/messages`. */
  readonly path: string;
}

/**
 * Posts messages over HTTPS. An empty answer of any 2xx status means that the network answers by itself. The field `Date` says
 * when a message leaves: one that is sent again is as old inside as it was, and networks reject what is late.
 */
export function httpsMessages({ path, ...options }: HttpsMessagesOptions): MessageTransport {
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
      const meaning = defaultMeaning(response.status);
      if (meaning !== 'decode')
        return answered({ kind: 'refused', decoded: judgeStatus(meaning, response, undefined) });
      return answered(response.body.length === 0 ? { kind: 'accepted' } : { kind: 'message', bytes: response.body });
    },
    close: () => http.close(),
  };
}

/** @see RFC 9110, 5.6.7 */
function httpDate(atMs: number): string {
  // biome-ignore lint/style/noRestrictedGlobals: only another form of a time that was given.
  return new Date(atMs).toUTCString();
}

function answered(response: ChannelAnswer): { readonly phase: 'answered'; readonly response: ChannelAnswer } {
  return { phase: 'answered', response };
}
