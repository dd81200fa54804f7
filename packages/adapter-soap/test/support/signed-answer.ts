import { writeBody } from '../../src/envelope.ts';
import type { AnswerSecurity, MessageSecurity } from '../../src/security/message-security.ts';
import { secureRequest } from '../../src/security/secure-request.ts';
import { SigningKey } from '../../src/security/signing-key.ts';
import { answerVerifier } from '../../src/security/verify-answer.ts';
import type { SecurityVerdict } from '../../src/soap-response.ts';
import { type Credential, now } from './credential.ts';

export const result: string =
  '<n0:payResponse xmlns:n0="urn:bank"><n0:id>1</n0:id><n0:amount>10.00</n0:amount></n0:payResponse>';

/** An answer that is signed like a request, over Body and Timestamp. */
export function signedAnswer(
  { certificate, key }: Credential,
  own: MessageSecurity = {},
  atMs: number = now,
  headers: readonly string[] = [],
): string {
  const parts = { version: '1.1', headers, body: writeBody('1.1', result, true) } as const;
  const security = { signature: { key: SigningKey.ofPem(certificate, key) }, ...own };
  return secureRequest(parts, security, { nowMs: atMs, nonce: Buffer.alloc(16) }).body;
}

/** The verdict on an answer that is expected to be signed. */
export function verdictOn(answer: string, demand: AnswerSecurity, nowMs: number = now): SecurityVerdict {
  return answerVerifier(demand)(Buffer.from(answer), '1.1', nowMs, undefined);
}
