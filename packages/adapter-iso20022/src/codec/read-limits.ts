/** Bounds of a message. Beyond one of them it is refused before it costs more. */
export interface ReadLimits {
  /** Bytes of the message, or UTF-16 code units of a string. Default 16 MiB. */
  readonly bytes?: number;
  /** Elements inside each other, in what a schema leaves open. Default 64. */
  readonly depth?: number;
}

export const defaultBytes: number = 16 * 1_048_576;
export const defaultDepth: number = 64;

/** The tree of a message full of `<a/>` would take forty times its text. Messages have 20 characters an element and more. */
export function elementLimit(bytes: number): number {
  return Math.ceil(Math.max(defaultBytes, bytes) / 16);
}
