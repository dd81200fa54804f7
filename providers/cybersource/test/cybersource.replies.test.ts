import { existsSync, readFileSync } from 'node:fs';
import { XmlDocument, XsdValidator } from 'libxml2-wasm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { identifier, key, requests } from './bench.ts';
import { type CybersourceBench, providerAt, startBench } from './cybersource-bench.ts';

const file = new URL('../../../../shared/data/soap/CyberSourceTransaction_1.224.xsd', import.meta.url);

/** What of a request is made another: the id that it names, the end of its identifier, its reference. */
interface Change {
  readonly names?: string;
  readonly identifier?: string;
  readonly reference?: string;
}

// The official schema lies beside the project where it is developed, and is no part of it.
describe.skipIf(!existsSync(file))('by the official schema of version 1.224', () => {
  let bench: CybersourceBench;
  let schema: XmlDocument;
  let validator: XsdValidator;

  beforeAll(async () => {
    bench = await startBench();
    schema = XmlDocument.fromBuffer(readFileSync(file));
    validator = XsdValidator.fromDoc(schema);
  });
  afterAll(async () => {
    await bench.close();
    for (const one of [validator, schema]) one.dispose();
  });

  async function replyTo(name: keyof typeof requests, change: Change = {}): Promise<string> {
    const request = requests[name];
    const { transport } = providerAt({ secure: false, host: '127.0.0.1', port: bench.port });
    if (request === undefined) throw new Error(`there is no request to ${name}`);
    const body = request.parts.body
      .replace('7000000000000000001', change.names ?? '1')
      .replace(`>${identifier}<`, `>${identifier.slice(0, -1)}${change.identifier ?? '0'}<`)
      .replace(`>${key}<`, `>${change.reference ?? key}<`);
    const delivery = await transport.send({ ...request, parts: { ...request.parts, body } }, { timeoutMs: 10_000 });
    await transport.close();
    if (delivery.phase !== 'answered') throw new Error(delivery.phase);
    const text = Buffer.from(delivery.response.http.body).toString();
    return /<(?:[\w.-]+:)?Body>(.*)<\/(?:[\w.-]+:)?Body>/s.exec(text)?.[1] ?? '';
  }

  function isValid(text: string): boolean {
    const document = XmlDocument.fromString(text);
    try {
      validator.validate(document);
      return true;
    } catch {
      return false;
    } finally {
      document.dispose();
    }
  }

  const reasonIn = (reply: string) => /reasonCode>(\d+)</.exec(reply)?.[1];
  const idIn = (reply: string) => /requestID>(\d+)</.exec(reply)?.[1] ?? '';

  it('every reply of the simulator is valid', async () => {
    const held = await replyTo('authorize');
    const replies = [
      held,
      await replyTo('authorize'),
      await replyTo('capture', { names: idIn(held), identifier: '1' }),
    ];
    const sale = await replyTo('charge', { identifier: '2', reference: 'order-2' });
    replies.push(sale, await replyTo('refund', { names: idIn(sale), identifier: '3' }));
    replies.push(await replyTo('void', { names: idIn(held), identifier: '4' }));
    replies.push(await replyTo('reversal of a charge', { identifier: '3' }));
    replies.push(
      await replyTo('reversal of a charge', { identifier: '3' }),
      await replyTo('capture', { identifier: '5' }),
    );
    replies.push(await replyTo('reversal of an authorization', { identifier: '9' }));
    const reasons = ['100', '104', '100', '100', '100', '243', '100', '246', '102', '102'];
    expect(replies.map(reasonIn)).toEqual(reasons);
    expect(replies.map(isValid)).toEqual(reasons.map(() => true));
    expect(isValid(sale.replace(/<([\w:]*)decision>/, '<$1quantum/><$1decision>'))).toBe(false);
  });
});
