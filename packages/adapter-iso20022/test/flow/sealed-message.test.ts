import { money } from '@polyrail/core/provider';
import { keyRing } from '@polyrail/xml';
import { describe, expect, it } from 'vitest';
import { readBusinessMessage, writeBusinessMessage } from '../../src/flow/business-message.ts';
import { messageEncoder } from '../../src/flow/encode-message.ts';
import { sentOperation } from '../../src/flow/original.ts';
import { identify } from '../../src/flow/payment-identity.ts';
import { sealer, unseal } from '../../src/flow/sealed-message.ts';
import { statusInquiry } from '../../src/flow/status-inquiry.ts';
import { type KeyPair, keyPair, otherSide, signedLink, signedProfile } from './support/instant-network.ts';
import { key, links, startedAtMs, usFrom, usTo } from './support/links.ts';

const pairs = [keyPair('ecdsa-p256-sha256', 'p256'), keyPair('rsa-sha256', 'rsa')];
const nowMs = startedAtMs + 1_000;
const { messageId, businessMessageId } = identify(signedLink, key, startedAtMs);
const asked = sentOperation(signedLink, key, startedAtMs, 'pacs.008.001.08', 'Invoice 51');
const value = statusInquiry(signedLink, asked, messageId, startedAtMs);
const name = { businessMessageId, createdAtMs: startedAtMs };
const text = writeBusinessMessage(signedLink, 'pacs.028.001.03', value, name);

function opened(sealed: string, { keys }: Pick<KeyPair, 'keys'>) {
  return unseal(signedProfile, Buffer.from(sealed), keys, nowMs);
}

describe('a sealed message', () => {
  it.each(pairs)('is opened by whoever trusts its key: $key.name', (pair) => {
    const unsealed = opened(sealer(pair.key)(text), pair);
    expect(unsealed).toEqual({ kind: 'verified', text, keyId: pair.key.name });
    expect(readBusinessMessage(otherSide, text)).toMatchObject({
      header: { BizMsgIdr: businessMessageId },
      document: { id: 'pacs.028.001.03', value },
    });
  });

  const [p256, rsa] = pairs;
  if (p256 === undefined || rsa === undefined) throw new Error('there are two');
  const sealed = sealer(p256.key)(text);
  it.each([
    ['a changed document', sealed.replace('>pacs.008.001.08<', '>pacs.008.001.09<')],
    ['a changed header', sealed.replace('>pacs.028.001.03<', '>pacs.028.001.04<')],
    ['no signature', text],
    ['two signatures', sealer(p256.key)(text).replace(/(<ds:Signature .*<\/ds:Signature>)/s, '$1$1')],
    ['another key under the same name', sealer({ ...rsa.key, name: 'p256' })(text)],
    ['a key that nobody knows', sealer({ ...p256.key, name: 'stranger' })(text)],
    ['text that is no XML', '<BizMsgEnvlp'],
    ['nothing', ''],
  ])('is refused with %s', (_, broken) => {
    expect(opened(broken, p256)).toMatchObject({ kind: 'refused' });
  });

  it('is signed and opened where elements of the network replace those of ISO 20022', () => {
    const { rtp } = links;
    const payment = {
      idempotencyKey: 'k',
      amount: money(5_174n, 'USD'),
      reference: 'Invoice51',
      from: usFrom,
      to: usTo,
    };
    const { xml = '' } =
      messageEncoder('transfer', rtp, rsa.key)?.(payment, { idempotencyKey: key, startedAtMs }) ?? {};
    const unsealed = unseal(rtp.profile, Buffer.from(xml), rsa.keys, nowMs);
    expect(unsealed).toMatchObject({ kind: 'verified', keyId: 'rsa' });
    const text = unsealed.kind === 'verified' ? unsealed.text : '';
    const read = readBusinessMessage({ ...rtp, us: rtp.network, network: rtp.us }, text);
    expect(read).toMatchObject({ document: { id: 'pacs.008.001.08' } });
    for (const broken of [xml.replace('51.74', '91.74'), xml.replace('>021000021T1<', '>021000021T2<')])
      expect(unseal(rtp.profile, Buffer.from(broken), rsa.keys, nowMs)).toMatchObject({ kind: 'refused' });
  });

  it('is refused once its key is revoked or over', () => {
    const entry = { id: 'p256', algorithm: 'ecdsa-p256-sha256', key: p256.publicKey } as const;
    expect(opened(sealed, { keys: keyRing([{ ...entry, notAfterMs: nowMs - 1 }]) })).toMatchObject({ kind: 'refused' });
  });

  it('cannot be made without a place for the signature', () => {
    expect(() => sealer(p256.key)('<BizMsgEnvlp></BizMsgEnvlp>')).toThrow(/no place/);
    expect(() => unseal(links['sepa-sct'].profile, Buffer.from(sealed), p256.keys, nowMs)).toThrow(/not signed/);
  });
});
