import { expect } from 'vitest';
import { type ReadXmlOptions, readXml } from '../../src/read-xml.ts';
import type { XmlDocument } from '../../src/xml-element.ts';

/** The document, in a test in which it has to be one. */
export function mustRead(source: Uint8Array | string, options?: ReadXmlOptions): XmlDocument {
  const reading = readXml(source, options);
  if (reading.kind === 'refused') expect.fail(`refused: ${JSON.stringify(reading.issue)}`);
  return reading.document;
}
