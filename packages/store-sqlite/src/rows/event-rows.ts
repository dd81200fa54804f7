import { encodeStored, type OutboxRecord } from '@polyrail/core/store';
import type { Database } from '../database.ts';
import { recordOf } from './record.ts';

/** Our own events as rows. */
export class EventRows {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  add(event: OutboxRecord): void {
    this.#database.run(
      'insert into events (id, at_ms, record) values (?, ?, ?) on conflict (id) do nothing',
      ...[event.id, event.atMs, encodeStored(event)],
    );
  }

  event(id: string): OutboxRecord | undefined {
    return recordOf(this.#database.get('select record from events where id = ?', id));
  }
}
