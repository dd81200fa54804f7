import { generateKeyPairSync } from 'node:crypto';
import type { SoapDistortion } from '../http/wire.ts';
import { confirmationIn, signAnswer, unsigned } from './sign-answer.ts';
import type { SoapSecurity } from './soap-security.ts';
import { type UserGate, userGate } from './user-gate.ts';
import { type SignedPart, verifyRequest } from './verify-request.ts';

/** A request that was let in: what is read of it. */
export interface AdmittedRequest {
  readonly xml: string;
  /** What its answer confirms. */
  readonly signatureValue: string | undefined;
}

const STALE_MS = 3_600_000;

/** Stands between the wire and the server: verifies what comes in, signs what goes out. */
export class MessageGate {
  readonly #security: SoapSecurity;
  readonly #parts: readonly SignedPart[];
  readonly #now: () => number;
  readonly #users: UserGate | undefined;

  constructor(security: SoapSecurity, parts: readonly SignedPart[], now: () => number) {
    this.#security = security;
    this.#parts = parts;
    this.#now = now;
    this.#users = security.users && userGate(security.users);
  }

  /** `undefined`: it is not let in. */
  admit(xml: string): AdmittedRequest | undefined {
    const { callers } = this.#security;
    const now = this.#now();
    const admitted =
      callers === undefined
        ? { xml, signatureValue: undefined }
        : verifyRequest(xml, { callers, parts: this.#parts, now });
    return admitted && (this.#users?.(xml, now) ?? true) ? admitted : undefined;
  }

  /** Signs an answer, where that is wanted. */
  seal(envelope: string, isFault: boolean, confirms: string | undefined): string {
    const { signer, signsFaults = true } = this.#security;
    if (signer === undefined || (isFault && !signsFaults)) return envelope;
    return signAnswer(envelope, signer, { now: this.#now(), confirms });
  }

  /** Makes a signed answer one that must not be believed. */
  distort(envelope: string, distortion: SoapDistortion): string {
    const { signer } = this.#security;
    if (signer === undefined) return envelope;
    const [bare, confirms, now] = [unsigned(envelope), confirmationIn(envelope), this.#now()];
    switch (distortion) {
      case 'unsigned':
        return bare;
      case 'stale':
        return signAnswer(bare, signer, { now: now - STALE_MS, confirms });
      case 'wrong_key':
        return signAnswer(bare, { ...signer, key: unknownKey() }, { now, confirms });
    }
  }
}

function unknownKey(): string {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  return privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
}
