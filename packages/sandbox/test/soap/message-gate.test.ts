import { createHash, generateKeyPairSync } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { SignedXml } from 'xml-crypto';
import { MessageGate } from '../../src/soap/message-gate.ts';
import { signAnswer } from '../../src/soap/sign-answer.ts';
import { DSIG, EXCLUSIVE, PASSWORD_DIGEST, RSA_SHA256, SHA256, WSSE, WSU } from '../../src/soap/vocabulary.ts';

const now = Date.UTC(2026, 0, 15, 12);
const caller = newKey();
const stranger = newKey();

function newKey(): { readonly key: string; readonly cert: string } {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const key = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
  // A public key verifies as well as a certificate of it.
  return { key, cert: publicKey.export({ type: 'spki', format: 'pem' }).toString() };
}

function envelope(amount: string, header = ''): string {
  return `<s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/">${header}<s:Body><pay>${amount}</pay></s:Body></s:Envelope>`;
}

const signed = signAnswer(envelope('10.00'), caller, { now, confirms: undefined });
const gate = new MessageGate({ callers: [caller.cert] }, ['Body', 'Timestamp'], () => now);

/** The same message, rightly signed in another way. */
function signedBy(signatureAlgorithm: string, digestAlgorithm: string): string {
  const canonicalizationAlgorithm = EXCLUSIVE;
  const options = {
    signatureAlgorithm,
    canonicalizationAlgorithm,
    idMode: 'wssecurity',
    privateKey: caller.key,
  } as const;
  const signer = new SignedXml(options);
  for (const name of ['Body', 'Timestamp'])
    signer.addReference({ xpath: `//*[local-name(.)='${name}']`, transforms: [EXCLUSIVE], digestAlgorithm });
  const location = { reference: "//*[local-name(.)='Security']", action: 'append' } as const;
  signer.computeSignature(signed.replace(/<ds:Signature .*<\/ds:Signature>/s, ''), { prefix: 'ds', location });
  return signer.getSignedXml();
}

function tokenOf(password: string, nonce: string, type: 'text' | 'digest'): string {
  const created = new Date(now).toISOString();
  const digest = createHash('sha1')
    .update(Buffer.from(nonce, 'base64'))
    .update(created + password)
    .digest('base64');
  return (
    `<s:Header><w:Security xmlns:w="${WSSE}" xmlns:u="${WSU}"><w:UsernameToken><w:Username>ann</w:Username>` +
    `<w:Password Type="${type === 'digest' ? PASSWORD_DIGEST : '#PasswordText'}">${type === 'digest' ? digest : password}</w:Password>` +
    `<w:Nonce>${nonce}</w:Nonce><u:Created>${created}</u:Created></w:UsernameToken></w:Security></s:Header>`
  );
}

describe('a signature', () => {
  it('lets a request of a caller in, and only what was signed is read', () => {
    const admitted = gate.admit(signed.replace('</s:Header>', '<note>unsigned</note></s:Header>'));
    expect(admitted?.xml).toContain('<pay>10.00</pay>');
    expect(admitted?.xml).not.toContain('unsigned');
    expect(signed).toContain(`>${admitted?.signatureValue}</ds:SignatureValue>`);
  });

  const body = /<s:Body.*<\/s:Body>/s.exec(signed)?.[0] ?? '';
  const evil = '<s:Body><pay>99.00</pay></s:Body>';
  const signature = /<ds:Signature .*<\/ds:Signature>/s.exec(signed)?.[0] ?? '';
  it.each([
    ['of a stranger', signAnswer(envelope('10.00'), stranger, { now, confirms: undefined })],
    ['of an hour ago', signAnswer(envelope('10.00'), caller, { now: now - 3_600_000, confirms: undefined })],
    ['of the next hour', signAnswer(envelope('10.00'), caller, { now: now + 3_600_000, confirms: undefined })],
    ['that was tampered with', signed.replace('10.00', '99.00')],
    ['without a signature', envelope('10.00')],
    ['with another time', signed.replace('<wsu:Created>2026', '<wsu:Created>2025')],
    ['with two signatures', signed.replace('<ds:Signature ', `${signature}<ds:Signature `)],
    ['with two Bodies', signed.replace(body, body + evil)],
    ['with a DOCTYPE', `<!DOCTYPE a>${signed}`],
    ['by SHA-1', signedBy(`${DSIG}rsa-sha1`, SHA256)],
    ['with SHA-1 digests', signedBy(RSA_SHA256, `${DSIG}sha1`)],
    ['that is no XML', signed.slice(0, -20)],
    ['that is empty', ''],
  ])('lets no request in %s', (_name, xml) => {
    expect(gate.admit(xml)).toBeUndefined();
  });

  it('is believed as the usual one, so that the other ones are refused for what they are', () => {
    expect(gate.admit(signedBy(RSA_SHA256, SHA256))).toBeDefined();
  });

  it('that was moved aside does not speak for the Body in its place', () => {
    const moved = signed.replace(body, evil).replace('</s:Header>', `<x>${body}</x></s:Header>`);
    expect(gate.admit(moved)?.xml ?? '').not.toContain('99.00');
  });

  it('of the Body alone is enough where nothing else is demanded', () => {
    const late = signAnswer(envelope('10.00'), caller, { now: now - 3_600_000, confirms: undefined });
    expect(new MessageGate({ callers: [caller.cert] }, ['Body'], () => now).admit(late)).toBeDefined();
  });
});

describe('a UsernameToken', () => {
  const users = { ann: 'a password' };
  const admits = (...requests: readonly string[]) => {
    const door = new MessageGate({ users }, ['Body'], () => now);
    return requests.map((header) => door.admit(envelope('10.00', header)) !== undefined);
  };

  it.each(['text', 'digest'] as const)('lets its user in as %s, each nonce once', (type) => {
    const [one, two] = [tokenOf('a password', 'AAAA', type), tokenOf('a password', 'BBBB', type)];
    expect(admits(one, one, two)).toEqual([true, false, true]);
  });

  it('lets nobody in with another password, name, time, or without one', () => {
    const good = tokenOf('a password', 'AAAA', 'text');
    const late = good.replace(/2026(-01-15T)/, '2025$1');
    const two = good.replace(/(<w:UsernameToken>.*<\/w:UsernameToken>)/, '$1$1');
    expect(admits(tokenOf('other', 'AAAA', 'digest'), good.replace('ann', 'bob'), late, two, '')).not.toContain(true);
  });
});

describe('an answer', () => {
  const bank = new MessageGate({ signer: caller, signsFaults: false }, ['Body'], () => now);
  const answer = bank.seal(envelope('10.00'), false, 'a+b=');

  it('is signed, with a confirmation', () => {
    expect(gate.admit(answer)?.xml).toContain('10.00');
    expect(answer).toContain('Value="a+b="');
    expect(answer.match(/<ds:Reference /g)).toHaveLength(3);
  });

  it('is left as it is where it is a Fault that nobody signs', () => {
    expect(bank.seal(envelope('10.00'), true, undefined)).toBe(envelope('10.00'));
  });

  it('is no longer believed once it is distorted', () => {
    expect(bank.distort(answer, 'unsigned')).toBe(envelope('10.00'));
    for (const distortion of ['unsigned', 'stale', 'wrong_key'] as const)
      expect(gate.admit(bank.distort(answer, distortion))).toBeUndefined();
    expect(bank.distort(answer, 'stale')).toContain('Value="a+b="');
  });
});
