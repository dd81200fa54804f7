import type { Clock } from '@polyrail/core/provider';
import type { Attempt } from './attempt.ts';
import type { Authenticator } from './authenticator.ts';
import { CredentialsError } from './credentials-error.ts';
import type { HttpRequest } from './http-request.ts';

/** Starts a request: signs it, and hands it on within its attempt. */
export type StartRequest = (request: HttpRequest, attempt: Attempt) => void;

const signedRequests = new WeakSet<HttpRequest>();

/** Whether this very request carries what an authenticator computed from it. */
export function isSigned(request: HttpRequest): boolean {
  return signedRequests.has(request);
}

/** Signs each request as the last step, and once more when the authenticator can mend what an answer found wrong. */
export function createSigning(
  authenticator: Authenticator,
  origin: string,
  clock: Clock,
  send: StartRequest,
): StartRequest {
  const contextNow = () => ({ origin, now: clock.now() });

  function sign(request: HttpRequest, attempt: Attempt, mayRepeat: boolean): void {
    const refuse = (error: unknown) =>
      attempt.fail(
        'credentials_unavailable',
        error instanceof CredentialsError ? error.message : 'the authenticator failed',
      );
    try {
      const signed = authenticator.apply(request, contextNow());
      if (signed instanceof Promise) signed.then((late) => handOn(late, request, attempt, mayRepeat)).catch(refuse);
      else handOn(signed, request, attempt, mayRepeat);
    } catch (error) {
      refuse(error);
    }
  }

  function handOn(signed: HttpRequest, request: HttpRequest, attempt: Attempt, mayRepeat: boolean): void {
    signedRequests.add(frozen(signed));
    if (authenticator.answered !== undefined) attempt.review = reviewOf(signed, request, attempt, mayRepeat);
    send(signed, attempt);
  }

  function reviewOf(
    signed: HttpRequest,
    request: HttpRequest,
    attempt: Attempt,
    mayRepeat: boolean,
  ): Attempt['review'] {
    return (response) => {
      if (authenticator.answered?.(signed, response, contextNow()) !== 'send_again' || !mayRepeat) return false;
      // The answer says that nothing was executed, so what counts from here on is how far the next request gets.
      attempt.sent = false;
      sign(request, attempt, false);
      return true;
    };
  }

  return (request, attempt) => sign(frozen(request), attempt, true);
}

function frozen(request: HttpRequest): HttpRequest {
  Object.freeze(request.headers);
  return Object.freeze(request);
}
