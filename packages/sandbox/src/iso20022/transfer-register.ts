import { BoundedMap } from '../bounded-map.ts';
import type { Amount } from './amount.ts';
import type { References } from './credit-transfer.ts';

/** A credit transfer that the network knows, as a member sent or received it. */
export interface RegisteredTransfer {
  /** The member that it is told to. */
  readonly member: string;
  /** Whether the member sent it or received it. */
  readonly direction: 'sent' | 'received';
  readonly references: References;
  readonly amount: Amount;
  readonly payer: string;
  readonly payee: string;
  /** Whether it came to nothing. */
  isRejected: boolean;
  /** The payment in the acquirer's books; undefined where the network itself rejected it. */
  paymentId: string | undefined;
}

/** What a message tells of the transfer that it is about. */
export interface TransferHint {
  readonly messageId: string | undefined;
  readonly uetr: string | undefined;
}

/** The credit transfers of the network by message id and by UETR. */
export class TransferRegister {
  readonly #byMessage: BoundedMap<RegisteredTransfer>;
  readonly #byUetr: BoundedMap<RegisteredTransfer>;

  /** Beyond `capacity` transfers the oldest are forgotten. */
  constructor(capacity: number) {
    this.#byMessage = new BoundedMap(capacity);
    this.#byUetr = new BoundedMap(capacity);
  }

  keep(transfer: RegisteredTransfer): RegisteredTransfer {
    const { messageId, uetr } = transfer.references;
    this.#byMessage.set(`${transfer.member} ${messageId}`, transfer);
    // A rejected one leaves its UETR to the next; a duplicate does not take it over.
    const isFree = uetr !== undefined && (this.#byUetr.get(uetr)?.isRejected ?? true);
    if (isFree) this.#byUetr.set(uetr, transfer);
    return transfer;
  }

  /** The transfer that a member sent or received: by its UETR, by its message id where that is not told. */
  find(member: string, direction: 'sent' | 'received', hint: TransferHint): RegisteredTransfer | undefined {
    const { messageId = '', uetr } = hint;
    const found = uetr === undefined ? this.#byMessage.get(`${member} ${messageId}`) : this.#byUetr.get(uetr);
    return found?.member === member && found.direction === direction ? found : undefined;
  }

  reset(): void {
    this.#byMessage.clear();
    this.#byUetr.clear();
  }
}
