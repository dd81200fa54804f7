import type { Outcome } from '@polyrail/core';
import type { Personality, Subject } from '../bench.ts';
import { addressFaults, type FaultEntry, type FaultName, type FaultNature, faults } from './fault.ts';

/** The verbs of the matrix. A refund gives back the whole of a payment that was made before without a fault. */
export type MatrixVerb = 'transfer' | 'charge' | 'refund';

/** One experiment. */
export interface Cell {
  readonly verb: MatrixVerb;
  readonly personality: Personality;
  /** Whether a request that may have been executed is sent again. */
  readonly isRepeated: boolean;
  /** What a sound answer comes to. */
  readonly firstAnswer: 'succeeded' | 'pending';
  /** Whether the fault strikes the first attempt only, or every one. */
  readonly strikes: 'once' | 'always';
  /** A {@link FaultName}, or one that only the subject's protocol has. */
  readonly fault: string;
  readonly entry: FaultEntry;
}

/** What was seen in one experiment. */
export interface Observation {
  readonly outcome: Outcome<unknown>['kind'];
  /** Requests that the simulator saw of the faulty call. */
  readonly requests: number;
  /** Movements when the faulty call came back. */
  readonly movements: number;
  /** Requests that a second call with the same key caused, once the fault was gone. */
  readonly repeatRequests: number;
  /** Movements when the provider was asked what became of it, long after. */
  readonly settledMovements: number;
  /** The payment's status then. `undefined`: no payment was stored. */
  readonly settledStatus: string | undefined;
  /** True when an operation on the payment was still not settled then. */
  readonly open: boolean;
  /** Movements at the very end, after a third call with the same key. */
  readonly finalMovements: number;
  /** Whether the provider can be asked what became of an operation. */
  readonly canBeAsked: boolean;
}

/** An experiment, what was seen, and what is wrong with it. */
export interface CellResult {
  readonly cell: Cell;
  /** Absent when the experiment itself broke; a violation then says how. */
  readonly observation?: Observation;
  /** In words. Empty: the promise was kept. */
  readonly violations: readonly string[];
}

/** Which part of the matrix runs. */
export interface MatrixOptions {
  /** Default: every verb that the subject has a sample for, and the refund. */
  readonly verbs?: readonly MatrixVerb[];
  /** Default: both. */
  readonly personalities?: readonly Personality[];
  /** Default: all, and those that only the subject's protocol has. */
  readonly faults?: readonly string[];
  /** Faults that this protocol answers otherwise than the kit expects, such as a 503 that says nothing about execution. */
  readonly natures?: Readonly<Partial<Record<FaultName, FaultNature>>>;
  /** Experiments at the same time. Default: 32. */
  readonly parallelism?: number;
}

/** Every experiment for a subject. */
export function cellsOf(
  { samples, ownFaults, sendsAgain = true, firstAnswer = 'succeeded' }: Subject<string>,
  options: MatrixOptions,
): readonly Cell[] {
  const opening = (['transfer', 'charge'] as const).filter((verb) => samples[verb] !== undefined);
  const verbs: readonly MatrixVerb[] = options.verbs ?? [...opening, 'refund'];
  const entries: Readonly<Record<string, FaultEntry>> = { ...faults, ...ownFaults };
  const names = Object.entries(entries).filter(([name]) => options.faults?.includes(name) ?? true);
  const cells = verbs.flatMap((verb) =>
    (options.personalities ?? (['honours', 'ignores'] as const)).flatMap((personality) =>
      (['always', 'once'] as const).flatMap((strikes) =>
        names
          // A place that is wrong is wrong for every attempt.
          .filter(([fault]) => strikes === 'always' || !Object.hasOwn(addressFaults, fault))
          .map(([fault, entry]) => ({
            ...{ verb, personality, firstAnswer, strikes, fault },
            isRepeated: sendsAgain && personality === 'honours',
            entry: withNature(fault, entry, options),
          })),
      ),
    ),
  );
  return [...cells.filter((cell) => !isEndless(cell)), ...cells.filter(isEndless)];
}

// They race against a time limit: they come when the machine has little else to do.
function isEndless({ entry }: Cell): boolean {
  return entry.endless === true;
}

function withNature(fault: string, entry: FaultEntry, { natures = {} }: MatrixOptions): FaultEntry {
  const nature = new Map(Object.entries(natures)).get(fault);
  return nature === undefined ? entry : { ...entry, nature };
}

/** A cell in words. */
export function titleOf({ verb, personality, strikes, fault, entry }: Cell): string {
  return `${verb}, ${personality} keys, ${fault} ${strikes}: ${entry.about}`;
}
