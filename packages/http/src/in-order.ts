import type { Authenticator, SigningContext } from './authenticator.ts';
import type { HttpRequest } from './http-request.ts';

/**
 * Several authenticators as one, each on what the one before returned: first an access token, then a signature that covers it.
 *
 * An answer is shown to all of them; one that asks for `send_again` is enough.
 */
export function inOrder(...authenticators: readonly Authenticator[]): Authenticator {
  return {
    apply(request, context) {
      let signed: HttpRequest | Promise<HttpRequest> = request;
      for (const authenticator of authenticators) signed = appliedTo(signed, authenticator, context);
      return signed;
    },
    answered(request, response, context) {
      const wishes = authenticators.map((authenticator) => authenticator.answered?.(request, response, context));
      return wishes.includes('send_again') ? 'send_again' : 'done';
    },
    describe: () => ({
      kind: 'in_order',
      steps: authenticators.map((authenticator) => authenticator.describe().kind).join(', '),
    }),
  };
}

function appliedTo(request: HttpRequest | Promise<HttpRequest>, authenticator: Authenticator, context: SigningContext) {
  if (request instanceof Promise) return request.then((ready) => authenticator.apply(ready, context));
  return authenticator.apply(request, context);
}
