import type { Certainty, ProfileRule, RuleCheck } from '../profile-rule.ts';

/** Where a group of rules comes from, and since when they hold. */
interface Origin {
  readonly source: string;
  readonly since: string;
  readonly until?: string;
  readonly certainty?: Certainty;
}

/** Gives rules of one origin their source and date. */
export function sourced(
  origin: Origin,
  rules: readonly (RuleCheck & { readonly id: string; readonly at: string })[],
): readonly ProfileRule[] {
  return rules.map((rule) => ({ ...rule, ...origin }));
}
