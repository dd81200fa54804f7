/** A request that the sandbox cannot read. Thrown by decoders and turned into a 4xx answer in one place per wire. */
export class InvalidRequest extends Error {
  readonly code: string;
  readonly param: string | undefined;

  constructor(code: string, message: string, param?: string) {
    super(message);
    this.name = 'InvalidRequest';
    this.code = code;
    this.param = param;
  }
}
