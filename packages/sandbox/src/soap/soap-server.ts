import { listen, type Server } from 'soap';
import type { Acquirer } from '../acquirer/acquirer.ts';
import { COMMAND_KINDS, type CommandKind } from '../acquirer/command.ts';
import type { WireAnswer } from '../http/wire.ts';
import { InvalidRequest } from '../invalid-request.ts';
import type { JsonFields } from '../json-fields.ts';
import { ACQUIRER_WSDL } from './acquirer-wsdl.ts';
import { decodeCommand } from './decode-command.ts';
import { type AnswerFields, executionAnswer, operationAnswer } from './encode-answer.ts';
import { SoapRequestFault } from './soap-request-fault.ts';

/** Answers the text of a request. */
export type SoapServer = (xml: string) => Promise<WireAnswer>;

type Method = (fields: JsonFields | null) => unknown;

/** All text stays text: the package makes numbers of amounts. */
const asText = Object.fromEntries(
  ['decimal', 'long', 'int', 'integer', 'boolean'].map((type) => [type, (text: string) => text]),
);

const UNREADABLE =
  '<soap:Envelope xmlns:soap="http://schemas.xmlsoap.org/soap/envelope/"><soap:Body><soap:Fault>' +
  '<faultcode>soap:Client.Unreadable</faultcode><faultstring>No operation of the WSDL</faultstring>' +
  '</soap:Fault></soap:Body></soap:Envelope>';

/** The server of the `soap` package in front of the acquirer: it reads and writes by its own understanding of the WSDL. */
export async function soapServer(acquirer: Acquirer, now: () => number): Promise<SoapServer> {
  let lateMs = 0;

  function execute(kind: CommandKind, fields: JsonFields): AnswerFields {
    const command = decodeCommand(kind, fields, (id) => acquirer.payment(id)?.kind ?? 'charge');
    const key = fields['idempotencyKey'];
    const execution = acquirer.execute(command, typeof key === 'string' ? key : undefined);
    if (execution.kind === 'executed') lateMs = execution.lateMs;
    return executionAnswer(execution, command);
  }

  const commands = COMMAND_KINDS.map((kind): [string, Method] => [
    kind,
    (fields) => orFault(() => execute(kind, fields ?? {})),
  ]);
  const inquire: Method = (fields) => operationAnswer(acquirer.inquire(String(fields?.['idempotencyKey'])), now());
  const port = { ...Object.fromEntries(commands), inquire };
  const server = await started(port);

  return async (xml) => {
    lateMs = 0;
    // The methods run before the promise is handed out, so nobody else's delay is in between.
    const answering = server.processRequest(xml, { headers: {} });
    const late = lateMs;
    const { body, statusCode } = await answering;
    // What the package stumbles over it answers in plain text.
    const answer = body.includes(':Envelope') ? body : UNREADABLE;
    return { status: statusCode, contentType: 'text/xml; charset=utf-8', body: answer, lateMs: late };
  };
}

function started(port: Readonly<Record<string, Method>>): Promise<Server> {
  return new Promise((resolve, reject) => {
    const options = {
      path: '/soap',
      services: { AcquirerService: { AcquirerPort: port } },
      xml: ACQUIRER_WSDL,
      uri: 'acquirer.wsdl',
      customDeserializer: asText,
      suppressStack: true,
      callback: (error: unknown) => (error ? reject(error) : resolve(server)),
    };
    // Without an HTTP server it only answers what it is given.
    const server: Server = listen(null as never, options);
  });
}

/** Faults as the package wants them thrown. */
function orFault(run: () => AnswerFields): AnswerFields {
  try {
    return run();
  } catch (error) {
    if (error instanceof SoapRequestFault) throw fault(error.code, error.message);
    if (error instanceof InvalidRequest) throw fault('Client.Invalid', error.message);
    throw error;
  }
}

function fault(code: string, message: string): object {
  return { Fault: { faultcode: `soap:${code}`, faultstring: message, statusCode: 500 } };
}
