import { hash } from 'node:crypto';

const maxLength = 255;

/**
 * A name as it goes into an indexed column. PostgreSQL takes no NUL character and no long index entry, and names come
 * from outside: such a name is stored as its SHA-256. Applying it twice changes nothing.
 */
export function indexable(name: string): string {
  return name.length > maxLength || name.includes('\0') ? `sha256:${hash('sha256', name, 'hex')}` : name;
}
