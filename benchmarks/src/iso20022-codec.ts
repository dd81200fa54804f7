// The codec of ISO 20022 beside JSON and fast-xml-parser, on the same message, in one run.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { message } from '@polyrail/adapter-iso20022/codec';
import { XMLParser } from 'fast-xml-parser';
import { measureRounds, medianRatio, type Work } from './cost.ts';
import { creditTransfer } from './iso20022-sample.ts';
import { readOptions } from './options.ts';
import { decimal, goalSection, publish } from './report.ts';
import { median } from './statistics.ts';

const { quick, rounds } = readOptions(31);
const times = quick ? 200 : 1_000;
const pacs008 = message('pacs.008.001.08');
const written = pacs008.write(creditTransfer);
if (written.kind === 'refused') throw new Error('the message cannot be written');
const bytes = Buffer.from(written.xml);
// Flat, as it comes from a wire.
const xml = bytes.toString();
const json = JSON.stringify(creditTransfer);
const parser = new XMLParser({
  ignoreAttributes: false,
  parseTagValue: false,
  parseAttributeValue: false,
  processEntities: false,
});
const work = (name: string, run: () => unknown, count: number = times): Work => ({
  name,
  times: count,
  prepare: () => run,
});
const works = [
  work('JSON.parse', () => JSON.parse(json)),
  work('read', () => demand(pacs008.read(xml).kind)),
  work('read from bytes', () => demand(pacs008.read(bytes).kind)),
  work('read an unusual spelling', () => demand(pacs008.read(`<!-- -->${xml}`).kind), times / 5),
  work('fast-xml-parser', () => parser.parse(xml), times / 5),
  work('JSON.stringify', () => Buffer.from(JSON.stringify(creditTransfer))),
  work('check and write', () => Buffer.from(demand(pacs008.write(creditTransfer)))),
  work('check', () => pacs008.check(creditTransfer)),
];
const samples = await measureRounds(works, rounds, quick ? 1 : 6);
const table = readFileSync(new URL('model/generated/type-table.js', import.meta.resolve('@polyrail/adapter-iso20022')));

publish(
  'iso20022-codec',
  [
    goalSection([
      { text: 'read and validate ÷ JSON.parse', measured: medianRatio(samples, 'read', 'JSON.parse'), atMost: 2 },
      {
        text: 'read and validate ÷ fast-xml-parser without',
        measured: medianRatio(samples, 'read', 'fast-xml-parser'),
        atMost: 0.125,
      },
      {
        text: 'check and write ÷ JSON.stringify',
        measured: medianRatio(samples, 'check and write', 'JSON.stringify'),
        atMost: 1.4,
      },
      {
        text: 'import of the codec and first message beside `node -e 0`, CPU ms',
        measured: firstMessageMs(quick ? 5 : 15),
        atMost: 60,
      },
      { text: 'table of all versions, gzipped, kB', measured: gzipSync(table).length / 1_000, atMost: 40 },
    ]),
    {
      title: 'CPU of one message',
      text: `Medians of ${rounds} rounds over one pacs.008.001.08 of ${xml.length} bytes, ${json.length} as JSON. Both writers end with bytes. Ratios are medians of the ratios inside each round.`,
      columns: ['what', 'CPU µs'],
      rows: works.map(({ name }) => [name, decimal(median(samples.get(name) ?? []), 1)]),
    },
  ],
  quick,
);

function demand(
  outcome: string | { readonly kind: 'written'; readonly xml: string } | { readonly kind: 'refused' },
): string {
  if (outcome === 'read') return outcome;
  if (typeof outcome === 'string' || outcome.kind === 'refused') throw new Error('a message was refused');
  return outcome.xml;
}

/** What a process pays before it has read its first message. */
function firstMessageMs(samples: number): number {
  const codec = import.meta.resolve('@polyrail/adapter-iso20022/codec');
  const readsOne = `import { message } from '${codec}'; if (message('pacs.008.001.08').read(${JSON.stringify(xml)}).kind !== 'read') throw 1`;
  const differences = Array.from({ length: samples }, () => processMs(readsOne) - processMs('0'));
  return median(differences);
}

function processMs(code: string): number {
  const says = `${code}; const { user, system } = process.cpuUsage(); console.log((user + system) / 1000)`;
  const { stdout } = spawnSync(process.execPath, ['--input-type=module', '-e', says], {
    cwd: fileURLToPath(new URL('.', import.meta.url)),
  });
  return Number(stdout.toString());
}
