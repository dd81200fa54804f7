import { ENVELOPE, WSSE } from './vocabulary.ts';

/** Ends a SOAP operation in a Fault. `code` has the dots of SOAP 1.1, such as `Client.KeyReused`. */
export class SoapRequestFault extends Error {
  readonly code: string;

  constructor(code: string, message: string) {
    super(message);
    this.name = 'SoapRequestFault';
    this.code = code;
  }
}

/** A Fault as it is sent where no operation was reached. A code without a prefix is one of SOAP 1.1. */
export function faultEnvelope(code: string, message: string): string {
  const name = code.includes(':') ? code : `soap:${code}`;
  return (
    `<soap:Envelope xmlns:soap="${ENVELOPE}" xmlns:wsse="${WSSE}"><soap:Body><soap:Fault>` +
    `<faultcode>${name}</faultcode><faultstring>${message}</faultstring></soap:Fault></soap:Body></soap:Envelope>`
  );
}
