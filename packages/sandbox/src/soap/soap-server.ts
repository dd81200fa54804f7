import { listen, type Server } from 'soap';
import type { WireAnswer } from '../http/wire.ts';
import { InvalidRequest } from '../invalid-request.ts';
import type { JsonFields } from '../json-fields.ts';
import type { SoapDialect, SoapOperation } from './soap-dialect.ts';
import { faultEnvelope, SoapRequestFault } from './soap-request-fault.ts';

/** Answers the text of a request. */
export type SoapServer = (xml: string) => Promise<WireAnswer>;

type Method = (fields: JsonFields | null) => object;

/** All text stays text: the package makes numbers of amounts. */
const asText = Object.fromEntries(
  ['decimal', 'long', 'int', 'integer', 'boolean'].map((type) => [type, (text: string) => text]),
);

const UNREADABLE: string = faultEnvelope('Client.Unreadable', 'No operation of the WSDL');

/** The server of the `soap` package in front of a dialect: it reads and writes by its own understanding of the WSDL. */
export async function soapServer(dialect: SoapDialect): Promise<SoapServer> {
  let lateMs = 0;
  const late = (ms: number) => {
    lateMs = ms;
  };
  const operations = Object.entries(dialect.operations(late));
  const server = await started(dialect, Object.fromEntries(operations.map(([name, run]) => [name, orFault(run)])));

  return async (xml) => {
    lateMs = 0;
    // The methods run before the promise is handed out, so nobody else's delay is in between.
    const answering = server.processRequest(xml, { headers: {} });
    const held = lateMs;
    const { body, statusCode } = await answering;
    // What the package stumbles over it answers in plain text.
    const answer = body.includes(':Envelope') ? body : UNREADABLE;
    return { status: statusCode, contentType: 'text/xml; charset=utf-8', body: answer, lateMs: held };
  };
}

function started({ wsdl, service, port }: SoapDialect, methods: Readonly<Record<string, Method>>): Promise<Server> {
  return new Promise((resolve, reject) => {
    const options = {
      path: '/soap',
      services: { [service]: { [port]: methods } },
      xml: wsdl,
      uri: 'service.wsdl',
      customDeserializer: asText,
      suppressStack: true,
      callback: (error: unknown) => (error ? reject(error) : resolve(server)),
    };
    // Without an HTTP server it only answers what it is given.
    const server: Server = listen(null as never, options);
  });
}

/** Faults as the package wants them thrown. */
function orFault(run: SoapOperation): Method {
  return (fields) => {
    try {
      return run(fields ?? {});
    } catch (error) {
      if (error instanceof SoapRequestFault) throw fault(error.code, error.message);
      if (error instanceof InvalidRequest) throw fault('Client.Invalid', error.message);
      throw error;
    }
  };
}

function fault(code: string, message: string): object {
  return { Fault: { faultcode: `soap:${code}`, faultstring: message, statusCode: 500 } };
}
