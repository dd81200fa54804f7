import type { NetworkProfile } from './network-profile.ts';
import type { ProfileIssue, ProfileRule } from './profile-rule.ts';
import { type MessageParts, parsePath, type RulePath, visitPlaces, writeTrail } from './rule-path.ts';
import { brokenBy } from './rule-verdict.ts';

/**
 * Every rule of the network that the message breaks, in the order of the rules. The rules of the schema are the codec's.
 *
 * @param header the content of `AppHdr`; undefined when the message travels without one
 * @param document the content of `Document`, such as `{ FIToFICstmrCdtTrf: { … } }`
 * @param onDate whose rules hold, as an ISO date. Default: the day that the profile describes
 */
export function checkProfile(
  profile: NetworkProfile,
  header: object | undefined,
  document: object,
  onDate: string = profile.asOf,
): readonly ProfileIssue[] {
  const message = { AppHdr: header, document };
  const issues: ProfileIssue[] = [];
  for (const { rule, at, as } of compiled(profile)) {
    if (!inForce(rule, onDate)) continue;
    const other = as && firstValue(message, as);
    visitPlaces(message, at, rule.kind === 'count', (value, trail) => {
      const broken = brokenBy(rule, value, other);
      if (broken !== undefined) issues.push({ rule: rule.id, path: writeTrail(trail), message: broken });
    });
  }
  return issues;
}

function firstValue(message: MessageParts, path: RulePath): unknown {
  const values: unknown[] = [];
  visitPlaces(message, path, false, (value) => values.push(value));
  return values[0];
}

interface CompiledRule {
  readonly rule: ProfileRule;
  readonly at: RulePath;
  /** The other path of a rule that compares two values. */
  readonly as: RulePath | undefined;
}

const compiledProfiles = new WeakMap<NetworkProfile, readonly CompiledRule[]>();

function compiled(profile: NetworkProfile): readonly CompiledRule[] {
  const known =
    compiledProfiles.get(profile) ??
    profile.rules.map((rule) => ({
      rule,
      at: parsePath(rule.at),
      as: rule.kind === 'same' ? parsePath(rule.as) : undefined,
    }));
  compiledProfiles.set(profile, known);
  return known;
}

function inForce(rule: ProfileRule, onDate: string): boolean {
  return rule.since <= onDate && (rule.until === undefined || onDate <= rule.until);
}
