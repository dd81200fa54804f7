import { expect, it } from 'vitest';
import { environmentSecrets } from '../src/environment-secrets.ts';

it('reads variables, and takes an empty one for none', async () => {
  const environment = environmentSecrets({ KEY: 'value', EMPTY: '' });
  expect((await environment.read('KEY'))?.expose()).toBe('value');
  expect(await environment.read('EMPTY')).toBeUndefined();
  expect(await environment.read('ABSENT')).toBeUndefined();
  expect(environment.describe('KEY')).toBe('KEY');
});
