import { describe, expect, it } from 'vitest';
import { createReader, readModule, splitStatements, stripComments } from '../declarations.mjs';

describe('stripComments', () => {
  it('removes comments and keeps what looks like one in a string', () => {
    expect(stripComments("/** What. */\ndeclare const a: 'http://x'; // why\n")).toBe(
      "\ndeclare const a: 'http://x';\n",
    );
  });
});

describe('splitStatements', () => {
  it('keeps braces inside types together', () => {
    const text = [
      'export interface A<T = {}> {\n    b: { c: T; };\n}',
      'export declare function f(): { a: string; };',
      'export type H = () => { a: string; };',
      'export type G = (() => void) | { kind: ";}" };',
    ];
    expect(splitStatements(text.join('\n'))).toEqual(text);
  });
});

describe('readModule', () => {
  it('keeps all overloads of a function', () => {
    const { declarations } = readModule('export declare function f(a: 1): 1;\nexport declare function f(a: 2): 2;\n');
    expect(declarations.get('f')).toEqual(['function f(a: 1): 1;', 'function f(a: 2): 2;']);
  });
});

describe('createReader', () => {
  const files = {
    'dist/index.d.ts':
      "export * from './a.ts';\nexport { type C as D, e } from './b.ts';\nexport { x } from 'other';\n",
    'dist/a.d.ts': "import type { C } from './b.ts';\nexport interface A {\n    c: C;\n}\ninterface Hidden {\n}\n",
    'dist/b.d.ts': "export { e } from './deep/e.js';\nexport type C = 'c';\n",
    'dist/deep/e.d.ts': 'export declare const e: number;\n',
  };
  const reader = createReader((file) => files[file]);

  it('follows stars, renames, and re-exports to the declaration', () => {
    const found = [...reader.exportsOf('dist/index.d.ts')].map(([name, { text }]) => [name, text]);
    expect(found).toEqual([
      ['A', 'interface A {\n    c: C;\n}'],
      ['D', "type C = 'c';"],
      ['e', 'const e: number;'],
      ['x', "export { x } from 'other';"],
    ]);
  });

  it('finds what a declaration mentions', () => {
    const shape = reader.exportsOf('dist/index.d.ts').get('A');
    expect(reader.usedBy(shape).map(({ name }) => name)).toEqual(['A', 'C']);
  });

  it('says which name is declared nowhere', () => {
    const broken = createReader(() => 'export { lost };\n');
    expect(() => broken.exportsOf('index.d.ts')).toThrow('index.d.ts does not declare lost');
  });
});
