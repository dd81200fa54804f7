import type { Acquirer } from '../acquirer/acquirer.ts';
import type { Behaviour } from '../acquirer/behaviour.ts';
import type { SandboxClock } from '../clock.ts';
import type { AskedOperations } from './asked-operations.ts';
import type { BusinessMessage } from './business-message.ts';
import type { MessageIssuer } from './message-issuer.ts';
import type { Rail } from './rail.ts';
import type { TransferRegister } from './transfer-register.ts';
import type { Violation } from './violation.ts';

/** What the answers to messages are made of. */
export interface NetworkParts {
  readonly rail: Rail;
  readonly clock: SandboxClock;
  readonly acquirer: Acquirer;
  /** Read at every message, so switches act at once. */
  readonly behaviour: Readonly<Behaviour>;
  readonly issuer: MessageIssuer;
  readonly transfers: TransferRegister;
  readonly asked: AskedOperations;
  /** Draws the UETR of a payment that starts at the network. */
  readonly newUetr: () => string;
  /** Whether members are told of what is booked on their accounts (camt.054). */
  readonly notifies: boolean;
  /** Puts a message on the stream of the member that it is for. */
  send(message: BusinessMessage): void;
  violate(violation: Violation): void;
}
