/** A private key and its certificate, both in PEM. */
export interface SoapSigner {
  /** An RSA key. */
  readonly key: string;
  readonly cert: string;
}

/** WS-Security of the SOAP front. Every part is off unless it is given. */
export interface SoapSecurity {
  /**
   * Certificates of callers in PEM, with RSA keys. A request must then be signed by one of them, over its Body and a
   * Timestamp of now; only what was signed is read.
   */
  readonly callers?: readonly string[];
  /** Passwords by user name. A request must then carry a UsernameToken, as text or digest, whose nonce was not seen before. */
  readonly users?: Readonly<Record<string, string>>;
  /** Signs answers: Body, Timestamp, and the confirmation of the request's own signature. */
  readonly signer?: SoapSigner;
  /** Whether Faults are signed as well. Default true. */
  readonly signsFaults?: boolean;
}
