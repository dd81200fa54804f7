import { Secret } from '@polyrail/core/provider';
import { addressingHeaders } from '../../src/addressing.ts';
import { writeBody } from '../../src/envelope.ts';
import { writeHeaders } from '../../src/header-block.ts';
import type { MessageSecurity, UsernameToken } from '../../src/security/message-security.ts';
import { secureRequest } from '../../src/security/secure-request.ts';
import { now } from './credential.ts';

export const user: UsernameToken = { username: 'a&b', password: new Secret('p<w>&'), type: 'digest' };

const blocks = addressingHeaders({ action: 'urn:a?b&c', to: 'https://bank.example/', messageKey: 'c0ffee'.repeat(5) });

/** A request with the header blocks of WS-Addressing, as it goes out. */
export function secured(security: MessageSecurity): string {
  const parts = {
    version: '1.1',
    headers: writeHeaders(blocks, true),
    body: writeBody('1.1', '<n0:pay xmlns:n0="urn:bank" a="&quot;">&amp;ü</n0:pay>', true),
  } as const;
  return secureRequest(parts, security, { nowMs: now, nonce: Buffer.alloc(16, 7) }).body;
}
