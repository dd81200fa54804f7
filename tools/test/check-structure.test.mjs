import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { checkFiles, checkManifest, checkPins, checkReferences, checkText, checkTwins } from '../check-structure.mjs';

const folder = mkdtempSync(join(tmpdir(), 'polyrail-structure-'));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function write(files) {
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), text);
  }
}

const target = { '@polyrail/source': './src/index.ts', types: './dist/index.d.ts', default: './dist/index.js' };
const manifest = {
  name: '@polyrail/acme',
  description: 'One provider.',
  license: 'Apache-2.0',
  type: 'module',
  engines: { node: '>=20.19' },
  sideEffects: false,
  files: ['dist', 'src'],
  exports: { '.': target, './package.json': './package.json' },
};

describe('checkManifest', () => {
  const check = (change) => checkManifest({ folder: 'providers/acme', manifest: { ...manifest, ...change } });

  it('accepts a complete manifest', () => expect(check({})).toEqual([]));

  it.each([
    ['license', { license: 'MIT' }],
    ['engines.node', { engines: { node: '>=22' } }],
    ['files', { files: ['dist'] }],
    ['description', { description: '' }],
    ['exports["."]', { exports: { '.': { types: target.types, default: target.default } } }],
    ['exports["."]', { exports: undefined }],
  ])('reports %s', (field, change) => {
    expect(check(change)).toEqual([expect.stringContaining(`package.json: ${field}`)]);
  });
});

describe('checkReferences', () => {
  it('reports a missing reference and one too many', () => {
    write({ 'acme/tsconfig.json': '{ "references": [{ "path": "../http" }] }' });
    const packages = ['core', 'http'].map((name) => ({
      path: join(folder, name),
      manifest: { name: `@polyrail/${name}` },
    }));
    const acme = { path: join(folder, 'acme'), manifest: { dependencies: { '@polyrail/core': 'workspace:*' } } };
    expect(checkReferences(acme, packages)).toEqual([
      expect.stringMatching(/no reference to .*core$/),
      expect.stringMatching(/http is no dependency$/),
    ]);
  });
});

describe('checkFiles', () => {
  it('reports what is missing and tests without a twin', () => {
    write({ 'src/send.ts': '', 'test/send.test.ts': '', 'test/gone.test.ts': '', 'turbo.json': '{ "tags": ["toy"] }' });
    expect(checkFiles({ folder: 'packages/acme', path: folder })).toEqual([
      'README.md is missing',
      'src/index.ts is missing',
      expect.stringContaining('turbo.json: tags is one of core,'),
      'test/gone.test.ts has no twin in src',
    ]);
  });
});

describe('checkTwins', () => {
  it('accepts twins, aspects of twins, support files and cross-cutting suites', () => {
    const twins = ['src/a/b.ts', 'test/a/b.test.ts', 'test/a/b.test-d.ts', 'test/a/b.wire.test.ts'];
    expect(checkTwins([...twins, 'test/support/server.ts', 'test/fault-matrix.test.ts'])).toEqual([]);
  });

  it('reports a test in the wrong folder', () => {
    expect(checkTwins(['src/a/b.ts', 'test/b.test.ts'])).toEqual(['test/b.test.ts has no twin in src']);
  });
});

describe('checkText', () => {
  const split = (...parts) => parts.join('');

  it.each([
    ['is unfinished', split('// TO', 'DO: later')],
    ['holds a path of one machine', split("read('/wo", "rk/main/a.json')")],
    ['holds a path of one machine', split('cd /ho', 'me/me')],
    ['names a package registry', split('https://registry', '.npmjs.org/')],
  ])('reports a text that %s', (message, text) => {
    expect(checkText('src/a.ts', text)).toEqual([expect.stringContaining(`src/a.ts ${message}`)]);
  });

  it('accepts ordinary text', () => {
    expect(checkText('src/registry.ts', "const registry = tmp; fetch('/v1/home/address'); // todo list")).toEqual([]);
  });

  it.each(['src/utils.ts', 'src/helpers.test.ts', 'src/common.mjs'])('reports the name %s', (file) => {
    expect(checkText(file, '')).toHaveLength(1);
  });
});

describe('checkPins', () => {
  it('reports a root version that differs from the catalog', () => {
    const workspace = "catalog:\n  '@types/node': ~20.19.0\n  knip: 6.0.0\n";
    const pins = { devDependencies: { '@types/node': '~20.19.0', knip: '5.0.0', pnpm: '10.0.0' } };
    expect(checkPins(pins, workspace)).toEqual(['package.json: knip is 5.0.0, the catalog says 6.0.0']);
  });
});
