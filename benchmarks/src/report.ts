import { mkdirSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';

/** A part of a report. */
export interface Section {
  readonly title: string;
  /** Sentences under the title. */
  readonly text?: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly (string | number)[])[];
}

/** Something that must hold. */
export interface Goal {
  readonly text: string;
  readonly measured: number;
  readonly atMost: number;
}

/** The goals as a section. */
export function goalSection(goals: readonly Goal[]): Section {
  return {
    title: 'Goals',
    columns: ['goal', 'measured', 'at most', ''],
    rows: goals.map(({ text, measured, atMost }) => [
      text,
      decimal(measured, 2),
      atMost,
      measured <= atMost ? 'pass' : '**FAIL**',
    ]),
  };
}

/** A figure with a fixed number of decimals and no grouping. */
export function decimal(value: number, digits: number): string {
  return value.toFixed(digits);
}

/** Prints a report. Unless the run was a quick one, it also becomes `results/<name>.md` and `results/<name>.json`. */
export function publish(name: string, sections: readonly Section[], quick: boolean): void {
  const text = sections.map(sectionText).join('\n');
  console.log(`\n${text}`);
  if (quick) return;
  const folder = new URL('../results/', import.meta.url);
  mkdirSync(folder, { recursive: true });
  const made = {
    date: new Date().toISOString().slice(0, 10),
    node: process.version,
    cores: availableParallelism(),
    command: `node benchmarks/run.mjs --only ${name} ${process.argv.slice(2).join(' ')}`.trim(),
  };
  const intro = `Measured on ${made.date} with Node ${made.node} on ${made.cores} shared cores by \`${made.command}\`. Read the ratios.`;
  writeFileSync(new URL(`${name}.md`, folder), `# ${name}\n\n${intro}\n\n${text}`);
  writeFileSync(
    new URL(`${name}.json`, folder),
    `${JSON.stringify({ ...made, sections: sections.map(records) }, null, 2)}\n`,
  );
}

function sectionText({ title, text, columns, rows }: Section): string {
  const lines = [columns, columns.map((_, index) => (index === 0 ? '---' : '--:')), ...rows];
  const table = lines.map((cells) => `| ${cells.join(' | ')} |`).join('\n');
  return `## ${title}\n\n${text === undefined ? '' : `${text}\n\n`}${table}\n`;
}

function records({ title, columns, rows }: Section): object {
  return {
    title,
    rows: rows.map((row) => Object.fromEntries(row.map((cell, index) => [columns[index] || 'verdict', cell]))),
  };
}
