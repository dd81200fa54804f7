import { describe, expect, it } from 'vitest';
import { diffLines, entriesOf, reportOf } from '../api-report.mjs';
import { createReader } from '../declarations.mjs';

const files = {
  'p/dist/index.d.ts':
    "export * from './spec.ts';\nexport declare function run(spec: Spec, options: Options): void;\nimport type { Spec } from './spec.ts';\ninterface Options {\n    retries: number;\n}\n",
  'p/dist/spec.d.ts': '/** The contract. */\nexport interface Spec {\n    id: string;\n}\n',
};
const published = {
  path: 'p',
  manifest: {
    name: '@polyrail/p',
    exports: {
      '.': { types: './dist/index.d.ts', default: './dist/index.js' },
      './spec': { types: './dist/spec.d.ts', default: './dist/spec.js' },
      './package.json': './package.json',
    },
  },
};
const report = (changed = {}) =>
  reportOf(
    '@polyrail/p',
    entriesOf(published),
    createReader((file) => ({ ...files, ...changed })[file]),
  );

describe('reportOf', () => {
  it('shows each subpath once, then what the shapes need but nobody exports', () => {
    expect(report()).toMatchInlineSnapshot(`
      "# @polyrail/p

      The public surface. \`npm run api\` writes this file.

      ## @polyrail/p/spec

      \`\`\`ts
      interface Spec {
          id: string;
      }
      \`\`\`

      ## @polyrail/p

      As above: Spec.

      \`\`\`ts
      function run(spec: Spec, options: Options): void;
      \`\`\`

      ## Not exported, but part of the shapes above

      \`\`\`ts
      interface Options {
          retries: number;
      }
      \`\`\`
      "
    `);
  });

  it('is the same when only comments change', () => {
    expect(report({ 'p/dist/spec.d.ts': 'export interface Spec { // other\n    id: string;\n}\n' })).toBe(report());
  });

  it('changes with a shape that is not exported', () => {
    const changed = { 'p/dist/index.d.ts': files['p/dist/index.d.ts'].replace('retries: number', 'retries: bigint') };
    expect(diffLines(report(), report(changed))).toBe('-     retries: number;\n+     retries: bigint;');
  });

  it('gives generated types as their number and a digest, which changes with them', () => {
    const generated = (type) => ({
      'p/dist/index.d.ts': "import type { Made } from './generated/made.js';\nexport interface Uses { made: Made }\n",
      'p/dist/generated/made.d.ts': `export interface Made { id: ${type} }\n`,
    });
    expect(report(generated('string'))).toContain('1 declarations that are part of the shapes above.');
    expect(report(generated('string'))).not.toContain('interface Made');
    expect(report(generated('string'))).not.toBe(report(generated('number')));
  });
});
