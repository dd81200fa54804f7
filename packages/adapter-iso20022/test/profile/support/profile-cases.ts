import { describe, expect, it } from 'vitest';
import { message } from '../../../src/codec/message.ts';
import { messageIdOf } from '../../../src/model/message-id.ts';
import { checkProfile } from '../../../src/profile/check-profile.ts';
import type { NetworkProfile } from '../../../src/profile/network-profile.ts';

/** A message that keeps every rule of its network. */
export interface Sample {
  /** Such as `pacs.008.001.08`. */
  readonly definition: string;
  readonly header?: object;
  readonly document: object;
}

/** One rule, and values that keep and break it at one place of a sample. An absent value is `undefined`. */
export interface RuleCase {
  /** Default: the first sample. */
  readonly sample?: string;
  /** `header/…` or `document/…`; positions of repeated elements count from 0. */
  readonly at: string;
  readonly good: readonly unknown[];
  readonly bad: readonly unknown[];
  /** Default: the day of the profile. */
  readonly onDate?: string;
}

/** Proves a profile: its samples keep every rule, and every rule lets good values pass and finds bad ones. */
export function describeProfile(
  profile: NetworkProfile,
  samples: Readonly<Record<string, Sample>>,
  cases: Readonly<Record<string, RuleCase>>,
): void {
  describe(profile.name, () => {
    it.each(Object.entries(samples))('takes the sample %s, which its schema allows too', (_, sample) => {
      expect(schemaIssues(sample)).toEqual([]);
      expect(checkProfile(profile, sample.header, sample.document)).toEqual([]);
    });

    it('has a case for every rule, with a value that keeps and one that breaks it', () => {
      expect(Object.keys(cases).sort()).toEqual(profile.rules.map((rule) => rule.id).sort());
      const poor = Object.entries(cases).filter(([, { good, bad }]) => good.length === 0 || bad.length === 0);
      expect(poor).toEqual([]);
    });

    it.each(Object.entries(cases))('%s judges good and bad values', (rule, { sample: name, at, good, bad, onDate }) => {
      const sample = samples[name ?? Object.keys(samples)[0] ?? ''];
      if (!sample) throw new Error(`${rule} names no sample`);
      const broken = (value: unknown): readonly string[] => {
        const { header, document } = changed(sample, at, value);
        return checkProfile(profile, header, document, onDate).map((issue) => issue.rule);
      };
      for (const value of good) expect(broken(value)).not.toContain(rule);
      for (const value of bad) expect(broken(value)).toContain(rule);
    });

    it('names a source and a date for every rule, and every id once', () => {
      for (const rule of profile.rules) {
        expect(Object.keys(profile.sources)).toContain(rule.source);
        expect(rule.since).toMatch(/^\d{4}-\d{2}-\d{2}$/);
      }
      expect(new Set(profile.rules.map((rule) => rule.id)).size).toBe(profile.rules.length);
    });
  });
}

function schemaIssues({ definition, document }: Sample): readonly unknown[] {
  const id = messageIdOf(`urn:iso:std:iso:20022:tech:xsd:${definition}`);
  if (!id) return [`${definition} is not shipped`];
  const codec: { check(value: unknown): readonly unknown[] } = message(id);
  return codec.check(document);
}

/** The sample with another value at one place. */
function changed(sample: Sample, at: string, value: unknown): Pick<Sample, 'header' | 'document'> {
  const copy = structuredClone({ header: sample.header, document: sample.document });
  const segments = at.split('/');
  const last = segments.pop() ?? '';
  let target: object = copy;
  for (const segment of segments) {
    const next: unknown = Reflect.get(target, segment);
    if (typeof next !== 'object' || next === null) throw new Error(`the sample has no ${at}`);
    target = next;
  }
  if (value === undefined) Reflect.deleteProperty(target, last);
  else Reflect.set(target, last, value);
  return { ...(copy.header ? { header: copy.header } : {}), document: copy.document };
}
