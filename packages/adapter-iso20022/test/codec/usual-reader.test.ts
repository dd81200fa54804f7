import { seededRandom } from '@polyrail/testkit';
import { describe, expect, it } from 'vitest';
import { readAny } from '../../src/codec/any-reader.ts';
import type { MessageFrame } from '../../src/codec/content.ts';
import { contentOf } from '../../src/codec/content-table.ts';
import { ElementParticle } from '../../src/codec/element-particle.ts';
import { message } from '../../src/codec/message.ts';
import { readUsual } from '../../src/codec/usual-reader.ts';
import { messageIds } from '../../src/model/message-id.ts';
import type { MessageId } from '../../src/model/message-types.ts';
import { rootModel } from '../../src/model/type-model.ts';
import { canonicalByLibxml2 } from '../support/canonical-by-libxml2.ts';
import { randomValue } from '../support/random-value.ts';

function frameOf(id: MessageId): MessageFrame {
  const { element, type } = rootModel(id);
  return { namespace: message(id).namespace, root: new ElementParticle(element, 1, 1, contentOf(type)) };
}

function writtenBy(id: MessageId, value: unknown): string {
  const written = message(id).write(value as never);
  if (written.kind === 'refused') throw new Error(JSON.stringify(written.issues));
  return written.xml;
}

const rounds = 4;

describe('random values of every message', () => {
  it.each(messageIds)('%s: both readers give back what was written, and its form is canonical', (id) => {
    for (let round = 0; round < rounds; round += 1) {
      const value = randomValue(id, seededRandom(round * 7_919 + id.length));
      const xml = writtenBy(id, value);
      const usual = readUsual(frameOf(id), xml, 64);
      const any = readAny(frameOf(id), xml, xml.length, 64);
      expect(any).toEqual({ kind: 'read', value });
      if (usual.kind === 'read') expect(usual.value).toEqual(value);
      // Of the usual spelling, only a carriage return is written as a numeric reference.
      else expect(xml).toContain('&#xD;');
      expect(message(id).check(value)).toEqual([]);
      expect(writtenBy(id, any.kind === 'read' ? any.value : undefined)).toBe(xml);
      expect(canonicalByLibxml2(xml)).toBe(xml);
    }
  });
});

describe('every bracket of random values', () => {
  it.each(messageIds)('%s: without one of them it is no message', (id) => {
    const frame = frameOf(id);
    const xml = writtenBy(id, randomValue(id, seededRandom(id.length)));
    for (const { index } of [...xml.matchAll(/[<>]/g)].slice(0, 400))
      expect(readUsual(frame, `${xml.slice(0, index)}x${xml.slice(index + 1)}`, 64), `${index}`).toEqual({
        kind: 'unusual',
      });
  });
});

it('cannot tell, rather than refuse', () => {
  const frame = frameOf('admi.007.001.01');
  for (const source of ['', '<Document', `<Document xmlns="${frame.namespace}">`, '<!DOCTYPE Document><Document/>'])
    expect(readUsual(frame, source, 64)).toEqual({ kind: 'unusual' });
});

describe('a text behind a longer one', () => {
  it('ends where it ends: nothing of the longer one is read', () => {
    const frame = frameOf('pacs.002.001.10');
    const xml = writtenBy('pacs.002.001.10', randomValue('pacs.002.001.10', seededRandom(1)));
    expect(readUsual(frame, xml, 64).kind).toBe('read');
    for (let length = xml.length - 1; length > 0; length -= 1)
      expect(readUsual(frame, xml.slice(0, length), 64).kind).toBe('unusual');
  });
});
