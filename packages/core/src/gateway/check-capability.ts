import type { MoneyVerb } from '../model/command.ts';
import type { Instrument } from '../model/instrument.ts';
import type { Money } from '../model/money.ts';
import type { Issue } from '../model/outcome.ts';
import type { Provider } from '../provider/provider.ts';

/** The parts of an opening command that a provider's capabilities speak of. */
export interface Demand {
  readonly amount: Money;
  readonly reference: string;
  readonly source?: Instrument;
  readonly from?: Instrument;
  readonly to?: Instrument;
}

/** What a provider cannot do of what is asked. Empty: it can. */
export function checkCapability(provider: Provider, verb: MoneyVerb, demand: Demand): readonly Issue[] {
  const { capabilities, operations, id } = provider;
  const issues: Issue[] = [];
  const refuse = (path: string, code: string, message: string) =>
    issues.push({ path, code, message: `${id} ${message}` });
  const { amount, reference } = demand;
  if (operations[verb] === undefined) refuse('provider', 'unsupported', `has no ${verb}`);
  if (capabilities.currencies !== 'any' && !capabilities.currencies.includes(amount.currency))
    refuse('amount.currency', 'unsupported', `does not take ${amount.currency}`);
  if (capabilities.maxMinorUnits !== undefined && amount.minorUnits > capabilities.maxMinorUnits)
    refuse('amount', 'too_large', `takes at most ${capabilities.maxMinorUnits} minor units`);
  if (reference.length > (capabilities.maxReferenceLength ?? 140))
    refuse('reference', 'too_long', `keeps at most ${capabilities.maxReferenceLength} characters of a reference`);
  for (const path of ['source', 'from', 'to'] as const) {
    const type = demand[path]?.type;
    if (type !== undefined && !capabilities.instruments.includes(type)) refuse(path, 'unsupported', `takes no ${type}`);
  }
  return issues;
}
