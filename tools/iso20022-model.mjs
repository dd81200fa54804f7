// `node tools/iso20022-model.mjs <folder>`: compiles the schemas of ISO 20022 (XSD) in a folder into the model table and the
// types of packages/adapter-iso20022. They replace those before, so the folder has to hold the schema of every message. Identical types are kept once for all messages.
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { root } from './packages.mjs';

const namespaceOf = (id) => `urn:iso:std:iso:20022:tech:xsd:${id}`;
const times = ['date', 'dateTime', 'time', 'gYear', 'gYearMonth'];

/** The elements of a schema as `{ name, attributes, children }`; the schemas hold nothing but tags and comments. */
export function parseXsd(text) {
  const top = { name: 'top', attributes: {}, children: [] };
  const open = [top];
  for (const [, close, name, rest, empty] of text.matchAll(/<(\/?)xs:(\w+)([^>]*?)(\/?)>/g)) {
    if (close) {
      open.pop();
      continue;
    }
    const pairs = [...rest.matchAll(/([\w:]+)="([^"]*)"/g)].map(([, key, value]) => [key, value]);
    const element = { name, attributes: Object.fromEntries(pairs), children: [] };
    open.at(-1).children.push(element);
    if (!empty) open.push(element);
  }
  return top.children[0];
}

/** Collects types, each shape once. Rows are in an order in which a type comes after those that it is made of. */
export class TypeTable {
  rows = [];
  names = [];
  #known = new Map();
  #taken = new Map();

  add(row, name) {
    const known = this.#known.get(row);
    if (known !== undefined) return known;
    const index = this.rows.push(row) - 1;
    const count = (this.#taken.get(name) ?? 0) + 1;
    this.#taken.set(name, count);
    this.names.push(`${name.replace(/\W/g, '_')}${count === 1 ? '' : `_${count}`}`);
    this.#known.set(row, index);
    return index;
  }
}

/** Adds the types of one schema, and says which element it is the schema of. */
export function compileSchema(schema, table) {
  const byName = new Map();
  for (const child of schema.children) if (child.name !== 'element') byName.set(child.attributes.name, child);
  const done = new Map();
  const typeOf = (name) => {
    if (done.get(name) === 'open') throw new Error(`${name} is recursive`);
    if (!done.has(name)) {
      done.set(name, 'open');
      const type = byName.get(name);
      if (!type) throw new Error(`there is no type ${name}`);
      done.set(name, table.add(type.name === 'simpleType' ? simpleRow(type) : complexRow(type, typeOf), name));
    }
    return done.get(name);
  };
  const [element] = schema.children.filter(({ name }) => name === 'element');
  return { element: element.attributes.name, type: typeOf(element.attributes.type) };
}

function simpleRow(type) {
  const [restriction] = type.children;
  const facets = new Map();
  for (const { name, attributes } of restriction.children)
    facets.set(name, [...(facets.get(name) ?? []), attributes.value]);
  const take = (name) => {
    const [value, ...more] = facets.get(name) ?? ['-'];
    if (more.length > 0) throw new Error(`${type.attributes.name}: ${name} is repeated`);
    facets.delete(name);
    return value;
  };
  const row = rowOf(restriction.attributes.base.replace('xs:', ''), facets, take);
  if (facets.size > 0) throw new Error(`${type.attributes.name}: unknown facet ${[...facets.keys()]}`);
  return row.replace(/( -)+$/, '');
}

function rowOf(base, facets, take) {
  if (base === 'decimal') return `d ${take('totalDigits')} ${take('fractionDigits')} ${take('minInclusive')}`;
  if (base === 'base64Binary') return `x ${take('minLength')} ${take('maxLength')}`;
  if (base === 'boolean') return 'b';
  if (times.includes(base)) return `${base} ${take('pattern')}`;
  if (base !== 'string') throw new Error(`unknown base ${base}`);
  const codes = facets.get('enumeration');
  facets.delete('enumeration');
  if (codes) return `e ${codes.join('|')}`;
  return `t ${take('minLength')} ${take('maxLength')} ${take('pattern')}`;
}

function complexRow(type, typeOf) {
  const [content] = type.children;
  if (content.name === 'simpleContent') {
    const [extension] = content.children;
    const [attribute] = extension.children;
    if (attribute.attributes.name !== 'Ccy' || attribute.attributes.use !== 'required') throw new Error('not Ccy');
    return `a ${typeOf(extension.attributes.base)} ${typeOf(attribute.attributes.type)}`;
  }
  const [any] = content.children;
  if (any?.name === 'any') return `n ${any.attributes.namespace} ${any.attributes.processContents}`;
  if (content.name === 'choice') return `s ${choiceToken(content, typeOf)}`;
  if (content.name !== 'sequence') throw new Error(`unknown content ${content.name}`);
  const tokens = content.children.map((child) =>
    child.name === 'choice' ? choiceToken(child, typeOf) : elementToken(child, typeOf),
  );
  return `s ${tokens.join(' ')}`;
}

function choiceToken(choice, typeOf) {
  return choice.children.map((child) => `|${elementToken(child, typeOf)}`).join('');
}

function elementToken({ name, attributes }, typeOf) {
  if (name !== 'element') throw new Error(`unknown particle ${name}`);
  const [min, max] = [attributes.minOccurs ?? '1', attributes.maxOccurs ?? '1'];
  const short = { '1,1': '', '0,1': '?', '0,unbounded': '*', '1,unbounded': '+' };
  return `${attributes.name}:${typeOf(attributes.type)}${short[`${min},${max}`] ?? `{${min},${max}}`}`;
}

/** The TypeScript of a type, where it is used. */
function usage(table, index) {
  const row = table.rows[index];
  if (row.startsWith('s ') || row.startsWith('e ')) return table.names[index];
  if (row === 'b') return 'boolean';
  return row.startsWith('a ') ? 'Amount' : 'string';
}

function declaration(table, index) {
  const [name, row] = [table.names[index], table.rows[index]];
  if (row.startsWith('e ')) return `export type ${name} = ${codeUnion(row)};`;
  if (!row.startsWith('s ')) return undefined;
  const tokens = row.slice(2).split(' ').filter(Boolean);
  const elements = tokens.filter((token) => !token.startsWith('|')).map((token) => member(table, token));
  const choices = tokens
    .filter((token) => token.startsWith('|'))
    .map(
      (token) =>
        `OneOf<{ ${token
          .slice(1)
          .split('|')
          .map((one) => member(table, one))
          .join('; ')} }>`,
    );
  if (choices.length === 0) return `export interface ${name} {\n${elements.map((one) => `  ${one};\n`).join('')}}`;
  const parts = [...(elements.length > 0 ? [`{ ${elements.join('; ')} }`] : []), ...choices];
  return `export type ${name} = ${parts.join(' & ')};`;
}

function codeUnion(row) {
  return row
    .slice(2)
    .split('|')
    .map((code) => `'${code}'`)
    .join(' | ');
}

function member(table, token) {
  const [, name, type, occurs] = /^([^:]+):(\d+)(.*)$/.exec(token);
  const isMany = /[*+{]/.test(occurs);
  const isOptional = /^[?*]|^\{0,/.test(occurs);
  const one = usage(table, Number(type));
  const text = isMany ? `readonly ${one}[]` : one;
  const key = /^\w+$/.test(name) ? name : `'${name}'`;
  return `readonly ${key}${isOptional ? `?: ${text} | undefined` : `: ${text}`}`;
}

const head = '// Written by tools/iso20022-model.mjs from the XML schemas of ISO 20022. Do not edit.\n';

export function renderTable(table, messages) {
  const rows = table.rows.map((row) => `  '${row.replaceAll('\\', '\\\\')}',\n`).join('');
  const roots = messages.map(({ id, element, type }) => `  '${id}': '${element}:${type}',\n`).join('');
  return `${head}
/** A type each; what a row says is told in ../type-model.ts. */
export const typeRows: readonly string[] = [\n${rows}];

/** The element that a message is, and its type. */
export const messageRoots = {\n${roots}} as const;
`;
}

export function renderTypes(table, messages) {
  const declarations = table.rows.map((_, index) => declaration(table, index)).filter(Boolean);
  const entries = messages.map(({ id, type }) => `  readonly '${id}': ${table.names[type]};\n`).join('');
  return `${head}import type { Amount } from '../amount.ts';
import type { OneOf } from '../one-of.ts';

/** What a message holds: the content of \`Document\`, or of \`AppHdr\`. */
export interface Messages {\n${entries}}

${declarations.join('\n\n')}
`;
}

/** Compiles every schema of a folder. */
export function compileFolder(folder) {
  const table = new TypeTable();
  const files = readdirSync(folder).filter((file) => /^\w{4}\.\d{3}\.\d{3}\.\d{2}\.xsd$/.test(file));
  const messages = files.sort().map((file) => {
    const id = file.slice(0, -'.xsd'.length);
    const text = readFileSync(join(folder, file), 'utf8');
    if (!text.includes(`targetNamespace="${namespaceOf(id)}"`)) throw new Error(`${file} has another namespace`);
    const message = compileSchema(parseXsd(text), table);
    if (message.element === 'Document')
      table.names[message.type] = `${id[0].toUpperCase()}${id.slice(1).replaceAll('.', '')}`;
    return { id, ...message };
  });
  return { table, messages };
}

if (process.argv[1] === import.meta.filename) {
  const [folder] = process.argv.slice(2);
  if (!folder || !existsSync(folder)) {
    console.error(
      'node tools/iso20022-model.mjs <folder that holds the schema (XSD) of every message, the old ones too>',
    );
    process.exit(2);
  }
  const { table, messages } = compileFolder(folder);
  const target = join(root, 'packages/adapter-iso20022/src/model/generated');
  const text = renderTable(table, messages);
  writeFileSync(join(target, 'type-table.ts'), text);
  writeFileSync(join(target, 'messages.ts'), renderTypes(table, messages));
  const { length } = gzipSync(text);
  console.log(`${messages.length} messages, ${table.rows.length} types, ${length} bytes gzipped`);
}
