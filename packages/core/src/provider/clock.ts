/** Time as an argument: the system's clock in production, a virtual one in tests and simulations. */
export interface Clock {
  /** Milliseconds since 1970. */
  now(): number;
  /** Runs `task` once, `delayMs` from now. The result cancels it. */
  schedule(delayMs: number, task: () => void): () => void;
}
