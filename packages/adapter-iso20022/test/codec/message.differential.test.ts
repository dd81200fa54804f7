import { writeFileSync } from 'node:fs';
import { seededRandom } from '@polyrail/testkit';
import { describe, expect, it } from 'vitest';
import { message } from '../../src/codec/message.ts';
import { messageIds } from '../../src/model/message-id.ts';
import { mutant } from '../support/mutant.ts';
import { randomValue } from '../support/random-value.ts';
import { hasSchemas, libxml2Accepts } from '../support/schema-judge.ts';

/** What libxml2 accepts and we refuse on purpose; README.md says why. */
const refusedOnPurpose = new Set([
  'doctype_refused',
  'encoding_mismatch',
  'xsi_refused',
  'version_unsupported',
  'base64_character',
]);

/** libxml2 lets the characters pass in some places that XML 1.0 forbids at the end of the first plane. */
function isOnPurpose(code: string, source: string): boolean {
  return refusedOnPurpose.has(code) || (code === 'character_forbidden' && /[\ufffe\uffff]/.test(source));
}

const mutants = Number(process.env['ISO20022_MUTANTS'] ?? 2_000);
const seed = Number(process.env['ISO20022_SEED'] ?? 1);
const report = process.env['ISO20022_REPORT'];

describe.skipIf(!hasSchemas)('libxml2 as the judge, with the schemas that are beside the project', () => {
  it(`agrees on ${mutants} mutants of valid messages`, { timeout: 3_600_000 }, () => {
    const counts = { valid: 0, invalid: 0, refusedOnPurpose: 0 };
    const differences: string[] = [];
    for (let number = 0; number < mutants; number += 1) {
      const random = seededRandom(seed * 1_000_003 + number);
      const id = messageIds[number % messageIds.length] ?? 'pacs.008.001.08';
      const codec = message(id);
      const written = codec.write(randomValue(id, random));
      if (written.kind === 'refused') throw new Error(`${id} ${number}: ${JSON.stringify(written.issues)}`);
      const source = mutant(written.xml, random);
      const reading = codec.read(source);
      const isValid = libxml2Accepts(id, source);
      const code = reading.kind === 'read' ? 'read' : reading.issues[0].code;
      if (isValid && isOnPurpose(code, source)) counts.refusedOnPurpose += 1;
      else if (isValid !== (code === 'read')) differences.push(`${id}, number ${number}: ${code}`);
      else counts[isValid ? 'valid' : 'invalid'] += 1;
    }
    if (report !== undefined) writeFileSync(report, JSON.stringify({ ...counts, differences }));
    expect(differences).toEqual([]);
    expect(counts.valid).toBeGreaterThan(mutants / 10);
    expect(counts.invalid).toBeGreaterThan(mutants / 4);
  });
});
