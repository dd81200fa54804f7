import { parseArgs } from 'node:util';

/** What a run was asked for. */
export interface Options {
  /** A short run that only prints. */
  readonly quick: boolean;
  readonly rounds: number;
}

/** Reads the command line of a suite. */
export function readOptions(defaultRounds: number): Options {
  const { values } = parseArgs({ options: { quick: { type: 'boolean', default: false }, rounds: { type: 'string' } } });
  const rounds = Number(values.rounds ?? (values.quick ? 3 : defaultRounds));
  if (!Number.isSafeInteger(rounds) || rounds < 1) throw new Error('--rounds must be a whole number above zero');
  return { quick: values.quick, rounds };
}
