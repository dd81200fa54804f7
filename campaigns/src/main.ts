// `npm run campaign -- <name>`: runs one campaign on every store that it is for, prints the figures, and keeps them.
import { writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import type { CampaignResult } from './campaign-result.ts';
import { campaigns, isCampaignName } from './campaigns.ts';
import { isKept, renderReport } from './report.ts';

const usage = `npm run campaign -- <${Object.keys(campaigns).join(', ')}> [--seed <n>] [--count <n>] [--only <part>]`;
const { name, seed, count, only } = readCommandLine() ?? refuse(usage);
const parts = campaigns[name]({ seed, ...(count !== undefined && { count }) });
const chosen = parts.filter(({ title }) => only === undefined || title.includes(only));
if (chosen.length === 0) refuse(`There is no such part. There are: ${parts.map(({ title }) => title).join(', ')}.`);

const results: Record<string, CampaignResult> = {};
const skips: Record<string, string> = {};
const pages: string[] = [];
for (const { title, run } of chosen) {
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
if (only === undefined && count === undefined) {
  const path = fileURLToPath(new URL(`../results/${name}.md`, import.meta.url));
  const command = `npm run campaign -- ${name}${seed === 1 ? '' : ` --seed ${seed}`}`;
  writeFileSync(path, `# ${name}\n\n\`${command}\`: ${summary} ${machine}\n\n${pages.join('\n\n')}\n`);
}
const kept = Object.values(results).every(isKept);
console.log(kept ? `The promise was kept. ${summary}` : 'The promise was broken.');
process.exitCode = kept ? 0 : 1;

function readCommandLine() {
  try {
    const { positionals, values } = parseArgs({
      allowPositionals: true,
      options: { seed: { type: 'string', default: '1' }, count: { type: 'string' }, only: { type: 'string' } },
    });
    const [first = '', ...others] = positionals;
    const [drawn, some] = [Number(values.seed), values.count === undefined ? undefined : Number(values.count)];
    const isCount = some === undefined || (Number.isSafeInteger(some) && some > 0);
    if (!isCampaignName(first) || others.length > 0 || !Number.isSafeInteger(drawn) || !isCount) return undefined;
    return { name: first, seed: drawn, count: some, only: values.only };
  } catch {
    return undefined;
  }
}

function refuse(text: string): never {
  console.error(text);
  process.exit(2);
}
