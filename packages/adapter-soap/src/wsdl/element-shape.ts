/** The kinds of text whose form is checked. All text stays text: no amount becomes a number. */
export type TextKind = 'any' | 'decimal' | 'integer' | 'boolean';

/** An attribute of a type. */
export interface AttributeShape {
  readonly name: string;
  readonly required: boolean;
}

/** What an element may hold, as the schema says. */
export interface TypeShape {
  /** `undefined`: it holds elements, and no text. */
  readonly text: TextKind | undefined;
  /** In the order of the schema. */
  readonly children: readonly ChildShape[];
  readonly childrenByName: ReadonlyMap<string, ChildShape>;
  /** In the order of Canonical XML. */
  readonly attributes: readonly AttributeShape[];
  /** Of the branches of each, by the names of their elements, at most one may be there. */
  readonly choices: readonly (readonly (readonly string[])[])[];
}

/** An element, with the tags that it is written with. */
export interface ElementShape {
  readonly name: string;
  /** Empty for an element without a namespace. */
  readonly namespace: string;
  /** `<prefix:name`, left open for attributes. */
  readonly openTag: string;
  readonly closeTag: string;
  /** ` xmlns:prefix="namespace"`; empty for an element without a namespace. */
  readonly declaration: string;
  readonly type: TypeShape;
}

/** An element within another. */
export interface ChildShape extends ElementShape {
  readonly required: boolean;
  /** Whether it may be there more than once. */
  readonly isList: boolean;
}
