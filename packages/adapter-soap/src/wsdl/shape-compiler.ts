import { PolyrailError } from '@polyrail/core/provider';
import { attributeValue } from '@polyrail/xml';
import { builtIn, textKindOf } from './built-in-types.ts';
import type { AttributeShape, ChildShape, ElementShape, TextKind, TypeShape } from './element-shape.ts';
import type { EngineDefinitions, EngineElement, EngineSchema } from './engine.ts';

const xsd = 'http://www.w3.org/2001/XMLSchema';

type Kind = 'elements' | 'complexTypes' | 'types' | 'groups';

/** A type while it is made: its children come after it, because types refer to themselves. */
interface Draft {
  text: TextKind | undefined;
  children: ChildShape[];
  childrenByName: Map<string, ChildShape>;
  attributes: AttributeShape[];
  choices: TypeShape['choices'][number][];
  /** How many elements and groups were named that were there already. */
  repeated: number;
  /** The groups that it was filled with, once and repeated: whether all of each is there, or it is being filled. */
  readonly groups: { readonly once: Map<EngineElement, boolean>; readonly repeated: Map<EngineElement, boolean> };
}

interface Found {
  readonly element: EngineElement;
  readonly schema: EngineSchema;
}

/** How often a part of a content model may be there. */
interface Occurrence {
  readonly optional: boolean;
  readonly repeats: boolean;
}

const once: Occurrence = { optional: false, repeats: false };

/** Turns the schemas of a WSDL into shapes: what is written and read then needs no schema any more. */
export class ShapeCompiler {
  readonly #definitions: EngineDefinitions;
  readonly #types = new Map<EngineElement, TypeShape>();
  readonly #prefixes = new Map<string, string>();
  /** What an element stands in: prefixes may be declared there. */
  readonly #parents = new Map<EngineElement, EngineElement>();

  constructor(definitions: EngineDefinitions) {
    this.#definitions = definitions;
  }

  /** The shape of a global element. @throws PolyrailError `configuration_invalid` for what is not understood */
  element(namespace: string, name: string): ElementShape {
    const { element, schema } = this.#lookUp(namespace, name, 'elements');
    return this.#shape(namespace, name, this.#typeOf(element, schema));
  }

  #shape(namespace: string, name: string, type: TypeShape): ElementShape {
    const prefix = namespace === '' ? '' : this.#prefixOf(namespace);
    const tag = prefix === '' ? name : `${prefix}:${name}`;
    const declaration = prefix === '' ? '' : ` xmlns:${prefix}="${attributeValue(namespace)}"`;
    return { name, namespace, openTag: `<${tag}`, closeTag: `</${tag}>`, declaration, type };
  }

  #prefixOf(namespace: string): string {
    const known = this.#prefixes.get(namespace);
    if (known !== undefined) return known;
    // No such answer is read: canonical forms, and so signatures, exclude them.
    if (!/^[a-z][a-z0-9+.-]*:/i.test(namespace)) throw invalid(`its namespace "${namespace}" is relative`);
    const prefix = `n${this.#prefixes.size}`;
    this.#prefixes.set(namespace, prefix);
    return prefix;
  }

  #typeOf(element: EngineElement, schema: EngineSchema): TypeShape {
    if (element.$type !== undefined) return this.#namedType(element.$type, element, schema);
    const inline = element.children?.find(({ name }) => name === 'complexType' || name === 'simpleType');
    if (inline === undefined) return textType('any');
    this.#parents.set(inline, element);
    return this.#type(inline, schema);
  }

  #namedType(qname: string, at: EngineElement, schema: EngineSchema): TypeShape {
    const { namespace, name } = this.#resolve(qname, at, schema);
    if (namespace === xsd) return textType(textKindOf(name));
    const found = this.#find(namespace, name, 'complexTypes') ?? this.#find(namespace, name, 'types');
    // The engine drops types that are named like one of XSD, such as a `boolean` of the schema's own.
    if (found === undefined && builtIn.has(name)) return textType('any');
    if (found === undefined) throw invalid(`there is no type ${qname}`);
    return this.#type(found.element, found.schema);
  }

  #type(type: EngineElement, schema: EngineSchema): TypeShape {
    const known = this.#types.get(type);
    if (known !== undefined) return known;
    const draft = emptyDraft();
    this.#types.set(type, draft);
    if (type.name === 'simpleType') draft.text = this.#simpleText(type, schema);
    else this.#fill(draft, type, schema, once);
    draft.attributes.sort((a, b) => (a.name < b.name ? -1 : 1));
    return draft;
  }

  #simpleText(type: EngineElement, schema: EngineSchema): TextKind {
    const restriction = type.children?.find(({ name }) => name === 'restriction');
    if (restriction?.$base === undefined) return 'any';
    this.#parents.set(restriction, type);
    return this.#namedType(restriction.$base, restriction, schema).text ?? 'any';
  }

  #fill(draft: Draft, part: EngineElement, schema: EngineSchema, outer: Occurrence): void {
    for (const child of part.children ?? []) this.#take(draft, child, part, schema, outer);
  }

  #take(draft: Draft, child: EngineElement, part: EngineElement, schema: EngineSchema, outer: Occurrence): void {
    if (child.$maxOccurs === '0') return;
    this.#parents.set(child, part);
    const occurrence = inside(outer, child);
    switch (child.name) {
      case 'sequence':
      case 'all':
      case 'complexContent':
        this.#fill(draft, child, schema, occurrence);
        break;
      case 'choice':
        this.#choose(draft, child, schema, { ...occurrence, optional: true });
        break;
      case 'simpleContent':
        draft.text = 'any';
        this.#fill(draft, child, schema, occurrence);
        break;
      case 'extension':
        this.#inherit(draft, child, schema);
        this.#fill(draft, child, schema, occurrence);
        break;
      case 'restriction':
        this.#fill(draft, child, schema, occurrence);
        this.#inheritAttributes(draft, child, schema);
        break;
      case 'group':
        this.#fillGroup(draft, child, schema, occurrence);
        break;
      case 'attribute':
        addAttribute(draft, child);
        break;
      case 'attributeGroup':
        // The engine keeps the reference and loses the group.
        throw invalid(`its types take attributes of the group ${child.$ref}`);
      case 'element':
        this.#add(draft, child, schema, occurrence);
    }
  }

  /** Only what each branch has for itself tells the branches apart. */
  #choose(draft: Draft, choice: EngineElement, schema: EngineSchema, occurrence: Occurrence): void {
    const { repeated } = draft;
    const branches = (choice.children ?? []).map((branch) => {
      const known = draft.children.length;
      this.#take(draft, branch, choice, schema, occurrence);
      return draft.children.slice(known).map(({ name }) => name);
    });
    if (!occurrence.repeats && draft.repeated === repeated) draft.choices.push(branches);
  }

  #inherit(draft: Draft, extension: EngineElement, schema: EngineSchema): void {
    if (extension.$base === undefined) return;
    const base = this.#namedType(extension.$base, extension, schema);
    if (base.text !== undefined) draft.text = base.text;
    for (const child of base.children) keep(draft, child);
    draft.choices.push(...base.choices);
    draft.attributes.push(...base.attributes);
  }

  /** A restriction has the attributes of its base, but for those that it changes or prohibits. */
  #inheritAttributes(draft: Draft, restriction: EngineElement, schema: EngineSchema): void {
    if (restriction.$base === undefined) return;
    const changed = new Set((restriction.children ?? []).map(({ $name }) => $name));
    const { attributes } = this.#namedType(restriction.$base, restriction, schema);
    draft.attributes.push(...attributes.filter(({ name }) => !changed.has(name)));
  }

  #fillGroup(draft: Draft, group: EngineElement, schema: EngineSchema, occurrence: Occurrence): void {
    if (group.$ref === undefined) {
      this.#fill(draft, group, schema, occurrence);
      return;
    }
    const { namespace, name } = this.#resolve(group.$ref, group, schema);
    const found = this.#lookUp(namespace, name, 'groups');
    const filled = occurrence.repeats ? draft.groups.repeated : draft.groups.once;
    const isWhole = filled.get(found.element);
    if (isWhole === false) throw invalid(`the group ${name} contains itself`);
    // A second time adds nothing, and would take twice the time at each level.
    if (isWhole === true) {
      draft.repeated += 1;
      return;
    }
    filled.set(found.element, false);
    this.#fill(draft, found.element, found.schema, occurrence);
    filled.set(found.element, true);
  }

  #add(draft: Draft, element: EngineElement, schema: EngineSchema, { optional, repeats }: Occurrence): void {
    if (repeats && element.$maxOccurs === undefined && draft.children.length > 0)
      throw invalid(`the element ${element.$name ?? element.$ref} is in a group that repeats`);
    keep(draft, {
      ...this.#local(element, schema),
      required: !optional,
      isList: repeats,
    });
  }

  #local(element: EngineElement, schema: EngineSchema): ElementShape {
    if (element.$ref !== undefined) {
      const { namespace, name } = this.#resolve(element.$ref, element, schema);
      return this.element(namespace, name);
    }
    const { $name: name } = element;
    if (name === undefined) throw invalid('an element has no name');
    const isQualified = (element.$form ?? schema.$elementFormDefault) === 'qualified';
    return this.#shape(isQualified ? (schema.$targetNamespace ?? '') : '', name, this.#typeOf(element, schema));
  }

  #lookUp(namespace: string, name: string, kind: Kind): Found {
    const found = this.#find(namespace, name, kind);
    if (found === undefined) throw invalid(`its ${kind} have no {${namespace}}${name}`);
    return found;
  }

  #find(namespace: string, name: string, kind: Kind): Found | undefined {
    const schema = this.#definitions.schemas[namespace];
    const element = schema && Object.hasOwn(schema[kind], name) ? schema[kind][name] : undefined;
    return schema && element && { element, schema };
  }

  #resolve(qname: string, at: EngineElement, schema: EngineSchema): { namespace: string; name: string } {
    const [prefix, name] = qname.includes(':') ? qname.split(':', 2) : [undefined, qname];
    if (name === undefined) throw invalid(`"${qname}" is no name`);
    if (prefix !== undefined) {
      const namespace = this.#declared(prefix, at, schema);
      if (namespace === undefined) throw invalid(`the prefix of ${qname} is not declared`);
      return { namespace, name };
    }
    // The engine keeps the target namespace where the default namespace was: what is not found there is a type of XSD.
    const own = schema.$targetNamespace ?? '';
    const isOwn = (['complexTypes', 'types', 'elements', 'groups'] as const).some((kind) =>
      this.#find(own, name, kind),
    );
    if (!isOwn && !builtIn.has(name)) throw invalid(`neither its schema nor XSD has ${name}`);
    return { namespace: isOwn ? own : xsd, name };
  }

  #declared(prefix: string, at: EngineElement, schema: EngineSchema): string | undefined {
    for (let place: EngineElement | undefined = at; place !== undefined; place = this.#parents.get(place)) {
      const namespace = place.xmlns?.[prefix];
      if (namespace !== undefined) return namespace;
    }
    const scopes = [at.schemaXmlns, schema.xmlns, this.#definitions.xmlns];
    return scopes.find((scope) => scope?.[prefix] !== undefined)?.[prefix];
  }
}

function emptyDraft(): Draft {
  const groups = { once: new Map(), repeated: new Map() };
  return { text: undefined, children: [], childrenByName: new Map(), attributes: [], choices: [], repeated: 0, groups };
}

function keep(draft: Draft, child: ChildShape): void {
  if (draft.childrenByName.has(child.name)) draft.repeated += 1;
  else {
    draft.children.push(child);
    draft.childrenByName.set(child.name, child);
  }
}

function addAttribute(draft: Draft, { $name, $ref, $use }: EngineElement): void {
  if ($name !== undefined && $use !== 'prohibited')
    draft.attributes.push({ name: $name, required: $use === 'required' });
  if ($ref !== undefined && $use === 'required') throw invalid(`one of its types requires the attribute ${$ref}`);
}

function inside(outer: Occurrence, { $minOccurs, $maxOccurs }: EngineElement): Occurrence {
  const most = $maxOccurs === 'unbounded' ? Number.POSITIVE_INFINITY : Number($maxOccurs ?? 1);
  return { optional: outer.optional || $minOccurs === '0', repeats: outer.repeats || most > 1 };
}

function textType(text: TextKind): TypeShape {
  return { ...emptyDraft(), text };
}

function invalid(reason: string): PolyrailError {
  return new PolyrailError('configuration_invalid', `the WSDL cannot be used: ${reason}`);
}
