import { messageRoots, typeRows } from './generated/type-table.ts';
import type { MessageId } from './message-types.ts';

/** A type of the schemas. Other types are named by their place in the table. */
export type TypeModel =
  | TextModel
  | { readonly kind: 'codes'; readonly codes: readonly string[] }
  | DecimalModel
  | { readonly kind: 'boolean' }
  | { readonly kind: 'binary'; readonly minOctets: number; readonly maxOctets: number }
  | { readonly kind: 'time'; readonly form: TimeForm; readonly pattern: string | undefined }
  | { readonly kind: 'amount'; readonly number: number; readonly currency: number }
  | AnyModel
  | { readonly kind: 'sequence'; readonly particles: readonly ParticleModel[] };

export interface TextModel {
  readonly kind: 'text';
  /** In code points, as `maxLength`. */
  readonly minLength: number;
  readonly maxLength: number;
  /** Of XML Schema: it has to match the whole text. */
  readonly pattern: string | undefined;
}

export interface DecimalModel {
  readonly kind: 'decimal';
  readonly totalDigits: number;
  readonly fractionDigits: number;
  readonly minInclusive: number | undefined;
}

/** One element of any name. */
export interface AnyModel {
  readonly kind: 'any';
  readonly namespace: string;
  /** `lax`: elements that the schema knows are checked by it; `skip`: nothing is checked. */
  readonly process: 'lax' | 'skip';
}

export type TimeForm = 'date' | 'dateTime' | 'time' | 'gYear' | 'gYearMonth';

/** As good as no bound: no message is as long. A small integer, as are the bounds that there are. */
const unbounded = 1_000_000_000;

/** What a sequence has in its place: an element, or one of several. */
export type ParticleModel = ElementModel | { readonly kind: 'choice'; readonly alternatives: readonly ElementModel[] };

export interface ElementModel {
  readonly kind: 'element';
  readonly name: string;
  readonly type: number;
  readonly min: number;
  readonly max: number;
}

/** The root element of a message, and its type. */
export function rootModel(id: MessageId): { readonly element: string; readonly type: number } {
  const [element = '', type] = messageRoots[id].split(':');
  return { element, type: Number(type) };
}

/** Whether a type is made of elements; tells it without reading the row. */
export function isSequence(index: number): boolean {
  return typeRows[index]?.startsWith('s ') === true;
}

/** One row of the table. Facets that a type does not have are `-`, or left out at the end. */
export function typeModel(index: number): TypeModel {
  const [form = '', ...facets] = (typeRows[index] ?? '').split(' ');
  const number = (at: number, missing: number): number => (isGiven(facets[at]) ? Number(facets[at]) : missing);
  const text = (at: number): string | undefined => (isGiven(facets[at]) ? facets[at] : undefined);
  switch (form) {
    case 't':
      return { kind: 'text', minLength: number(0, 0), maxLength: number(1, unbounded), pattern: text(2) };
    case 'e':
      return { kind: 'codes', codes: (facets[0] ?? '').split('|') };
    case 'd':
      return {
        kind: 'decimal',
        totalDigits: number(0, unbounded),
        fractionDigits: number(1, unbounded),
        minInclusive: isGiven(facets[2]) ? Number(facets[2]) : undefined,
      };
    case 'b':
      return { kind: 'boolean' };
    case 'x':
      return { kind: 'binary', minOctets: number(0, 0), maxOctets: number(1, unbounded) };
    case 'a':
      return { kind: 'amount', number: number(0, -1), currency: number(1, -1) };
    case 'n':
      return { kind: 'any', namespace: facets[0] ?? '', process: facets[1] === 'skip' ? 'skip' : 'lax' };
    case 's':
      return { kind: 'sequence', particles: facets.filter((token) => token !== '').map(particleModel) };
    case 'date':
    case 'dateTime':
    case 'time':
    case 'gYear':
    case 'gYearMonth':
      return { kind: 'time', form, pattern: text(0) };
    default:
      throw new Error(`type ${index} has an unknown form`);
  }
}

function isGiven(facet: string | undefined): boolean {
  return facet !== undefined && facet !== '-';
}

/** `Name:type` with `?`, `*`, `+` or `{min,max}`; alternatives each begin with `|`. */
function particleModel(token: string): ParticleModel {
  if (!token.startsWith('|')) return elementModel(token);
  return { kind: 'choice', alternatives: token.slice(1).split('|').map(elementModel) };
}

function elementModel(token: string): ElementModel {
  const colon = token.indexOf(':');
  const type = Number.parseInt(token.slice(colon + 1), 10);
  const [min, max] = occurrences(token.slice(colon + 1 + String(type).length));
  return { kind: 'element', name: token.slice(0, colon), type, min, max };
}

function occurrences(mark: string): readonly [min: number, max: number] {
  if (mark === '') return [1, 1];
  if (mark === '?') return [0, 1];
  if (mark === '*') return [0, unbounded];
  if (mark === '+') return [1, unbounded];
  const [min = 0, max = 0] = mark.slice(1, -1).split(',').map(Number);
  return [min, max];
}
