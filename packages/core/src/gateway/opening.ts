import type { OpeningVerb } from '../model/command.ts';
import { money } from '../model/money.ts';
import type { Issue } from '../model/outcome.ts';
import type { Clock } from '../provider/clock.ts';
import type { ProviderCommands } from '../provider/operation.ts';
import type { Provider } from '../provider/provider.ts';
import { checkCapability } from './check-capability.ts';
import { likenessOf, openingFingerprint } from './fingerprint.ts';
import { defaultTenant, type Identifiers, openingOperationId } from './identifiers.ts';
import type { CallOptions, Job, Line } from './line.ts';
import { type Receipt, refused, rejected } from './receipt.ts';
import type { GuardedProvider, Registry } from './registry.ts';
import { maxCandidates, type Router } from './route.ts';
import { validateCommand } from './validate.ts';

/** What opening a payment needs of its surroundings. */
export interface OpeningParts {
  readonly registry: Registry;
  readonly router: Router;
  readonly line: Line;
  readonly clock: Clock;
  readonly identifiers: Identifiers;
}

const noOptions: CallOptions = {};
const idTaken = rejected('ledger_unavailable', 'the ledger has a payment with the new id already');

/** Begins payments: checks the command, chooses providers, and sends it down the line. */
export class Opening {
  readonly #parts: OpeningParts;

  constructor(parts: OpeningParts) {
    this.#parts = parts;
  }

  async carryOut<V extends OpeningVerb>(
    verb: V,
    command: ProviderCommands[V],
    options: CallOptions = noOptions,
  ): Promise<Receipt> {
    const issues = validateCommand(command);
    if (issues.length > 0) return refused(issues);
    const refusals: Issue[] = [];
    const [first, ...others] = this.#route(verb, command, refusals);
    if (first === undefined) return refused(refusals.length > 0 ? refusals : [noRoute(verb)]);
    const receipt = await this.#parts.line.carryOut(this.#job(verb, command, first, others, options));
    return receipt === 'changed' ? idTaken : receipt;
  }

  /** The operation and the payment as they are claimed. */
  #job(
    verb: OpeningVerb,
    command: ProviderCommands[OpeningVerb],
    first: GuardedProvider,
    others: readonly GuardedProvider[],
    options: CallOptions,
  ): Job {
    const { clock, identifiers } = this.#parts;
    const { tenant = defaultTenant, amount, reference } = command;
    const { id: provider, protocol } = first.provider;
    const now = clock.now();
    const paymentId = identifiers.paymentId();
    const id = openingOperationId(paymentId);
    const nothing = money(0n, amount.currency);
    const likeness = likenessOf(verb, command);
    return {
      id,
      verb,
      command,
      fingerprint: openingFingerprint(likeness, command),
      startedAtMs: now,
      payment: {
        id: paymentId,
        tenant,
        verb,
        status: 'processing',
        amount,
        captured: nothing,
        refunded: nothing,
        reference,
        provider,
        protocol,
        providerReference: undefined,
        decline: undefined,
        action: undefined,
        raw: undefined,
        openOperation: id,
        likelyDoubleOf: undefined,
        version: 1,
        createdAtMs: now,
        updatedAtMs: now,
      },
      likeness,
      first,
      others,
      options,
    };
  }

  /** The providers to ask, in order; why others cannot is added to `refusals`. */
  #route(verb: OpeningVerb, command: ProviderCommands[OpeningVerb], refusals: Issue[]): readonly GuardedProvider[] {
    const { registry, router } = this.#parts;
    const chosen: GuardedProvider[] = [];
    for (const { id } of router(verb, command, ableProviders(registry, verb, command, refusals))) {
      const guarded = registry.find(id);
      if (guarded !== undefined && chosen.push(guarded) === maxCandidates) break;
    }
    return chosen;
  }
}

/** The providers that can carry out a command, one by one; why the others cannot is added to `issues`. */
function* ableProviders(
  registry: Registry,
  verb: OpeningVerb,
  command: ProviderCommands[OpeningVerb],
  issues: Issue[],
): Generator<Provider> {
  const named = command.provider === undefined ? registry.all() : [registry.find(command.provider)];
  for (const guarded of named) {
    const found =
      guarded === undefined ? [unknownProvider(registry)] : checkCapability(guarded.provider, verb, command);
    if (found.length > 0) issues.push(...found);
    else if (guarded !== undefined) yield guarded.provider;
  }
}

function noRoute(verb: OpeningVerb): Issue {
  return { path: 'provider', code: 'no_route', message: `no provider takes this ${verb}` };
}

function unknownProvider(registry: Registry): Issue {
  const known = [...registry.all()].map(({ provider }) => provider.id);
  return { path: 'provider', code: 'unknown', message: `provider must be one of: ${known.join(', ')}` };
}
