// Reads one statement in a process of its own, so that its memory is its own: `node statement-process.js <reader> <file> [<schema>]`.
import { createReadStream, readFileSync } from 'node:fs';

/** What reading one statement took. */
export interface StatementFigures {
  readonly entries: number;
  readonly cpuMs: number;
  readonly peakMb: number;
}

const [reader, file = '', schema = ''] = process.argv.slice(2);
const readers = { polyrail, libxml2, nobody };
const read = readers[reader === 'polyrail' || reader === 'libxml2' ? reader : 'nobody'];
// What a reader loads is not part of the reading.
const run = await read();
const before = process.cpuUsage();
const entries = await run();
const { user, system } = process.cpuUsage(before);
const figures: StatementFigures = {
  entries,
  cpuMs: (user + system) / 1_000,
  peakMb: process.resourceUsage().maxRSS / 1_024,
};
process.send?.(figures);

async function polyrail(): Promise<() => Promise<number>> {
  const { readStatement } = await import('@polyrail/adapter-iso20022');
  return async () => {
    let count = 0;
    for await (const item of readStatement('camt.053.001.08', createReadStream(file))) {
      if (item.kind === 'refused') throw new Error(JSON.stringify(item.issues));
      if (item.kind === 'entry') count += 1;
    }
    return count;
  };
}

async function libxml2(): Promise<() => Promise<number>> {
  const { XmlDocument, XsdValidator } = await import('libxml2-wasm');
  const validator = XsdValidator.fromDoc(XmlDocument.fromBuffer(readFileSync(schema)));
  return async () => {
    const document = XmlDocument.fromBuffer(readFileSync(file));
    validator.validate(document);
    return 0;
  };
}

async function nobody(): Promise<() => Promise<number>> {
  return async () => {
    let bytes = 0;
    for await (const chunk of createReadStream(file)) bytes += chunk.length;
    return Number(bytes > 0);
  };
}
