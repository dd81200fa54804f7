import { canonicalize, type ParsedElement, readXml, type XmlElement } from '@polyrail/xml/document';
import type { AnyModel } from '../model/type-model.ts';
import { type Content, type MessageFrame, NotWritable, type ReadDocument, type Tag } from './content.ts';
import { onlyAttribute, onlyElements, refuseXsi } from './element-form.ts';
import type { Violation } from './issue.ts';
import { defaultDepth, elementLimit } from './read-limits.ts';
import { refuse, SchemaRefusal } from './schema-refusal.ts';
import { addViolation } from './simple-content.ts';
import { type TextCursor, unusual } from './text-cursor.ts';

/** An element that holds one element of any name; its value is the text of that element, in canonical form by itself. */
export function anyContent({ namespace, process }: AnyModel): Content {
  const judge = (element: ParsedElement, document: ReadDocument): void => {
    if (namespace !== '##any' && element.namespace !== namespace)
      refuse('any_invalid', `an element of ${namespace}`, element);
    if (process === 'lax') judgeKnown(element, document);
  };
  const parse = (value: unknown, frame: MessageFrame): ParsedElement | Violation => {
    if (typeof value !== 'string') return { code: 'type_invalid', detail: 'the text of an element' };
    // As much as a message may bring: what was read can be written.
    const { length } = value;
    const limits = { bytes: length, depth: defaultDepth, elements: elementLimit(length), text: length };
    const reading = readXml(value, { instructions: 'ignored', limits });
    if (reading.kind === 'refused') return { code: 'any_invalid', detail: `XML: ${reading.issue.code}` };
    const { root, text } = reading.document;
    try {
      judge(root, { frame, text, hasCdata: text.includes('<![CDATA[') });
    } catch (refusal) {
      if (refusal instanceof SchemaRefusal) return refusal.violation;
      throw refusal;
    }
    return root;
  };
  const fromElement = (element: ParsedElement, document: ReadDocument): string => {
    onlyAttribute(element, undefined);
    const [child, ...more] = onlyElements(element, document);
    if (!child || more.length > 0) refuse('any_invalid', 'exactly one element', element);
    judge(child, document);
    return canonicalize(child);
  };
  return {
    read: (cursor, tag) => {
      const root = wholeElement(cursor, tag);
      return fromElement(root.element, root.document);
    },
    fromElement,
    check: (value, path, issues, frame) => {
      const parsed = parse(value, frame);
      if ('code' in parsed) addViolation(parsed, path, issues);
    },
    write: (value, { name }, sink) => {
      const parsed = parse(value, sink.frame);
      if ('code' in parsed) throw new NotWritable();
      sink.raw(writtenIn(name, sink.frame.namespace, parsed));
    },
  };
}

/** The element, read by itself; when it ends elsewhere than at the first end tag of its name, then what was cut out is no XML. */
function wholeElement(cursor: TextCursor, { name, close }: Tag): { element: ParsedElement; document: ReadDocument } {
  const { frame, depth, at } = cursor;
  const end = cursor.text.indexOf(close, at) + close.length;
  const source = `<${name} xmlns="${frame.namespace}"${cursor.text.slice(at, end)}`;
  const { length } = source;
  const limits = { bytes: length, depth, elements: elementLimit(length), text: length };
  const reading = readXml(source, { instructions: 'ignored', limits });
  if (end < at || reading.kind === 'refused') throw unusual;
  cursor.at = end;
  const { root, text } = reading.document;
  return { element: root, document: { frame, text, hasCdata: text.includes('<![CDATA[') } };
}

/** What the schema declares is checked by it wherever it stands: here, only a message inside a message. */
function judgeKnown(element: ParsedElement, document: ReadDocument): void {
  const { namespace, root } = document.frame;
  refuseXsi(element);
  if (element.namespace === namespace && element.local === root.name) root.content.fromElement(element, document);
  else for (const child of element.children) if (typeof child !== 'string') judgeKnown(child, document);
}

/** The canonical form of an element around another one, where its namespace is declared further out. */
function writtenIn(name: string, namespace: string, child: ParsedElement): string {
  const around: XmlElement = {
    prefix: '',
    local: name,
    namespace,
    attributes: [],
    declarations: [],
    children: [child],
  };
  const canonical = canonicalize(around);
  return `<${name}>${canonical.slice(canonical.indexOf('>') + 1)}`;
}
