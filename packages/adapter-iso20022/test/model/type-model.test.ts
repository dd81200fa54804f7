import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { typeRows } from '../../src/model/generated/type-table.ts';
import { messageIds } from '../../src/model/message-id.ts';
import { rootModel, typeModel } from '../../src/model/type-model.ts';
import { hasSchemas } from '../support/schema-judge.ts';

const table = new URL('../../src/model/generated/type-table.ts', import.meta.url);
const schemas = new URL('../../../../../shared/data/iso20022/xsd/', import.meta.url);

it('knows every type of the table', () => {
  for (const index of typeRows.keys()) {
    const model = typeModel(index);
    if (model.kind !== 'sequence') continue;
    const elements = model.particles.flatMap((one) => (one.kind === 'choice' ? one.alternatives : [one]));
    for (const { name, type, min, max } of elements) {
      expect(name).toMatch(/^[A-Za-z][\w.]*$/);
      expect(type).toBeLessThan(index);
      expect(max).toBeGreaterThanOrEqual(Math.max(1, min));
    }
  }
  for (const id of messageIds) expect(['Document', 'AppHdr']).toContain(rootModel(id).element);
});

it('has the facets of the schemas', () => {
  expect(typeModel(typeRows.indexOf('t 1 35'))).toEqual({
    kind: 'text',
    minLength: 1,
    maxLength: 35,
    pattern: undefined,
  });
  expect(typeModel(typeRows.indexOf('d 18 5 0'))).toEqual({
    kind: 'decimal',
    totalDigits: 18,
    fractionDigits: 5,
    minInclusive: 0,
  });
});

it('stays small', () => {
  expect(gzipSync(readFileSync(table)).length).toBeLessThan(20_000);
});

it.skipIf(!hasSchemas)('is what the schemas beside the project compile to', async () => {
  const { compileFolder, renderTable } = await import(
    new URL('../../../../tools/iso20022-model.mjs', import.meta.url).href
  );
  const compiled = compileFolder(schemas.pathname);
  expect(renderTable(compiled.table, compiled.messages)).toBe(readFileSync(table, 'utf8'));
});
