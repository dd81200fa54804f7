import type { Personality } from '../bench.ts';
import type { Cell, CellResult, MatrixVerb } from './cell.ts';
import { faults } from './fault.ts';

/** The columns: what the provider does with keys, and how often the fault strikes. */
const columns: readonly (readonly [Personality, Cell['strikes']])[] = [
  ['honours', 'once'],
  ['honours', 'always'],
  ['ignores', 'once'],
  ['ignores', 'always'],
];

const order = Object.keys(faults);

/**
 * The results as Markdown: one table for each verb, a row for each fault. The same results always give the same text.
 * Every entry is `outcome · requests that the simulator saw · movements in its book`, and what became of it afterwards.
 */
export function renderMatrix(name: string, results: readonly CellResult[]): string {
  const verbs = [...new Set(results.map(({ cell }) => cell.verb))];
  const broken = results.filter(({ violations }) => violations.length > 0).length;
  return [
    `# Fault matrix of ${name}`,
    '',
    'Written by a test; do not edit. Each entry: the outcome · requests that the simulator saw · movements in its book → the',
    'status of the payment once the fault was gone and the provider could be asked. “Once”: the fault struck the first attempt',
    'only. “Always”: every attempt. “Honours”, “ignores”: what the provider does with idempotency keys.',
    '',
    `${results.length} experiments, ${broken} violations.`,
    ...verbs.flatMap((verb) => tableOf(verb, results)),
    '',
  ].join('\n');
}

function tableOf(verb: MatrixVerb, results: readonly CellResult[]): readonly string[] {
  const own = results.filter(({ cell }) => cell.verb === verb);
  const struck = new Set(own.map(({ cell }) => cell.fault));
  const rows = [...new Set([...order, ...struck])].filter((fault) => struck.has(fault));
  const tried = columns.filter(([personality]) => own.some(({ cell }) => cell.personality === personality));
  const head = tried.map(([personality, strikes]) => `${personality}, ${strikes}`);
  return [
    '',
    `## ${verb}`,
    '',
    `| fault | ${head.join(' | ')} |`,
    `|---|${tried.map(() => '---').join('|')}|`,
    ...rows.map((fault) => {
      const entries = tried.map(([personality, strikes]) =>
        entryOf(
          own.find(({ cell }) => cell.fault === fault && cell.personality === personality && cell.strikes === strikes),
        ),
      );
      return `| \`${fault}\` | ${entries.join(' | ')} |`;
    }),
  ];
}

function entryOf(result: CellResult | undefined): string {
  if (result === undefined) return '–';
  const { observation, violations } = result;
  if (observation === undefined) return '**the experiment broke**';
  const { outcome, requests, movements, settledMovements, settledStatus } = observation;
  const moved = outcome === 'rejected' ? movements : settledMovements;
  const mark = violations.length > 0 ? ' **violation**' : '';
  return `${outcome} · ${requests} · ${moved} → ${settledStatus ?? 'nothing stored'}${mark}`;
}
