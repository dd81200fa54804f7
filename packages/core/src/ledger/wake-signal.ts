/** Tells of new jobs. */
export interface WakeSignal {
  /**
   * Calls `wake` when jobs may have been offered, by whichever process. It is a hint: it may be lost, or come for nothing.
   * Whoever waits for jobs looks for them now and then too. Absent: this store cannot tell.
   *
   * @returns ends the calls
   */
  onOffer?(wake: () => void): () => void;
}
