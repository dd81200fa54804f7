import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { memoryLedger, type Store } from '@polyrail/core';
import { postgresStore } from '@polyrail/store-postgres';
import { sqliteStore } from '@polyrail/store-sqlite';
import { PostgresServer } from '@polyrail/testkit';

/** A place for payments that a campaign makes and removes. */
export interface StorePlace {
  readonly name: string;
  /** As in `POLYRAIL_STORE`. */
  readonly setting: string;
  /** Opens it from here, after the gateways have left. */
  open(): Promise<Store>;
  remove(): Promise<void>;
}

/** The stores that a campaign can be run on. `memory` keeps nothing: it is there to be caught. */
export const storeNames = ['sqlite', 'postgres', 'memory'] as const;

export type StoreName = (typeof storeNames)[number];

/** `undefined`: this machine does not have it. */
export async function storePlace(name: StoreName): Promise<StorePlace | undefined> {
  switch (name) {
    case 'sqlite':
      return sqlitePlace();
    case 'postgres':
      return postgresPlace();
    case 'memory':
      return { name, setting: 'memory', open: async () => memoryLedger(), remove: async () => undefined };
  }
}

/** A file in the folder, or in one of its own. */
export function sqlitePlace(folder: string = mkdtempSync(join(tmpdir(), 'polyrail-campaign-'))): StorePlace {
  const path = join(folder, 'payments.db');
  return {
    name: 'sqlite',
    setting: `sqlite:${path}`,
    open: () => sqliteStore({ path }),
    remove: async () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** A server that a campaign can stop and start. */
export interface PostgresPlace extends StorePlace {
  readonly server: PostgresServer;
}

export async function postgresPlace(): Promise<PostgresPlace | undefined> {
  const server = await PostgresServer.start({ searchPath: process.env['PATH'] });
  return (
    server && {
      name: 'postgres',
      setting: server.connection,
      server,
      open: () => postgresStore({ connection: server.connection }),
      remove: () => server.remove(),
    }
  );
}
