import type { NetworkProfile } from './network-profile.ts';
import type { ProfileIssue, ProfileRule } from './profile-rule.ts';
import { type Finding, type MessageParts, parsePath, type RulePath, searchAt } from './rule-path.ts';
import { verdictOf } from './rule-verdict.ts';

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
  for (const { rule, search, other } of rulesFor(profile, Object.keys(document)[0] ?? '', onDate))
    for (const finding of search(message, other?.(message))) issues.push({ rule: rule.id, ...finding });
  return issues;
}

interface CompiledRule {
  readonly rule: ProfileRule;
  readonly at: RulePath;
  /** What breaks the rule, given the value that `other` found. */
  readonly search: (message: MessageParts, other: unknown) => readonly Finding[];
  /** The value at the other path of a rule that compares two. */
  readonly other: ((message: MessageParts) => unknown) | undefined;
}

const compiledProfiles = new WeakMap<NetworkProfile, readonly CompiledRule[]>();

function compiled(profile: NetworkProfile): readonly CompiledRule[] {
  const known = compiledProfiles.get(profile) ?? profile.rules.map(compiledRule);
  compiledProfiles.set(profile, known);
  return known;
}

function compiledRule(rule: ProfileRule): CompiledRule {
  const at = parsePath(rule.at);
  return {
    rule,
    at,
    search: searchAt(at, rule.kind === 'count', verdictOf(rule)),
    other: rule.kind === 'same' ? firstValueAt(parsePath(rule.as)) : undefined,
  };
}

function firstValueAt(path: RulePath): (message: MessageParts) => unknown {
  const collect = searchAt<unknown[]>(path, false, (value, values) => {
    values.push(value);
    return undefined;
  });
  return (message) => {
    const values: unknown[] = [];
    collect(message, values);
    return values[0];
  };
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
