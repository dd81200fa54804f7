/** A port of 127.0.0.1 that is broken on purpose. */
export interface BrokenPort {
  readonly port: number;
  close(): Promise<void>;
}
