import { type HttpResponse, jsonBody } from '@polyrail/http';

/** A response as a provider's `decode` sees it. */
export interface RestResponse {
  readonly status: number;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  /** The body, parsed. `undefined` when it is not JSON, by its content type or by its bytes. */
  readonly json: unknown;
}

/** Reads a response once. A body that is not declared as JSON, or is not valid UTF-8, is no JSON. */
export function toRestResponse(response: HttpResponse): RestResponse {
  return new ParsedResponse(response);
}

class ParsedResponse implements RestResponse {
  readonly status: number;
  readonly json: unknown;
  readonly #response: HttpResponse;

  constructor(response: HttpResponse) {
    this.status = response.status;
    this.json = jsonBody(response);
    this.#response = response;
  }

  /** Left until asked for: most answers are judged by their status and their body alone. */
  get headers(): Readonly<Record<string, string>> {
    return this.#response.headers;
  }
}
