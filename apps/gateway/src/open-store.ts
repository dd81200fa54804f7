import { memoryLedger, PolyrailError, Secret, type Store } from '@polyrail/core';

/** Where payments are kept: in memory, in an SQLite file, or in PostgreSQL. */
export type StoreConfig =
  | { readonly kind: 'memory' }
  | { readonly kind: 'sqlite'; readonly path: string }
  | { readonly kind: 'postgres'; readonly connection: Secret };

/** Reads `memory`, `sqlite:<path>` or `postgresql://…`; `undefined` for anything else. */
export function readStoreConfig(text: string): StoreConfig | undefined {
  if (text === 'memory') return { kind: 'memory' };
  if (/^sqlite:./.test(text)) return { kind: 'sqlite', path: text.slice('sqlite:'.length) };
  if (/^postgres(ql)?:\/\/./.test(text)) return { kind: 'postgres', connection: new Secret(text) };
  return undefined;
}

/**
 * Opens the store.
 *
 * @throws PolyrailError of the store, under the name of the setting
 */
export async function openStore(config: StoreConfig): Promise<Store> {
  try {
    return await storeOf(config);
  } catch (error) {
    throw PolyrailError.is(error) ? named(error) : error;
  }
}

function named(cause: PolyrailError): PolyrailError {
  return new PolyrailError(cause.code, `POLYRAIL_STORE cannot be used: ${cause.message}`, { cause });
}

/** Its package is loaded only when it is the one that is used. */
async function storeOf(config: StoreConfig): Promise<Store> {
  switch (config.kind) {
    case 'memory':
      return memoryLedger();
    case 'sqlite': {
      const { sqliteStore } = await import('@polyrail/store-sqlite');
      return sqliteStore({ path: config.path });
    }
    case 'postgres': {
      const { postgresStore } = await import('@polyrail/store-postgres');
      return postgresStore({ connection: config.connection });
    }
  }
}
