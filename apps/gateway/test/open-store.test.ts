import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readStoreConfig } from '../src/open-store.ts';
import { post, start, stop, unkeyed } from './running-host.ts';

describe('POLYRAIL_STORE=sqlite', () => {
  it('keeps payments and keys over a restart', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'polyrail-'));
    const environment = { POLYRAIL_STORE: `sqlite:${join(folder, 'gateway.db')}` };
    const first = await start(environment);
    const paid = await post(`${first.url}/v1/payments`, { ...unkeyed, idempotency_key: 'k1' });
    expect(paid.status).toBe(201);
    await stop(first);
    const second = await start(environment);
    const again = await post(`${second.url}/v1/payments`, { ...unkeyed, idempotency_key: 'k1' });
    expect(again).toMatchObject({ status: 201, json: paid.json });
    expect(again.headers.get('idempotency-replayed')).toBe('true');
    await stop(second);
    rmSync(folder, { recursive: true });
  });

  it('says what a store is called', () => {
    expect(readStoreConfig('memory')).toEqual({ kind: 'memory' });
    expect(readStoreConfig('sqlite:/data/polyrail.db')).toEqual({ kind: 'sqlite', path: '/data/polyrail.db' });
    expect(readStoreConfig('postgresql://user:pass@db/polyrail')).toMatchObject({ kind: 'postgres' });
    for (const wrong of ['', 'sqlite', 'sqlite:', 'mysql://db', 'memory:'])
      expect(readStoreConfig(wrong)).toBeUndefined();
  });
});
