import type { ParsedElement } from '@polyrail/xml/document';
import type { ElementParticle } from './element-particle.ts';
import type { Issue } from './issue.ts';
import type { TextCursor } from './text-cursor.ts';
import type { XmlSink } from './xml-sink.ts';

/** The tags of an element that has no attributes. */
export interface Tag {
  readonly name: string;
  readonly close: string;
  /** Their codes: what is compared and copied. */
  readonly nameCodes: Uint16Array;
  readonly openCodes: Uint16Array;
  readonly closeCodes: Uint16Array;
}

/** What the types of all messages need to know of the message in which they are used. */
export interface MessageFrame {
  readonly namespace: string;
  readonly root: ElementParticle;
}

/** What a type does with an element that is of it. */
export interface Content {
  /**
   * The value of an element, from behind the name of its start tag to behind its end tag.
   * @throws unusual where it is not valid, or not written the usual way
   */
  read(cursor: TextCursor, tag: Tag): unknown;
  /**
   * The value of an element of a tree.
   * @throws SchemaRefusal
   */
  fromElement(element: ParsedElement, document: ReadDocument): unknown;
  /** Adds what is wrong with a value. */
  check(value: unknown, path: string, issues: Issue[], frame: MessageFrame): void;
  /**
   * Writes the canonical element.
   * @throws NotWritable as soon as something is wrong; {@link check} tells what
   */
  write(value: unknown, tag: Tag, sink: XmlSink): void;
}

/** A document as its tree, and what the tree does not tell. */
export interface ReadDocument {
  readonly frame: MessageFrame;
  readonly text: string;
  readonly hasCdata: boolean;
}

/** Ends the writing. It never leaves the codec. */
export class NotWritable extends Error {}

export function codesOf(text: string): Uint16Array {
  const codes = new Uint16Array(text.length);
  for (let at = 0; at < text.length; at += 1) codes[at] = text.charCodeAt(at);
  return codes;
}

/** An object that may have the keys of a sequence. */
export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
