import { isDeepStrictEqual } from 'node:util';
import type { Behaviour } from './behaviour.ts';
import type { Command } from './command.ts';
import type { Operation } from './operation.ts';

/** What a key says about a command: execute it, or answer without executing. */
export type KeyVerdict =
  | { readonly kind: 'execute' }
  | { readonly kind: 'replay'; readonly operation: Operation }
  | { readonly kind: 'key_in_use' }
  | { readonly kind: 'key_reused' };

const EXECUTE: KeyVerdict = { kind: 'execute' };

/** Judges a command by the operation that its key opened earlier. */
export function judgeKey(
  earlier: Operation | undefined,
  command: Command,
  behaviour: Readonly<Behaviour>,
  now: number,
): KeyVerdict {
  if (!earlier || behaviour.personality === 'ignores') return EXECUTE;
  if (behaviour.personality === 'forgets' && now - earlier.at >= behaviour.keyWindowMs) return EXECUTE;
  if (!isDeepStrictEqual(earlier.command, command)) return { kind: 'key_reused' };
  if (now < earlier.answeredAt) return { kind: 'key_in_use' };
  return { kind: 'replay', operation: earlier };
}
