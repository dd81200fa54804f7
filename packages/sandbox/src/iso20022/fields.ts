import { MessageRefusal } from './message-refusal.ts';

/** The content of an element: its children by name, attributes as `@Name`, text beside attributes as `#text`. */
export interface Fields {
  readonly [name: string]: Field | undefined;
}

/** One child: text, an element, or the elements of that name where there are several. */
export type Field = string | Fields | readonly (string | Fields)[];

/** The element at a path of names; the first one wherever there are several. */
export function fieldsAt(fields: Fields, path: string): Fields | undefined {
  const found = fieldAt(fields, path);
  return typeof found === 'string' ? undefined : found;
}

/** The text at a path of names, or undefined where there is none. */
export function textAt(fields: Fields, path: string): string | undefined {
  const found = fieldAt(fields, path);
  const text = typeof found === 'object' ? found['#text'] : found;
  return typeof text === 'string' && text !== '' ? text : undefined;
}

/** The text at a path that has to be there. Throws MessageRefusal. */
export function requiredText(fields: Fields, path: string): string {
  const text = textAt(fields, path);
  if (text === undefined) throw new MessageRefusal('SYNTAX', path);
  return text;
}

/** How many elements there are at a path. */
export function countAt(fields: Fields, parent: string, name: string): number {
  const found = fieldsAt(fields, parent)?.[name];
  if (found === undefined) return 0;
  return isSeveral(found) ? found.length : 1;
}

function fieldAt(fields: Fields, path: string): string | Fields | undefined {
  let found: string | Fields | undefined = fields;
  for (const name of path.split('/')) {
    if (found === undefined || typeof found === 'string') return undefined;
    const next: Field | undefined = Object.hasOwn(found, name) ? found[name] : undefined;
    found = next !== undefined && isSeveral(next) ? next[0] : next;
  }
  return found;
}

export function isSeveral(field: Field): field is readonly (string | Fields)[] {
  return Array.isArray(field);
}
