import { canonicalize, type ParsedElement, readXml, type XmlElement } from '@polyrail/xml';
import type { AnyModel } from '../model/type-model.ts';
import { type Content, type MessageFrame, NotWritable, type ReadDocument } from './content.ts';
import { onlyAttribute, onlyElements, refuseXsi } from './element-form.ts';
import type { Violation } from './issue.ts';
import { refuse, SchemaRefusal } from './schema-refusal.ts';
import { addViolation } from './simple-content.ts';

/** An element that holds one element of any name; its value is the text of that element, in canonical form by itself. */
export function anyContent({ namespace, process }: AnyModel): Content {
  const judge = (element: ParsedElement, document: ReadDocument): void => {
    if (namespace !== '##any' && element.namespace !== namespace)
      refuse('any_invalid', `an element of ${namespace}`, element);
    if (process === 'lax') judgeKnown(element, document);
  };
  const parse = (value: unknown, frame: MessageFrame): ParsedElement | Violation => {
    if (typeof value !== 'string') return { code: 'type_invalid', detail: 'the text of an element' };
    const reading = readXml(value, { instructions: 'ignored' });
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
  return {
    fromElement: (element, document) => {
      onlyAttribute(element, undefined);
      const [child, ...more] = onlyElements(element, document);
      if (!child || more.length > 0) refuse('any_invalid', 'exactly one element', element);
      judge(child, document);
      return canonicalize(child);
    },
    check: (value, path, issues, frame) => {
      const parsed = parse(value, frame);
      if ('code' in parsed) addViolation(parsed, path, issues);
    },
    write: (value, { name }, frame) => {
      const parsed = parse(value, frame);
      if ('code' in parsed) throw new NotWritable();
      return writtenIn(name, frame.namespace, parsed);
    },
  };
}

/** What the schema declares is checked by it wherever it stands: here, only a message inside a message. */
function judgeKnown(element: ParsedElement, document: ReadDocument): void {
  const { namespace, rootName, rootContent } = document.frame;
  refuseXsi(element);
  if (element.namespace === namespace && element.local === rootName) rootContent.fromElement(element, document);
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
