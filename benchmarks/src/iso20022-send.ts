// A transfer from its command to the signed bytes of its message, beside the bare signature of as many bytes.
import { randomBytes, sign } from 'node:crypto';
import { memoryMessages } from '@polyrail/adapter-iso20022';
import { measureRounds, medianRatio, type Work } from './cost.ts';
import { memberKey, networkProvider, transferCommand } from './iso20022-provider.ts';
import { readOptions } from './options.ts';
import { decimal, goalSection, publish } from './report.ts';
import { median } from './statistics.ts';

const { quick, rounds } = readOptions(15);
const times = quick ? 300 : 2_000;
// The optimizing compiler is not done with the whole way before.
const warmUpRounds = quick ? 1 : 6;

const { transfer } = networkProvider(
  memoryMessages(() => ({ phase: 'answered', response: { kind: 'accepted' } })),
).operations;
if (transfer === undefined) throw new Error('the network takes transfers');
const command = transferCommand('bench');
const startedAtMs = Date.UTC(2026, 10, 23, 13, 15);
const { xml } = transfer.encode(command, { idempotencyKey: '0123456789abcdef0123456789', startedAtMs });
const bytes = Buffer.from(xml.replace(/<ds:Signature .*<\/ds:Signature>/s, ''));
const keys = Array.from({ length: 1_000 }, () => randomBytes(13).toString('hex'));
const key = { key: memberKey.key, dsaEncoding: 'ieee-p1363' } as const;

let n = 0;
const works: readonly Work[] = [
  { name: 'node:crypto signs the bytes', times, prepare: () => () => sign('sha256', bytes, key) },
  {
    name: 'build, check, sign',
    times,
    prepare: () => () => {
      n += 1;
      return transfer.encode(command, { idempotencyKey: keys[n % keys.length] ?? '', startedAtMs: startedAtMs + n });
    },
  },
];
const samples = await measureRounds(works, rounds, warmUpRounds);
const measured = medianRatio(samples, 'build, check, sign', 'node:crypto signs the bytes');

publish(
  'iso20022-send',
  [
    goalSection([{ text: 'a transfer to its signed message ÷ a bare P-256 signature', measured, atMost: 2.2 }]),
    {
      title: 'CPU of sending',
      text: `Medians of ${rounds} rounds of ${times} messages of ${xml.length} bytes: identifiers from the key, pacs.008 and header by schema and by the rules of the network, envelope, signature. Each message has another key and another time. The ratio is the median of the ratios inside each round.`,
      columns: ['what', 'CPU µs'],
      rows: works.map(({ name }) => [name, decimal(median(samples.get(name) ?? []), 1)]),
    },
  ],
  quick,
);
