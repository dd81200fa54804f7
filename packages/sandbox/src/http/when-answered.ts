import type { WireAnswer } from './wire.ts';

/** Goes on with an answer: at once where it is there already, so that a wire that need not wait costs no turn. */
export function whenAnswered(answer: WireAnswer | Promise<WireAnswer>, goOn: (answer: WireAnswer) => void): void {
  if (answer instanceof Promise) void answer.catch(broken).then(goOn);
  else goOn(answer);
}

/** Such as a part that cannot be loaded. A caller that waits in vain would take it for a fault that was asked for. */
function broken(cause: unknown): WireAnswer {
  const error = { type: 'simulator', code: 'simulator_broken', message: String(cause) };
  return { status: 500, contentType: 'application/json', body: JSON.stringify({ error }) };
}
