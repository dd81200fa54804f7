import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const root = new URL('../../', import.meta.url);
const biome = createRequire(import.meta.url).resolve('@biomejs/biome/bin/biome');

const importing = (specifier) => `import { a } from '${specifier}';\nexport const b: unknown = a;\n`;
const evaluating = (expression) => `export const a: unknown = ${expression};\n`;

/** Folder, what a file in it imports or evaluates, and the rule that must report it (undefined: allowed). */
const imports = 'noRestrictedImports';
const globals = 'noRestrictedGlobals';
const properties = 'noJsRestrictedProperties';
const cases = [
  ['packages/core/src/model', importing('./money.ts'), undefined],
  ['packages/core/src/model', importing('../provider/index.ts'), imports],
  ['packages/core/src/model', importing('node:crypto'), imports],
  ['packages/core/src/model', importing('uuid'), imports],
  ['packages/core/src/model', importing('@polyrail/core'), imports],
  ['packages/core/src/provider', importing('./clock.ts'), undefined],
  ['packages/core/src/provider', importing('../model/index.ts'), undefined],
  ['packages/core/src/provider', importing('../gateway/gateway.ts'), imports],
  ['packages/core/src/provider', importing('uuid'), imports],
  ['packages/core/src/ledger', importing('../model/index.ts'), undefined],
  ['packages/core/src/ledger', importing('node:crypto'), undefined],
  ['packages/core/src/ledger', importing('../resilience/guard.ts'), imports],
  ['packages/core/src/ledger', importing('../gateway/gateway.ts'), imports],
  ['packages/core/src/resilience', importing('../provider/index.ts'), undefined],
  ['packages/core/src/resilience', importing('opossum'), undefined],
  ['packages/core/src/resilience', importing('../gateway/gateway.ts'), imports],
  ['packages/core/src/resilience', importing('../container/tokens.ts'), imports],
  ['packages/core/src/resilience', importing('inversify'), imports],
  ['packages/core/src/resilience/breaker', importing('../limits.ts'), undefined],
  ['packages/core/src/resilience/breaker', importing('../../provider/index.ts'), undefined],
  ['packages/core/src/resilience/breaker', importing('../../gateway/gateway.ts'), imports],
  ['packages/core/src/gateway', importing('../resilience/guard.ts'), undefined],
  ['packages/core/src/gateway', importing('../ledger/ledger.ts'), undefined],
  ['packages/core/src/gateway', importing('../container/tokens.ts'), imports],
  ['packages/core/src/gateway', importing('inversify'), imports],
  ['packages/core/src/gateway', importing('opossum'), imports],
  ['packages/core/src/container', importing('../gateway/gateway.ts'), undefined],
  ['packages/core/src/container', importing('inversify'), undefined],
  ['packages/core/src/container', importing('opossum'), imports],
  ['packages/http/src', importing('@polyrail/core/provider'), undefined],
  ['packages/http/src', importing('@polyrail/core'), imports],
  ['packages/adapter-rest/src', importing('@polyrail/core/provider'), undefined],
  ['packages/adapter-rest/src', importing('@polyrail/http'), undefined],
  ['packages/adapter-rest/src', importing('@polyrail/core'), imports],
  ['packages/adapter-rest/src', importing('@polyrail/sandbox'), imports],
  ['providers/acme/src', importing('@polyrail/adapter-rest'), undefined],
  ['providers/acme/src', importing('@polyrail/core/provider'), undefined],
  ['providers/acme/src', importing('@polyrail/core'), imports],
  ['providers/acme/src', importing('node:http'), imports],
  ['packages/sandbox/src', importing('@polyrail/core/provider'), imports],
  ['packages/sandbox/test', importing('@polyrail/core'), imports],
  ['packages/testkit/src', importing('@polyrail/core'), undefined],
  ['packages/testkit/src', importing('@polyrail/sandbox'), imports],
  ['packages/testkit/src', importing('vitest'), imports],
  ['packages/http/src', importing('left-pad'), 'noUndeclaredDependencies'],
  ['packages/http/src', importing('./send-bytes'), 'useImportExtensions'],
  ['packages/core/src/gateway', evaluating('Date.now()'), globals],
  ['packages/core/src/gateway', evaluating('setTimeout'), globals],
  ['packages/core/src/gateway', evaluating('fetch'), globals],
  ['packages/core/src/gateway', evaluating('Math.random()'), properties],
  ['packages/core/src/gateway', evaluating('Math.min(1, 2)'), undefined],
  ['providers/acme/src', evaluating('fetch'), globals],
  ['providers/acme/src', evaluating('new Date()'), globals],
  ['providers/acme/src', evaluating('setInterval'), globals],
  ['providers/acme/src', evaluating('Math.random()'), properties],
  ['packages/http/src', 'export default 1;\n', 'noDefaultExport'],
  ['packages/http/src', 'export const a: any = 1;\n', 'noExplicitAny'],
  ['packages/http/src', 'export const a = (b: string | undefined): string => b!;\n', 'noNonNullAssertion'],
  ['packages/http/src', 'export class A {\n  constructor(readonly b: string) {}\n}\n', 'noParameterProperties'],
  ['packages/http/src', evaluating("process.env['TOKEN']"), 'noProcessEnv'],
  ['packages/http/src', 'export type A = string;\n'.repeat(301), 'noExcessiveLinesPerFile'],
  ['packages/http/src', `export function a(): void {\n${'  b();\n'.repeat(61)}}\n`, 'noExcessiveLinesPerFunction'],
];

const folder = mkdtempSync(join(tmpdir(), 'polyrail-rules-'));
const fileOf = (index) => join(cases[index][0], `planted-${index}.ts`);
const reported = new Map();

beforeAll(() => {
  const configuration = JSON.parse(readFileSync(new URL('biome.json', root), 'utf8'));
  writeFileSync(join(folder, 'biome.json'), JSON.stringify({ ...configuration, vcs: { enabled: false } }));
  const dependencies = Object.fromEntries(
    [
      'uuid',
      'opossum',
      'inversify',
      'vitest',
      '@polyrail/core',
      '@polyrail/http',
      '@polyrail/adapter-rest',
      '@polyrail/sandbox',
    ].map((name) => [name, '*']),
  );
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ name: 'planted', dependencies }));
  for (const [index, [, text]] of cases.entries()) {
    mkdirSync(dirname(join(folder, fileOf(index))), { recursive: true });
    writeFileSync(join(folder, fileOf(index)), text);
  }
  writeFileSync(join(folder, 'packages/http/src/send-bytes.ts'), "export const a: string = '';\n");
  const run = spawnSync(process.execPath, [biome, 'lint', '--reporter=json', '--max-diagnostics=none', '.'], {
    cwd: folder,
    encoding: 'utf8',
  });
  for (const { location, category } of JSON.parse(run.stdout).diagnostics) {
    const rule = category.split('/').at(-1);
    reported.set(location.path, [...(reported.get(location.path) ?? []), rule]);
  }
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('the rules in biome.json report', () => {
  it.each(cases.map(([where, text, rule], index) => ({ index, where, text: text.slice(0, 60), rule })))(
    '$rule in $where: $text',
    ({ index, rule }) => {
      const rules = reported.get(fileOf(index)) ?? [];
      if (rule) expect(rules).toContain(rule);
      else expect(rules).toEqual([]);
    },
  );
});
