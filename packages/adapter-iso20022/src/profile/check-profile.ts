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
  for (const { rule, at, as } of rulesFor(profile, Object.keys(document)[0] ?? '', onDate)) {
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

/** The rules about one kind of message on one day. */
interface Selection {
  readonly root: string;
  readonly onDate: string;
  readonly rules: readonly CompiledRule[];
}

const selections = new WeakMap<NetworkProfile, Selection>();

/** A participant sends the same kind of message again and again: the last selection is kept. */
function rulesFor(profile: NetworkProfile, root: string, onDate: string): readonly CompiledRule[] {
  const last = selections.get(profile);
  if (last?.root === root && last.onDate === onDate) return last.rules;
  const rules = compiled(profile).filter(({ rule, at }) => inForce(rule, onDate) && concerns(at, root));
  selections.set(profile, { root, onDate, rules });
  return rules;
}

function concerns({ root, steps: [first] }: RulePath, message: string): boolean {
  return root === 'AppHdr' || first?.kind !== 'name' || first.name === message;
}

function inForce(rule: ProfileRule, onDate: string): boolean {
  return rule.since <= onDate && (rule.until === undefined || onDate <= rule.until);
}
