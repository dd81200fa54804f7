import type { ChargeCommand, Provider, TransferCommand } from '@polyrail/core';
import type { FaultEntry, SimulatorFault } from './fault-matrix/fault.ts';

/** What a simulator does with idempotency keys, and what its provider declares about it. */
export type Personality = 'honours' | 'ignores';

/** Where a provider is pointed at: the simulator itself, a fault proxy, or a port that is broken on purpose. */
export interface Target {
  /** TLS, as in `https:`. */
  readonly secure: boolean;
  readonly host: string;
  readonly port: number;
}

/** One simulator that runs, and the provider for it. `OwnFault`: faults that only its protocol has. */
export interface Bench<OwnFault extends string = never> {
  /** Where the simulator listens on 127.0.0.1. */
  readonly port: number;
  /** A provider of its own connections, with a limit of about 1,000 ms for connecting. The gateway closes it. */
  provider(target: Target): Provider;
  /**
   * Arms a fault for the next `times` requests, or for all until {@link disarm}. Several strike one after the other, in the
   * order in which they were armed.
   */
  arm(fault: SimulatorFault | OwnFault, times: number | 'always'): void | Promise<void>;
  /** Ends every armed fault. */
  disarm(): void | Promise<void>;
  /** Requests that the simulator has read so far, inquiries included. */
  requests(): number | Promise<number>;
  /** Movements in the simulator's book. */
  movements(): number | Promise<number>;
  /** Moves the simulator's clock: what waits falls due. */
  elapse(durationMs: number): void | Promise<void>;
  close(): Promise<void>;
}

/** A command without its key; the kit makes keys. */
export type Sample<Command> = Omit<Command, 'idempotencyKey' | 'tenant' | 'provider'>;

/** One protocol's provider and its simulator, as the kit takes them. `OwnFault`: faults that only this protocol has. */
export interface Subject<OwnFault extends string = never> {
  readonly name: string;
  /** Every call starts a simulator of its own. */
  start(personality: Personality): Promise<Bench<OwnFault>>;
  /** How commands look that this provider executes. At least one. */
  readonly samples: {
    readonly transfer?: Sample<TransferCommand>;
    readonly charge?: Sample<ChargeCommand>;
  };
  /**
   * Whether the provider has a request sent again that may have been executed, where the simulator honours keys. False: it
   * always asks first. Default: true.
   */
  readonly sendsAgain?: boolean;
  /** What a sound answer says of an opening. `pending`: it was taken, and an inquiry tells the rest. Default: `succeeded`. */
  readonly firstAnswer?: 'succeeded' | 'pending';
  /** After so long an inquiry that finds nothing is conclusive, in milliseconds. */
  readonly conclusiveAfterMs: number;
  /** What each of its own faults leaves the gateway to know: rows of the matrix beside those of the kit. */
  readonly ownFaults?: Readonly<Record<OwnFault, FaultEntry>>;
}
