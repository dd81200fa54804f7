/** Bounds of a message. Beyond one of them it is refused before it costs more. */
export interface ReadLimits {
  /** Bytes of the message, or UTF-16 code units of a string. Default 16 MiB. */
  readonly bytes?: number;
  /** Elements inside each other, in what a schema leaves open. Default 64. */
  readonly depth?: number;
}

export const defaultBytes: number = 16 * 1_048_576;
export const defaultDepth: number = 64;
