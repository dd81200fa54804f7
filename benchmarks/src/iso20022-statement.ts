// A big camt.053 read entry by entry, beside libxml2 with the schema; each reader in a process of its own.
import { createWriteStream, existsSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';
import { Child } from './child.ts';
import { readOptions } from './options.ts';
import { decimal, type Goal, goalSection, publish } from './report.ts';
import type { StatementFigures } from './statement-process.ts';
import { statementBytes } from './statement-source.ts';
import { median } from './statistics.ts';

const { quick, rounds } = readOptions(3);
const entries = quick ? 5_000 : 100_000;
const schema = fileURLToPath(new URL('../../../shared/data/iso20022/xsd/camt.053.001.08.xsd', import.meta.url));
const readers = ['nobody', 'polyrail', ...(existsSync(schema) ? ['libxml2'] : [])];
const folder = mkdtempSync(join(tmpdir(), 'polyrail-statement-'));
const figures = new Map(readers.map((reader) => [reader, [] as StatementFigures[]]));
let megabytes = 0;
try {
  const file = join(folder, 'camt.053.xml');
  await pipeline(Readable.from(statementBytes(entries)), createWriteStream(file));
  megabytes = statSync(file).size / 1_000_000;
  for (let round = 0; round < rounds; round += 1) {
    for (const reader of readers) {
      const child = new Child('statement-process.js', [reader, file, schema]);
      figures.get(reader)?.push((await child.greeting) as StatementFigures);
    }
  }
} finally {
  rmSync(folder, { recursive: true });
}
const of = (reader: string, figure: 'cpuMs' | 'peakMb'): number =>
  median((figures.get(reader) ?? []).map((one) => one[figure]));
if (figures.get('polyrail')?.some((one) => one.entries !== entries)) throw new Error('entries were lost');

const goals: Goal[] = [{ text: 'peak memory, MB', measured: of('polyrail', 'peakMb'), atMost: 128 }];
if (readers.includes('libxml2'))
  goals.push({
    text: 'CPU ÷ libxml2 with the schema',
    measured: of('polyrail', 'cpuMs') / of('libxml2', 'cpuMs'),
    atMost: 1,
  });
publish(
  'iso20022-statement',
  [
    goalSection(goals),
    {
      title: `${entries} entries, ${decimal(megabytes, 0)} MB`,
      text: `Medians of ${rounds} processes each. Every entry is validated; libxml2 only validates, and gives no entries. \`nobody\` only reads the file.`,
      columns: ['reader', 'CPU ms', 'peak memory, MB'],
      rows: readers.map((reader) => [reader, decimal(of(reader, 'cpuMs'), 0), decimal(of(reader, 'peakMb'), 0)]),
    },
  ],
  quick,
);
