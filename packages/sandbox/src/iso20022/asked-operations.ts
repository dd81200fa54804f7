import { BoundedMap } from '../bounded-map.ts';
import type { BusinessMessage, MessageHeader } from './business-message.ts';

/** Something that a member asked for, as an inquiry finds it. */
export interface AskedOperation {
  readonly member: string;
  readonly messageId: string;
  readonly uetr: string | undefined;
  readonly createdAt: number;
  readonly receivedAt: number;
  /** Tells where it stands, in answer to a message. */
  report(to: MessageHeader): BusinessMessage;
}

/** What members asked for, by message id. */
export class AskedOperations {
  readonly #byMessage: BoundedMap<AskedOperation>;

  /** Beyond `capacity` operations the oldest are forgotten. */
  constructor(capacity: number) {
    this.#byMessage = new BoundedMap(capacity);
  }

  keep(operation: AskedOperation): void {
    this.#byMessage.set(`${operation.member} ${operation.messageId}`, operation);
  }

  /** The operation of a member; undefined too where it has another UETR than the one that is told. */
  find(member: string, messageId: string, uetr: string | undefined): AskedOperation | undefined {
    const found = this.#byMessage.get(`${member} ${messageId}`);
    const isOther = uetr !== undefined && found?.uetr !== undefined && found.uetr !== uetr;
    return isOther ? undefined : found;
  }

  reset(): void {
    this.#byMessage.clear();
  }
}
