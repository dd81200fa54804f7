import type { CampaignResult } from './campaign-result.ts';

/** The result as a page: what was done, what was found, and up to ten examples of each kind. */
export function renderReport(title: string, { counts, violations }: CampaignResult): string {
  const rows = Object.entries(counts).map(([name, value]) => `| ${name} | ${value} |`);
  const found = Object.entries(violations).map(([name, list]) => `| ${name} | **${list.length}** |`);
  const examples = Object.values(violations).flatMap((list) => list.slice(0, 10).map((text) => `- ${text}`));
  const table = ['| | |', '|---|---:|', ...rows, ...found].join('\n');
  return [`## ${title}`, table, ...(examples.length > 0 ? [examples.join('\n')] : [])].join('\n\n');
}

/** False when the promise was broken. */
export function isKept({ violations }: CampaignResult): boolean {
  return Object.values(violations).every((list) => list.length === 0);
}
