// Writes api/<package>.api.md: what each package exports, from the .d.ts files of its build. `--check` fails on drift.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createReader } from './declarations.mjs';
import { listPublished, root } from './packages.mjs';

const keyOf = ({ file, name }) => `${file}#${name}`;
const byName = (a, b) => (a.name < b.name ? -1 : Number(a.name > b.name));
const code = (origins) => ['```ts', ...origins.toSorted(byName).map(({ text }) => text), '```', ''].join('\n');

/** The exported subpaths that have types, the deepest first, so that a package's main entry names what it adds. */
export function entriesOf({ path, manifest }) {
  return Object.entries(manifest.exports ?? {})
    .filter(([, target]) => typeof target === 'object' && target.types)
    .map(([subpath, { types }]) => ({ name: join(manifest.name, subpath), file: join(path, types) }))
    .sort((a, b) => b.name.length - a.name.length);
}

/** The declarations that the given ones mention and that no entry exports. */
function findHidden(reader, shown) {
  const hidden = new Map();
  const queue = [...shown.values()];
  for (let origin = queue.pop(); origin; origin = queue.pop()) {
    for (const used of reader.usedBy(origin)) {
      if (shown.has(keyOf(used)) || hidden.has(keyOf(used))) continue;
      hidden.set(keyOf(used), used);
      queue.push(used);
    }
  }
  return [...hidden.values()];
}

/** Types that a tool writes from schemas are many, and nobody reviews them one by one. */
function isGenerated({ file }) {
  return file.includes('/generated/');
}

function generatedNote(origins) {
  if (origins.length === 0) return '';
  const digest = createHash('sha256').update(code(origins)).digest('hex');
  return `## Generated\n\n${origins.length} declarations that are part of the shapes above. SHA-256 of them: \`${digest}\`.\n`;
}

/** The report of one package as Markdown. */
export function reportOf(name, entries, reader) {
  const shown = new Map();
  let report = `# ${name}\n\nThe public surface. \`npm run api\` writes this file.\n\n`;
  for (const entry of entries) {
    const origins = [...reader.exportsOf(entry.file)].map(([exported, origin]) => ({ ...origin, exported }));
    const fresh = origins.filter((origin) => !shown.has(keyOf(origin)));
    const known = origins.filter((origin) => shown.has(keyOf(origin))).map(({ exported }) => exported);
    report += `## ${entry.name}\n\n`;
    if (known.length > 0) report += `As above: ${known.sort().join(', ')}.\n\n`;
    const renamed = fresh.filter(({ exported, name }) => exported !== name && name !== '*');
    for (const { exported, name } of renamed) report += `\`${name}\` is exported as \`${exported}\`.\n\n`;
    report += `${code(fresh)}\n`;
    for (const origin of fresh) shown.set(keyOf(origin), origin);
  }
  const hidden = findHidden(reader, shown);
  const written = hidden.filter((origin) => !isGenerated(origin));
  if (written.length > 0) report += `## Not exported, but part of the shapes above\n\n${code(written)}\n`;
  report += generatedNote(hidden.filter(isGenerated));
  return `${report.trimEnd()}\n`;
}

/** The lines that only one of two texts has. */
export function diffLines(before, after) {
  const [old, now] = [before.split('\n'), after.split('\n')];
  const gone = old.filter((line) => !now.includes(line)).map((line) => `- ${line}`);
  return [...gone, ...now.filter((line) => !old.includes(line)).map((line) => `+ ${line}`)].join('\n');
}

function writeReports(check) {
  const folder = join(root, 'api');
  mkdirSync(folder, { recursive: true });
  const stale = new Set(readdirSync(folder).filter((file) => file.endsWith('.api.md')));
  const problems = [];
  for (const published of listPublished()) {
    const file = `${published.folder.split('/')[1]}.api.md`;
    const entries = entriesOf(published);
    const missing = entries.find((entry) => !existsSync(entry.file));
    stale.delete(file);
    if (missing) {
      problems.push(`${published.folder}: ${missing.file} is missing; run "npm run build" first`);
      continue;
    }
    const report = reportOf(published.manifest.name, entries, createReader());
    const before = existsSync(join(folder, file)) ? readFileSync(join(folder, file), 'utf8') : '';
    if (!check) writeFileSync(join(folder, file), report);
    else if (before !== report) problems.push(`api/${file} has drifted:\n${diffLines(before, report)}`);
  }
  for (const file of stale) {
    if (check) problems.push(`api/${file} belongs to no package`);
    else rmSync(join(folder, file));
  }
  return problems;
}

if (process.argv[1] === import.meta.filename) {
  const check = process.argv.includes('--check');
  const problems = writeReports(check);
  for (const problem of problems) console.error(problem);
  if (check && problems.length > 0) console.error('Run "npm run api" and commit api/ when the change is meant.');
  process.exitCode = problems.length > 0 ? 1 : 0;
}
