// `npm run campaign -- <name>`: runs one campaign on every store that it is for, prints the figures, and keeps them.
import { writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import type { CampaignResult } from './campaign-result.ts';
import { campaigns, isCampaignName } from './campaigns.ts';
import { isKept, renderReport } from './report.ts';

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { seed: { type: 'string', default: '1' }, count: { type: 'string' }, only: { type: 'string' } },
});
const [name = ''] = positionals;
const [seed, count] = [Number(values.seed), values.count === undefined ? undefined : Number(values.count)];
if (!isCampaignName(name) || !Number.isSafeInteger(seed) || (count !== undefined && !(count > 0))) {
  const names = Object.keys(campaigns).join(', ');
  console.error(`npm run campaign -- <${names}> [--seed <n>] [--count <n>] [--only <part>]`);
  process.exit(2);
}

const results: Record<string, CampaignResult> = {};
const skips: Record<string, string> = {};
const pages: string[] = [];
for (const { title, run } of campaigns[name]({ seed, ...(count !== undefined && { count }) })) {
  if (values.only !== undefined && !title.includes(values.only)) continue;
  const startedAtMs = performance.now();
  const result = await run();
  if (typeof result === 'string') {
    skips[title] = result;
    pages.push(`## ${title}\n\nSkipped: ${result}.`);
  } else {
    results[title] = result;
    const seconds = Math.round((performance.now() - startedAtMs) / 1_000);
    pages.push(renderReport(title, { ...result, counts: { ...result.counts, 'time, s': seconds } }));
  }
  console.log(`${pages.at(-1)}\n`);
}

const machine = `Node.js ${process.version}, ${process.platform}, ${availableParallelism()} cores. Seed ${seed}.`;
const skipped = Object.keys(skips).length;
const summary = `${Object.keys(results).length} run, ${skipped} skipped.`;
if (values.only === undefined && count === undefined) {
  const path = fileURLToPath(new URL(`../results/${name}.md`, import.meta.url));
  const command = `npm run campaign -- ${name}${seed === 1 ? '' : ` --seed ${seed}`}`;
  writeFileSync(path, `# ${name}\n\n\`${command}\`: ${summary} ${machine}\n\n${pages.join('\n\n')}\n`);
}
const kept = Object.values(results).every(isKept);
console.log(kept ? `The promise was kept. ${summary}` : 'The promise was broken.');
process.exitCode = kept ? 0 : 1;
