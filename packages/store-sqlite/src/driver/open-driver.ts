import { PolyrailError } from '@polyrail/core/store';
import type { Driver, DriverName } from './driver.ts';
import { type NodeSqlite, openNodeSqlite } from './node-sqlite.ts';
import { openNodeSqlite3Wasm } from './node-sqlite3-wasm.ts';

/**
 * Opens a file with the named driver. Default: Node's own where there is one.
 *
 * @throws PolyrailError `configuration_invalid` when this Node does not have the driver
 */
export async function openDriver(path: string, name?: DriverName): Promise<Driver> {
  const builtin = name === 'node-sqlite3-wasm' ? undefined : nodeSqlite();
  if (builtin !== undefined) return openNodeSqlite(builtin, path);
  if (name === 'node:sqlite')
    throw new PolyrailError('configuration_invalid', `Node ${process.versions.node} has no node:sqlite`);
  const { default: wasm } = await import('node-sqlite3-wasm');
  return openNodeSqlite3Wasm(wasm, path);
}

function nodeSqlite(): NodeSqlite | undefined {
  const builtin: object | undefined = process.getBuiltinModule('node:sqlite');
  return builtin as NodeSqlite | undefined;
}
