import { decodeStored } from '@polyrail/core/store';
import type { Row } from '../driver/driver.ts';

/** The record that a row keeps as text. */
export function recordOf<Record>(row: Row): Record;
/** The record that a row keeps as text, if there is a row. */
export function recordOf<Record>(row: Row | undefined): Record | undefined;
export function recordOf<Record>(row: Row | undefined): Record | undefined {
  return row === undefined ? undefined : decodeStored<Record>(String(row['record']));
}
