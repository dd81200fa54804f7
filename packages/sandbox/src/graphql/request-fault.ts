/** An error that belongs into the `errors` of an answer. */
export class RequestFault extends Error {
  readonly extensions: Readonly<Record<string, unknown>>;

  constructor(message: string, extensions: Readonly<Record<string, unknown>>) {
    super(message);
    this.name = 'RequestFault';
    this.extensions = extensions;
  }
}
