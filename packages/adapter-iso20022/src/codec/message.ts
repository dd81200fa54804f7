import { namespaceOf } from '../model/message-id.ts';
import type { MessageId, Messages } from '../model/message-types.ts';
import { rootModel } from '../model/type-model.ts';
import { readAny } from './any-reader.ts';
import { type MessageFrame, NotWritable } from './content.ts';
import { contentOf } from './content-table.ts';
import { ElementParticle } from './element-particle.ts';
import type { Issue } from './issue.ts';
import { defaultBytes, defaultDepth, type ReadLimits } from './read-limits.ts';
import type { Issues, Reading } from './reading.ts';
import { readUsual } from './usual-reader.ts';
import { XmlSink } from './xml-sink.ts';

export type Writing =
  | { readonly kind: 'written'; readonly xml: string }
  | { readonly kind: 'refused'; readonly issues: Issues };

/** Reads, checks and writes one version of one message. */
export interface MessageCodec<Id extends MessageId> {
  readonly id: Id;
  readonly namespace: string;
  /**
   * Reads a document, or the text of the element `Document` or `AppHdr` cut out of an envelope, and applies every rule of the
   * schema. The first issue ends the reading.
   */
  read(input: Uint8Array | string, limits?: ReadLimits): Reading<Messages[Id]>;
  /** Everything that the schema has against a value; empty when it can be written. */
  check(value: Messages[Id]): readonly Issue[];
  /** Writes a value that the schema allows, in its canonical form: exclusive C14N would change nothing. */
  write(value: Messages[Id]): Writing;
}

type Codecs = { readonly [Id in MessageId]?: MessageCodec<Id> };
const codecs: { [Id in MessageId]?: MessageCodec<Id> } = {};

/** The codec of a message. It is made once. @see https://www.iso20022.org/iso-20022-message-definitions */
export function message<Id extends MessageId>(id: Id): MessageCodec<Id> {
  const known: Codecs[Id] = codecs[id];
  if (known) return known;
  const made = makeCodec(id);
  Object.assign(codecs, { [id]: made });
  return made;
}

function makeCodec<Id extends MessageId>(id: Id): MessageCodec<Id> {
  const { element, type } = rootModel(id);
  const namespace = namespaceOf(id);
  const root = new ElementParticle(element, 1, 1, contentOf(type), ` xmlns="${namespace}"`);
  const frame: MessageFrame = { namespace, root };
  const check = (value: unknown): Issue[] => {
    const issues: Issue[] = [];
    root.content.check(value, `/${element}`, issues, frame);
    return issues;
  };
  return {
    id,
    namespace,
    check,
    read: (input, limits = {}) => {
      const reading = readMessage(frame, input, limits);
      // The schema is where the type comes from.
      return reading.kind === 'refused' ? reading : { kind: 'read', value: reading.value as Messages[Id] };
    },
    write: (value) => {
      const xml = written(frame, value, false) ?? written(frame, value, true);
      if (xml !== undefined) return { kind: 'written', xml };
      const [first, ...more] = check(value);
      if (!first) throw new Error(`${id} cannot be written, and nothing is wrong with it`);
      return { kind: 'refused', issues: [first, ...more] };
    },
  };
}

function written(frame: MessageFrame, value: unknown, isSorting: boolean): string | undefined {
  const sink = new XmlSink(frame, isSorting);
  try {
    frame.root.content.write(value, frame.root, sink);
    return sink.toString();
  } catch (notWritable) {
    if (!(notWritable instanceof NotWritable)) throw notWritable;
    return undefined;
  }
}

function readMessage(frame: MessageFrame, input: Uint8Array | string, limits: ReadLimits): Reading<unknown> {
  const { bytes = defaultBytes, depth = defaultDepth } = limits;
  const usual = input.length > bytes ? undefined : readUsual(frame, input, depth);
  return usual?.kind === 'read' ? usual : readAny(frame, input, bytes, depth);
}
