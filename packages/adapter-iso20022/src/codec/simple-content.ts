import { type Content, NotWritable, type Tag } from './content.ts';
import { onlyAttribute, onlyText } from './element-form.ts';
import type { Issue, Violation } from './issue.ts';
import { SchemaRefusal } from './schema-refusal.ts';
import type { SimpleType } from './simple-type.ts';
import { type TextCursor, unusual } from './text-cursor.ts';
import { forbidden } from './xml-characters.ts';

const greaterThan = 62;
const notText: Violation = { code: 'type_invalid', detail: 'a string' };
const notBoolean: Violation = { code: 'type_invalid', detail: 'a boolean' };
const notXml: Violation = { code: 'type_invalid', detail: 'characters that XML can hold' };

/** What a text breaks as a value that is to be written. */
export function valueViolation(type: SimpleType, value: unknown): Violation | undefined {
  if (typeof value !== 'string') return notText;
  return type.violation(value) ?? (type.isOpen && forbidden.test(value) ? notXml : undefined);
}

/** An element that is a text. */
export function textContent(type: SimpleType): Content {
  return {
    read: (cursor, tag) => readUsualText(type, cursor, tag),
    fromElement: (element) => {
      onlyAttribute(element, undefined);
      const text = type.normalise(onlyText(element));
      const violation = type.violation(text);
      if (violation) throw new SchemaRefusal(violation, element);
      return text;
    },
    check: (value, path, issues) => addViolation(valueViolation(type, value), path, issues),
    write: (value, tag, sink) => {
      if (typeof value !== 'string' || type.violation(value)) throw new NotWritable();
      sink.markup(tag.openCodes);
      sink.text(value);
      sink.markup(tag.closeCodes);
    },
  };
}

function readUsualText(type: SimpleType, cursor: TextCursor, { closeCodes }: Tag): string {
  cursor.expectCode(greaterThan);
  const text = type.normalise(cursor.takeText());
  if (type.violation(text)) throw unusual;
  cursor.expect(closeCodes);
  return text;
}

/** An element that is true or false. */
export function booleanContent(type: SimpleType): Content {
  const text = textContent(type);
  const meaning = (read: unknown): boolean => read === 'true' || read === '1';
  return {
    read: (cursor, tag) => meaning(readUsualText(type, cursor, tag)),
    fromElement: (element, document) => meaning(text.fromElement(element, document)),
    check: (value, path, issues) => addViolation(typeof value === 'boolean' ? undefined : notBoolean, path, issues),
    write: (value, tag, sink) => {
      if (typeof value !== 'boolean') throw new NotWritable();
      sink.markup(tag.openCodes);
      sink.text(String(value));
      sink.markup(tag.closeCodes);
    },
  };
}

export function addViolation(violation: Violation | undefined, path: string, issues: Issue[]): void {
  if (violation) issues.push({ ...violation, path });
}
