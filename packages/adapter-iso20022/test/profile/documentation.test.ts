import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { networkProfiles } from '../../src/profile/network-profiles.ts';

const page = readFileSync(new URL('../../../../docs/iso20022-profiles.md', import.meta.url), 'utf8');

describe('docs/iso20022-profiles.md', () => {
  it.each(Object.values(networkProfiles))('says of $id what its data says', (profile) => {
    const row = page.split('\n').find((line) => line.startsWith(`| \`${profile.id}\` | ${profile.name} |`));
    const { creditTransfer, status, return: back } = profile.messages;
    for (const message of [creditTransfer, status, back]) if (message) expect(row).toContain(message);
    expect(row).toMatch(new RegExp(`\\| ${profile.rules.length} \\|$`));
    if (profile.clock) expect(row).toContain(`${profile.clock.settleByMs / 1_000} s`);
    expect(page).toContain(`state of ${profile.asOf}`);
    if (profile.address.unstructuredEnded) expect(page).toContain(`| ${profile.address.unstructuredEnded}`);
    for (const { title, url, date } of Object.values(profile.sources))
      expect(page).toContain(`| \`${profile.id}\` | [${title}](${url}) | ${date} |`);
  });
});
