import { type Content, codesOf, isRecord, NotWritable } from './content.ts';
import { onlyAttribute, onlyText } from './element-form.ts';
import { refuse, SchemaRefusal } from './schema-refusal.ts';
import { addViolation, valueViolation } from './simple-content.ts';
import type { SimpleType } from './simple-type.ts';
import { unusual } from './text-cursor.ts';

const lessThan = codesOf('<');
const beforeCurrency = codesOf(' Ccy="');
const behindCurrency = codesOf('">');
const keys = new Set(['Ccy', 'value']);

/** An element that is a number with its currency as an attribute. */
export function amountContent(number: SimpleType, currency: SimpleType): Content {
  return {
    read: (cursor, { closeCodes }) => {
      cursor.expect(beforeCurrency);
      const end = cursor.text.indexOf('"', cursor.at);
      const Ccy = cursor.text.slice(cursor.at, end);
      cursor.at = end;
      cursor.expect(behindCurrency);
      const value = number.normalise(cursor.takeText());
      // A currency is three letters: nothing in it can be a reference, or markup.
      if (currency.violation(Ccy) || number.violation(value)) throw unusual;
      cursor.expect(closeCodes);
      return { Ccy, value };
    },
    fromElement: (element) => {
      const Ccy = onlyAttribute(element, 'Ccy') ?? refuse('attribute_missing', 'Ccy', element);
      const value = number.normalise(onlyText(element));
      const violation = currency.violation(Ccy) ?? number.violation(value);
      if (violation) throw new SchemaRefusal(violation, element);
      return { Ccy, value };
    },
    check: (value, path, issues) => {
      if (!isRecord(value)) return addViolation({ code: 'type_invalid', detail: 'Ccy and value' }, path, issues);
      for (const key of Object.keys(value))
        if (!keys.has(key)) addViolation({ code: 'element_unexpected', detail: 'only Ccy and value' }, path, issues);
      addViolation(valueViolation(currency, value['Ccy']), `${path}/@Ccy`, issues);
      addViolation(valueViolation(number, value['value']), path, issues);
    },
    write: (value, tag, sink) => {
      if (!isRecord(value)) throw new NotWritable();
      const { Ccy, value: text } = value;
      if (typeof Ccy !== 'string' || typeof text !== 'string') throw new NotWritable();
      if (currency.violation(Ccy) || number.violation(text)) throw new NotWritable();
      for (const key in value) if (!keys.has(key)) throw new NotWritable();
      sink.markup(lessThan);
      sink.markup(tag.nameCodes);
      sink.markup(beforeCurrency);
      sink.text(Ccy);
      sink.markup(behindCurrency);
      sink.text(text);
      sink.markup(tag.closeCodes);
    },
  };
}
