/** A rule of the network that a member broke. */
export interface Violation {
  readonly rule: 'inquiry_too_early';
  readonly member: string;
  /** The message that broke it. */
  readonly message: string;
  readonly at: number;
  /** By how many milliseconds. */
  readonly byMs: number;
}
