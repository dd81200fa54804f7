import type { MoneyVerb } from '../model/command.ts';
import type { Capabilities } from './capabilities.ts';
import type { Notifications } from './notification.ts';
import type { Inquiry, Operation, ProtocolWire } from './operation.ts';
import type { Transport } from './transport.ts';

/** The protocol families that an adapter package exists for; a plugin may name its own. */
export type Protocol = 'rest' | 'soap' | 'iso20022' | 'graphql' | (string & {});

/** The verbs that a provider has. A verb that it lacks is absent, and answers `rejected/unsupported` at run time. */
export type Operations<Wire extends ProtocolWire> = { readonly [V in MoneyVerb]?: Operation<V, Wire> };

/**
 * One counterparty: data, pure functions and one transport. It holds no policy: time limits, retries and breakers are
 * put around it by the gateway's registry, the same for every protocol.
 */
export interface Provider<Wire extends ProtocolWire = ProtocolWire> {
  readonly specificationVersion: 1;
  /** Lower-case letters, digits and hyphens, such as `sandbox-rest`. One account at one provider has one id. */
  readonly id: string;
  readonly protocol: Protocol;
  readonly capabilities: Capabilities;
  readonly operations: Operations<Wire>;
  /** The safe question behind `retrieve`. Absent where the provider cannot be asked. */
  readonly inquiry?: Inquiry<Wire>;
  /**
   * Undoes an operation by our reference, for operations that are resolved by `reversal`. Safe to repeat. `succeeded`:
   * surely undone; `not_found`: there was nothing to undo.
   */
  readonly reversal?: Inquiry<Wire>;
  /** What it pushes. Absent where it pushes nothing. */
  readonly notifications?: Notifications;
  readonly transport: Transport<Wire['request'], Wire['response']>;
}
