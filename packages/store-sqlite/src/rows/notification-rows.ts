import { type AcceptAnswer, encodeStored, type NotificationRecord, notificationJob } from '@polyrail/core/store';
import type { Database } from '../database.ts';
import type { JobRows } from './job-rows.ts';
import { recordOf } from './record.ts';

/** The inbox as rows. */
export class NotificationRows {
  readonly #database: Database;
  readonly #jobs: JobRows;

  constructor(database: Database, jobs: JobRows) {
    this.#database = database;
    this.#jobs = jobs;
  }

  accept(records: readonly NotificationRecord[], nowMs: number): readonly AcceptAnswer[] {
    return records.map((record) => {
      if (!this.add(record)) return this.#digestOf(record.id) === record.digest ? 'duplicate' : 'conflict';
      this.#jobs.offer(notificationJob(record, nowMs), nowMs);
      return 'new';
    });
  }

  /** False when it is there. */
  add(record: NotificationRecord): boolean {
    const { id, digest, receivedAtMs } = record;
    const inserted = this.#database.run(
      'insert into notifications (id, digest, received_at_ms, record) values (?, ?, ?, ?) on conflict (id) do nothing',
      ...[id, digest, receivedAtMs, encodeStored(record)],
    );
    return inserted === 1;
  }

  notification(id: string): NotificationRecord | undefined {
    return recordOf(this.#database.get('select record from notifications where id = ?', id));
  }

  #digestOf(id: string): unknown {
    return this.#database.get('select digest from notifications where id = ?', id)?.['digest'];
  }
}
