// Reads the .d.ts files that tsc emits, well enough to list what a module exports. TypeScript 7 has no compiler API.
// Known limits: one name per `const` statement, no `export =`, no `declare module`.
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const opening = new Set(['(', '[', '{', '<']);
const closing = new Set([')', ']', '}', '>']);
const endsWithBrace = /^(export )?(declare )?(abstract )?(class|interface|namespace|enum)\b/;
const declaredName =
  /^(?:export )?(?:declare )?(?:abstract )?(?:class|interface|type|function|const|let|var|namespace|enum) ([\w$]+)/;

const stringOrComment = /\/\*[\s\S]*?\*\/|\/\/.*|'(?:\\.|[^'\\])*'|"(?:\\.|[^"\\])*"|`(?:\\.|[^`\\])*`/y;

/** Length of the string or comment that starts at `at`, 0 when there is none. */
function skipped(text, at) {
  stringOrComment.lastIndex = at;
  return stringOrComment.exec(text)?.[0].length ?? 0;
}

/** Removes comments, and the lines that held nothing else. */
export function stripComments(text) {
  let out = '';
  for (let at = 0; at < text.length; ) {
    const length = skipped(text, at);
    if (length === 0) out += text[at];
    else if (text[at] !== '/') out += text.slice(at, at + length);
    at += length || 1;
  }
  return out.replace(/[ \t]+$/gm, '').replace(/\n{2,}/g, '\n');
}

/** Splits declarations without comments into top-level statements. */
export function splitStatements(text) {
  const statements = [];
  let depth = 0;
  let start = 0;
  for (let at = 0; at < text.length; at++) {
    const char = text[at];
    const length = skipped(text, at);
    if (length > 0) at += length - 1;
    else if (opening.has(char)) depth++;
    else if (closing.has(char) && !(char === '>' && text[at - 1] === '=')) depth--;
    if (depth > 0 || (char !== ';' && char !== '}')) continue;
    const statement = text.slice(start, at + 1).trim();
    if (char === ';' || endsWithBrace.test(statement)) {
      statements.push(statement);
      start = at + 1;
    }
  }
  return statements;
}

/** `{ A, type B as C }` → `[['A', 'A'], ['B', 'C']]`: the name inside and the name outside. */
function readNames(list) {
  return list
    .split(',')
    .map((part) => part.trim().replace(/^type /, ''))
    .filter((part) => part !== '')
    .map((part) => part.split(' as '))
    .map(([inside, outside = inside]) => [inside, outside]);
}

/** What one .d.ts file declares, imports and exports. */
export function readModule(text) {
  const module = { declarations: new Map(), imports: new Map(), exports: new Map(), stars: [] };
  for (const statement of splitStatements(stripComments(text))) {
    const from = / from ['"](.+)['"];$/.exec(statement)?.[1];
    const list = /\{([^}]*)\}/.exec(statement)?.[1] ?? '';
    const name = declaredName.exec(statement)?.[1];
    if (/^export \*/.test(statement)) module.stars.push({ from, as: /^export \* as (\w+)/.exec(statement)?.[1] });
    else if (/^import\b/.test(statement)) {
      for (const [inside, outside] of readNames(list)) module.imports.set(outside, { from, name: inside });
    } else if (/^export (type )?\{/.test(statement)) {
      for (const [inside, outside] of readNames(list)) module.exports.set(outside, { from, name: inside });
    } else if (name) {
      const shown = statement.replace(/^export /, '').replace(/^declare /, '');
      module.declarations.set(name, [...(module.declarations.get(name) ?? []), shown]);
      if (statement.startsWith('export ')) module.exports.set(name, { name });
    }
  }
  return module;
}

/** A reader of the modules below one folder: `exportsOf(file)` and `usedBy(origin)` answer with `{ file, name, text }`. */
export function createReader(read = (file) => readFileSync(file, 'utf8')) {
  const modules = new Map();
  const load = (file) => {
    if (!modules.has(file)) modules.set(file, readModule(read(file)));
    return modules.get(file);
  };
  const resolve = (file, from) => join(dirname(file), from.replace(/\.[jt]s$/, '.d.ts'));

  function originOf(file, { from, name }) {
    if (from && !from.startsWith('.')) return { file: from, name, text: `export { ${name} } from '${from}';` };
    const target = from ? resolve(file, from) : file;
    const module = load(target);
    const declared = module.declarations.get(name);
    if (declared) return { file: target, name, text: declared.join('\n') };
    const next = from ? (module.exports.get(name) ?? starOf(target, name)) : module.imports.get(name);
    if (!next) throw new Error(`${target} does not declare ${name}`);
    return 'text' in next ? next : originOf(target, next);
  }

  const starOf = (file, name) => exportsOf(file).get(name);

  function exportsOf(file) {
    const module = load(file);
    const found = new Map();
    for (const { from, as } of module.stars) {
      if (as || !from.startsWith('.')) {
        const text = `export *${as ? ` as ${as}` : ''} from '${from}';`;
        found.set(as ?? `* ${from}`, { file: from, name: as ?? '*', text });
      } else for (const [name, origin] of exportsOf(resolve(file, from))) found.set(name, origin);
    }
    for (const [name, entry] of module.exports) found.set(name, originOf(file, entry));
    return found;
  }

  function usedBy({ file, text }) {
    if (!modules.has(file)) return [];
    const { declarations, imports } = load(file);
    const words = new Set(text.match(/[A-Za-z_$][\w$]*/g));
    const local = [...declarations.keys()].filter((name) => words.has(name)).map((name) => originOf(file, { name }));
    const imported = [...imports].filter(([name, { from }]) => words.has(name) && from?.startsWith('.'));
    return [...local, ...imported.map(([, entry]) => originOf(file, entry))];
  }

  return { exportsOf, usedBy };
}
