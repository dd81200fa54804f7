/** Ends a SOAP operation in a Fault. `code` has the dots of SOAP 1.1, such as `Client.KeyReused`. */
export class SoapRequestFault extends Error {
  readonly code: string;

  constructor(code: string, message: string) {
    super(message);
    this.name = 'SoapRequestFault';
    this.code = code;
  }
}
