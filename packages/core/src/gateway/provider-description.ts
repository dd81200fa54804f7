import type { Capabilities } from '../provider/capabilities.ts';
import type { Protocol } from '../provider/provider.ts';
import type { BreakerState } from '../resilience/breaker.ts';
import type { OperationGroup } from '../resilience/operation-group.ts';

/** A provider for display. */
export interface ProviderDescription {
  readonly id: string;
  readonly protocol: Protocol;
  readonly capabilities: Capabilities;
  /** The verbs that it has. */
  readonly verbs: readonly string[];
  /** The breakers that were needed so far. */
  readonly breakers: Readonly<Partial<Record<OperationGroup, BreakerState>>>;
}
