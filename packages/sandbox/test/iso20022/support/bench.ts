import { type Sandbox, type SandboxOptions, startSandbox } from '../../../src/index.ts';
import {
  inquiryDocument,
  recallDocument,
  requestDocument,
  returnDocument,
  type TransferOptions,
  transferDocument,
} from './documents.ts';
import { type Answer, type Member, newMember, poll, post, signed, unsignedMessage } from './member.ts';

export const us: Member = newMember('021000021', 'us-1');

export interface SentTransfer extends TransferOptions {
  readonly createdAt?: number;
  readonly by?: Member;
}

/** A network with a member that speaks to it. */
export interface Bench {
  readonly sandbox: Sandbox;
  /** The signed text of a pacs.008. */
  transfer(id: string, options?: SentTransfer): string;
  /** Sends a pacs.008. */
  pay(id: string, options?: SentTransfer): Promise<Answer>;
  inquire(id: string, original: string, uetr?: string): Promise<Answer>;
  recall(id: string, original: string, uetr?: string): Promise<Answer>;
  giveBack(id: string, uetr: string, amount: string): Promise<Answer>;
  request(id: string, amount: string, currency?: string): Promise<Answer>;
  /** The messages that wait for us, after a position. */
  waiting(after?: number): Promise<readonly string[]>;
}

/** Starts it; members are told of no bookings unless the options say so. */
export async function startBench({ iso20022, ...options }: SandboxOptions = {}): Promise<Bench> {
  const participants = [{ member: us.id, keys: { [us.keyId]: us.publicPem } }];
  const network = { notifies: false, participants, ...iso20022 };
  const sandbox = await startSandbox({ seed: 1, ...options, iso20022: network });
  const message = (id: string, definition: string, document: string, sent: SentTransfer = {}): string => {
    const { by = us, createdAt = sandbox.clock.now() } = sent;
    return signed(unsignedMessage(by, { id, definition, document, createdAt }), by);
  };
  const transfer: Bench['transfer'] = (id, sent = {}) =>
    message(id, 'pacs.008.001.08', transferDocument(id, sent), sent);
  return {
    sandbox,
    transfer,
    pay: (id, sent) => post(sandbox, transfer(id, sent)),
    inquire: (id, original, uetr) => post(sandbox, message(id, 'pacs.028.001.03', inquiryDocument(id, original, uetr))),
    recall: (id, original, uetr) => post(sandbox, message(id, 'camt.056.001.08', recallDocument(id, original, uetr))),
    giveBack: (id, uetr, amount) => post(sandbox, message(id, 'pacs.004.001.10', returnDocument(id, uetr, amount))),
    request: (id, amount, currency) =>
      post(sandbox, message(id, 'pain.013.001.07', requestDocument(id, amount, currency))),
    waiting: async (after) => {
      const { messages } = await poll(sandbox, after, 0, `&participant=${us.id}`);
      return messages.map(({ message: text }) => text);
    },
  };
}
