import type { MoneyVerb } from '../model/command.ts';
import { PolyrailError } from '../model/error.ts';
import type { Operation, ProtocolWire } from '../provider/operation.ts';
import type { Provider } from '../provider/provider.ts';
import { type GuardPolicyOptions, guardPolicy } from '../resilience/guard-policy.ts';
import { type GuardEnvironment, ProviderGuards } from '../resilience/provider-guards.ts';
import type { ProviderDescription } from './provider-description.ts';

/** A provider with limits of its own. */
export interface ProviderRegistration {
  readonly provider: Provider;
  readonly policy?: GuardPolicyOptions;
}

/** A provider and the guards around it. There is no other way to a provider. */
export interface GuardedProvider {
  readonly provider: Provider;
  readonly guards: ProviderGuards;
}

/** All providers by id, each behind its guards. */
export class Registry {
  readonly #providers: ReadonlyMap<string, GuardedProvider>;

  /**
   * @throws PolyrailError `provider_duplicate`, `provider_invalid` (what it declares), `configuration_invalid`
   */
  constructor(
    registrations: readonly (Provider | ProviderRegistration)[],
    policy: GuardPolicyOptions,
    environment: GuardEnvironment,
  ) {
    const providers = new Map<string, GuardedProvider>();
    for (const [index, registration] of registrations.entries()) {
      if (typeof registration !== 'object' || registration === null)
        throw new PolyrailError(
          'provider_invalid',
          `provider ${index + 1} of the list is ${registration}, and no provider`,
        );
      const { provider, policy: own } =
        'provider' in registration ? registration : { provider: registration, policy: {} };
      check(provider);
      if (providers.has(provider.id))
        throw new PolyrailError('provider_duplicate', `two providers have the id "${provider.id}"`);
      const guards = new ProviderGuards(guardPolicy(policy, own ?? {}), environment);
      providers.set(provider.id, { provider, guards });
    }
    this.#providers = providers;
  }

  find(id: string): GuardedProvider | undefined {
    return this.#providers.get(id);
  }

  all(): Iterable<GuardedProvider> {
    return this.#providers.values();
  }

  describe(): readonly ProviderDescription[] {
    return [...this.all()].map(({ provider: { id, protocol, capabilities, operations }, guards }) => ({
      id,
      protocol,
      capabilities,
      verbs: Object.keys(operations),
      breakers: guards.breakers(),
    }));
  }
}

function check(provider: Provider): void {
  if (provider.specificationVersion !== 1)
    throw new PolyrailError('provider_invalid', `provider "${provider.id}" is not written for specification version 1`);
  if (typeof provider.id !== 'string' || !/^[a-z0-9][a-z0-9-]{0,63}$/.test(provider.id))
    throw new PolyrailError('provider_invalid', 'a provider id has 1 to 64 lower-case letters, digits and hyphens');
  for (const [verb, operation] of Object.entries(provider.operations)) {
    const mistake = mistakeIn(operation, provider);
    if (mistake !== undefined) throw new PolyrailError('provider_invalid', `${provider.id} ${verb}: ${mistake}`);
  }
}

/** What would let money move twice, or leave an unknown outcome open for good. */
function mistakeIn(
  { idempotency, resolution }: Pick<Operation<MoneyVerb, ProtocolWire>, 'idempotency' | 'resolution'>,
  { inquiry, reversal }: Provider,
): string | undefined {
  if (idempotency.carrier !== 'none' && (idempotency.maxLength ?? 32) < 22)
    return 'an idempotency key needs at least 22 characters';
  if ((idempotency.carrier === 'header' || idempotency.carrier === 'body') && !idempotency.name)
    return `the ${idempotency.carrier} that carries the idempotency key needs a name`;
  if (resolution.by === 'inquiry' && inquiry === undefined) return 'it is settled by inquiry, but there is none';
  if (resolution.by === 'reversal' && reversal === undefined) return 'it is settled by reversal, but there is none';
  if (resolution.by === 'replay' && idempotency.carrier === 'none')
    return 'it is settled by replay, but repeats are not recognised';
  return undefined;
}
