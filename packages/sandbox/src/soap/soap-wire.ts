import type { SandboxClock } from '../clock.ts';
import { isSoapDistortion, type Wire, type WireAnswer, type WireRequest } from '../http/wire.ts';
import { distortXml } from './distort-xml.ts';
import type { MessageGate } from './message-gate.ts';
import type { SoapDialect } from './soap-dialect.ts';
import { faultEnvelope } from './soap-request-fault.ts';
import type { SoapSecurity } from './soap-security.ts';
import type { SoapServer } from './soap-server.ts';

const XML = 'text/xml; charset=utf-8';

/** What answers requests once it is loaded. */
interface Loaded {
  readonly run: SoapServer;
  readonly gate: MessageGate | undefined;
}

/** The acquirer over SOAP 1.1, in one dialect. What it needs is loaded by `load`, or with the first request. */
export function soapWire(dialect: SoapDialect, clock: SandboxClock, security: SoapSecurity | undefined): Wire {
  let loading: Promise<Loaded> | undefined;
  let gate: MessageGate | undefined;

  function loaded(): Promise<Loaded> {
    loading ??= load();
    return loading;
  }

  async function load(): Promise<Loaded> {
    const { soapServer } = await import('./soap-server.ts');
    const run = await soapServer(dialect);
    if (security === undefined) return { run, gate: undefined };
    const { MessageGate: Gate } = await import('./message-gate.ts');
    gate = new Gate(security, dialect.signedParts, () => clock.now());
    return { run, gate };
  }

  function execute(request: WireRequest): WireAnswer | Promise<WireAnswer> {
    if (request.method === 'GET') return { status: 200, contentType: XML, body: dialect.wsdl };
    const refusal = dialect.refuse(request);
    if (refusal) return refusal;
    return loaded().then((parts) => answer(parts, request.body));
  }

  return {
    load: () => loaded().catch(() => undefined),
    accept: (request) => ({
      operation: dialect.operationOf(request.body),
      key: new RegExp(`<(?:[\\w.-]+:)?${dialect.keyElement}>([^<]{1,64})<`).exec(request.body)?.[1],
      execute: () => execute(request),
      distort: (body, distortion) =>
        isSoapDistortion(distortion)
          ? (gate?.distort(body, distortion) ?? body)
          : distortXml(body, distortion, dialect.elements),
    }),
    reset: () => dialect.reset(),
  };
}

async function answer({ run, gate }: Loaded, xml: string): Promise<WireAnswer> {
  if (gate === undefined) return run(xml);
  const admitted = gate.admit(xml);
  const found = admitted ? await run(admitted.xml) : FAILED_CHECK;
  return { ...found, body: gate.seal(found.body, found.status !== 200, admitted?.signatureValue) };
}

/** @see WS-Security 1.1.1, 12 */
const FAILED_CHECK: WireAnswer = {
  status: 500,
  contentType: XML,
  body: faultEnvelope('wsse:FailedCheck', 'The signature, the user or the time of the message was not believed'),
};
