/** A request as it came. */
export interface SignedMessage {
  readonly method: string;
  /** Whole, with scheme and host. */
  readonly url: string;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  /** The exact bytes. */
  readonly body?: string | Uint8Array;
}

/** A response as it came. */
export interface SignedResponse extends Pick<SignedMessage, 'headers' | 'body'> {
  readonly status: number;
  /** What it answers. Then its signature has to be bound to that. */
  readonly request?: SignedMessage;
}

/** As the library wants it: a copy whose headers it may change. */
export function forLibrary<Message extends Pick<SignedMessage, 'headers'>>(
  message: Message,
): Omit<Message, 'headers'> & { headers: Record<string, string> } {
  return { ...message, headers: { ...message.headers } };
}
