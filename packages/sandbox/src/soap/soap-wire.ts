import type { Acquirer } from '../acquirer/acquirer.ts';
import { COMMAND_KINDS } from '../acquirer/command.ts';
import type { SandboxClock } from '../clock.ts';
import type { OperationName, Wire, WireAnswer, WireRequest } from '../http/wire.ts';
import { ACQUIRER_WSDL } from './acquirer-wsdl.ts';
import { distortXml } from './distort-xml.ts';
import type { SoapServer } from './soap-server.ts';

const XML = 'text/xml; charset=utf-8';

export interface SoapWireParts {
  readonly acquirer: Acquirer;
  readonly clock: SandboxClock;
  /** The API keys that are let in. */
  readonly apiKeys: readonly string[];
}

/** The acquirer over SOAP 1.1. The server is loaded with the first request that needs it. */
export function soapWire({ acquirer, clock, apiKeys }: SoapWireParts): Wire {
  const credentials = new Set(apiKeys.map((key) => `Bearer ${key}`));
  let loading: Promise<SoapServer> | undefined;
  const server = () => {
    loading ??= import('./soap-server.ts').then(({ soapServer }) => soapServer(acquirer, () => clock.now()));
    return loading;
  };

  function execute({ method, headers, body }: WireRequest): WireAnswer | Promise<WireAnswer> {
    if (method === 'GET') return { status: 200, contentType: XML, body: ACQUIRER_WSDL };
    if (!credentials.has(headers['authorization']?.toString() ?? '')) return UNAUTHENTICATED;
    return server().then((run) => run(body));
  }

  return {
    accept: (request) => ({
      operation: operationOf(request.body),
      key: /<(?:[\w.-]+:)?idempotencyKey>([^<]{1,64})</.exec(request.body)?.[1],
      execute: () => execute(request),
      distort: distortXml,
    }),
  };
}

const UNAUTHENTICATED: WireAnswer = {
  status: 401,
  contentType: 'text/plain',
  headers: { 'www-authenticate': 'Bearer' },
  body: 'Unknown or missing API key',
};

/** Read well enough to match faults: the server checks everything. */
function operationOf(body: string): OperationName {
  const name = /:Body[^>]*>\s*<(?:[\w.-]+:)?(\w+)/.exec(body)?.[1];
  const names: readonly OperationName[] = [...COMMAND_KINDS, 'inquire'];
  return names.find((candidate) => candidate === name) ?? 'unknown';
}
