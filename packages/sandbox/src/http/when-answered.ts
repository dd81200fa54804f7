import type { WireAnswer } from './wire.ts';

/** Goes on with an answer: at once where it is there already, so that a wire that need not wait costs no turn. */
export function whenAnswered(answer: WireAnswer | Promise<WireAnswer>, goOn: (answer: WireAnswer) => void): void {
  if (answer instanceof Promise) void answer.then(goOn);
  else goOn(answer);
}
