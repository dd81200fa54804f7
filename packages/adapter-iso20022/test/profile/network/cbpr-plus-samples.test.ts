import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { message } from '../../../src/codec/message.ts';
import { messageIdOf } from '../../../src/model/message-id.ts';
import { checkProfile } from '../../../src/profile/check-profile.ts';
import { cbprPlus } from '../../../src/profile/network/cbpr-plus.ts';

const folder = new URL('../../../../../../shared/data/iso20022/samples/cbpr-plus/', import.meta.url);
const isThere = existsSync(folder);
const names = isThere ? readdirSync(folder).sort() : [];

/** The headers of the smallest samples name no institution and no service: the base schema allows that, CBPR+ does not. */
const brokenByMinimum = ['CBP-001', 'CBP-002', 'CBP-004'];

describe.skipIf(!isThere)('the CBPR+ samples (skipped where they are not beside the project)', () => {
  it('are forty', () => {
    expect(names).toHaveLength(40);
  });

  it.each(names)('%s keeps the rules of its year', (name) => {
    const text = readFileSync(new URL(name, folder), 'utf8');
    const { header, document } = partsOf(text);
    const onDate = name.startsWith('y2025') ? '2025-11-22' : '2026-11-14';
    const broken = checkProfile(cbprPlus, header, document, onDate).map((issue) => issue.rule);
    expect(broken).toEqual(name.includes('.min.') ? brokenByMinimum : []);
  });

  it('of 2025 that have an address without a town are refused since November 2026', () => {
    const { header, document } = partsOf(readFileSync(new URL('y2025.pacs.008.max.xml', folder), 'utf8'));
    expect(checkProfile(cbprPlus, header, document).map((issue) => issue.rule)).toEqual(['CBP-051']);
  });
});

function partsOf(text: string): { readonly header: object; readonly document: object } {
  const document = /<Document.*<\/Document>/s.exec(text)?.[0] ?? '';
  const id = messageIdOf(/xmlns="([^"]*)"/.exec(document)?.[1] ?? '');
  if (!id) throw new Error('the sample has no document');
  const readings = {
    header: message('head.001.001.02').read(/<AppHdr.*<\/AppHdr>/s.exec(text)?.[0] ?? ''),
    document: message(id).read(document),
  };
  if (readings.header.kind === 'refused' || readings.document.kind === 'refused')
    throw new Error('the sample is broken');
  return { header: readings.header.value, document: readings.document.value };
}
