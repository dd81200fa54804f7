import { randomBytes } from 'node:crypto';
import { type Delivery, systemClock, type Transport } from '@polyrail/core/provider';
import { type HttpResponse, type HttpTransportOptions, httpTransport } from '@polyrail/http';
import type { SoapRequest } from './request-writer.ts';
import type { MessageSecurity } from './security/message-security.ts';
import { type SecuredEnvelope, secureRequest } from './security/secure-request.ts';
import { answerVerifier } from './security/verify-answer.ts';
import { readFault } from './soap-fault.ts';
import {
  contentOf,
  elementsOf,
  type ReadEnvelope,
  readEnvelope,
  type SecurityVerdict,
  type SoapResponse,
  soapResponse,
} from './soap-response.ts';
import type { SoapVersion } from './soap-version.ts';

/** The transport of HTTP, and around it what secures each request as it goes out and verifies each answer. */
export function soapTransport(
  options: HttpTransportOptions,
  security: MessageSecurity | undefined,
): Transport<SoapRequest, SoapResponse> {
  const http = httpTransport(options);
  const { clock = systemClock } = options;
  const verdictOn = verdicts(security);
  return {
    async send(request, context) {
      const secured = security && trySecure(request, security, clock.now());
      if (secured === 'impossible') return withoutCredentials;
      const delivery = await http.send(secured === undefined ? request : { ...request, body: secured.body }, context);
      if (delivery.phase !== 'answered') return delivery;
      const { response } = delivery;
      const verdict = verdictOn(response, request.parts.version, clock.now(), secured?.signatureValue);
      return { phase: 'answered', response: { http: response, security: verdict } };
    },
    close: () => http.close(),
  };
}

/** The sources of keys and passwords are the host's, and what they throw may quote a secret. */
function trySecure({ parts }: SoapRequest, security: MessageSecurity, nowMs: number): SecuredEnvelope | 'impossible' {
  try {
    return secureRequest(parts, security, { nowMs, nonce: randomBytes(16) });
  } catch {
    return 'impossible';
  }
}

const withoutCredentials: Delivery<never> = {
  phase: 'not_sent',
  fault: { code: 'credentials_unavailable', message: 'the request could not be secured' },
};

type Verdicts = (
  response: HttpResponse,
  version: SoapVersion,
  nowMs: number,
  signatureValue: string | undefined,
) => SecurityVerdict;

function verdicts(security: MessageSecurity | undefined): Verdicts {
  const answers = security?.answers;
  if (answers === undefined) return (response) => soapResponse(response).security;
  const verifyAnswer = answerVerifier(answers);
  return (response, version, nowMs, signatureValue) => {
    if (answers.unsignedFaults === 'by_table' && isUnsignedFault(response, version))
      return soapResponse(response).security;
    return verifyAnswer(response.body, version, nowMs, signatureValue);
  };
}

function isUnsignedFault(response: HttpResponse, version: SoapVersion): boolean {
  const envelope = readEnvelope(response, version);
  if (typeof envelope === 'string' || isSigned(envelope)) return false;
  const content = contentOf(envelope.body);
  return content !== undefined && readFault(content) !== undefined;
}

function isSigned({ header }: ReadEnvelope): boolean {
  const blocks = header === undefined ? [] : elementsOf(header);
  return blocks.some((block) => elementsOf(block).some(({ local }) => local === 'Signature'));
}
