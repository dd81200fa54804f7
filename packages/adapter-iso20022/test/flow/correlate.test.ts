import { describe, expect, it } from 'vitest';
import { correlate, type OriginalReferences } from '../../src/flow/correlate.ts';
import { identify, keyLength, uetrOf } from '../../src/flow/payment-identity.ts';
import { key, links, startedAtMs } from './support/links.ts';

const { profile } = links.fednow;
const own = identify(links.fednow, key, startedAtMs);
const otherKey = key.replace('0', 'f');
const other = identify(links.fednow, otherKey, startedAtMs);
const foreignUetr = '8a562c67-ca16-48ba-b074-65581be6f001';
const all = {
  uetr: own.uetr,
  messageId: own.messageId,
  instructionId: own.instructionId,
  transactionId: own.transactionId,
  messageName: 'pacs.008.001.08',
};

describe('correlate', () => {
  const ours: readonly OriginalReferences[] = [
    all,
    { uetr: own.uetr },
    { messageId: own.messageId },
    { instructionId: own.instructionId },
    { transactionId: own.transactionId },
    { messageId: own.messageId, transactionId: own.transactionId },
    { ...all, instructionId: 'NOTPROVIDED', transactionId: 'NOTPROVIDED' },
    { ...all, messageId: 'NONREF' },
  ];
  it.each(ours)('finds the operation by %o', (original) => {
    expect(correlate(links.fednow, original)).toEqual({ kind: 'key', key });
  });

  const contradictions: readonly OriginalReferences[] = [
    { ...all, uetr: other.uetr },
    { ...all, messageId: other.messageId },
    { ...all, instructionId: other.instructionId },
    { ...all, transactionId: other.transactionId },
    { ...all, uetr: foreignUetr },
    { ...all, messageId: 'OF-ANOTHER' },
    { ...all, transactionId: 'notprovided' },
  ];
  it.each(contradictions)('believes nothing of %o', (original) => {
    expect(correlate(links.fednow, original)).toEqual({ kind: 'conflict' });
  });

  const foreign: readonly OriginalReferences[] = [
    {},
    { messageName: 'pacs.008.001.08' },
    { uetr: foreignUetr },
    { uetr: foreignUetr, messageId: 'A', instructionId: 'B', transactionId: 'C' },
  ];
  it.each(foreign)('has nothing for %o', (original) => {
    expect(correlate(links.fednow, original)).toEqual({ kind: 'none' });
  });

  it('has no place for EndToEndId: the customer chose it, and it repeats', () => {
    const withEndToEndId = { messageName: 'pacs.008.001.08', endToEndId: key, OrgnlEndToEndId: key };
    expect(correlate(links.fednow, withEndToEndId)).toEqual({ kind: 'none' });
  });

  it.each([profile.messages.return, profile.messages.recall, profile.messages.inquiry, 'pacs.004.001.02'])(
    'goes by the message alone where the other identifiers are those of the payment: %s',
    (messageName) => {
      const { messageId } = own;
      expect(correlate(links.fednow, { ...other, messageId, messageName })).toEqual({ kind: 'key', key });
      expect(correlate(links.fednow, { ...own, messageId: 'OF-ANOTHER', messageName })).toEqual({ kind: 'none' });
    },
  );

  it('passes over identifiers that have no room for a key', () => {
    const cbpr = links['cbpr-plus'];
    const { messageId, uetr } = identify(cbpr, key, startedAtMs);
    const original = { uetr, messageId, instructionId: 'WHATEVER' };
    expect(correlate(cbpr, original)).toEqual({ kind: 'key', key });
  });

  it('takes a question that was refused for no refusal of the payment', () => {
    const { fedwire } = links;
    const original = {
      uetr: uetrOf(fedwire.us, key),
      messageId: '20261123B1QDRCQR000001',
      messageName: 'pacs.028.001.03',
    };
    expect(correlate(fedwire, original)).toEqual({ kind: 'none' });
  });

  it('goes by the UETR alone where nothing else has room', () => {
    const { fedwire } = links;
    const original = { uetr: uetrOf(fedwire.us, key), messageId: '20261123B1QDRCQR000001' };
    expect(correlate(fedwire, { ...original, instructionId: 'X' })).toEqual({ kind: 'key', key });
  });

  describe('where one identifier carries a piece of the key', () => {
    const { rtp } = links;
    const { messageId, instructionId, uetr } = identify(rtp, key, startedAtMs);
    const others = identify(rtp, key.split('').reverse().join(''), startedAtMs);

    it('joins the pieces', () => {
      expect(correlate(rtp, { messageId, instructionId })).toEqual({ kind: 'key', key });
      expect(correlate(rtp, { messageId, instructionId, transactionId: instructionId, uetr })).toEqual({
        kind: 'key',
        key,
      });
    });

    it('has nothing for a piece alone', () => {
      expect(correlate(rtp, { messageId })).toEqual({ kind: 'none' });
      expect(correlate(rtp, { instructionId })).toEqual({ kind: 'none' });
    });

    it.each([
      ['a piece of another operation beside the UETR', { messageId, instructionId: others.instructionId, uetr }],
      ['two identifiers with other pieces', { messageId, instructionId, transactionId: others.instructionId }],
      [
        'an identifier of another member',
        { messageId: messageId.replace('021000021T1', '021000021T2'), instructionId },
      ],
    ])('believes nothing of %s', (_, original) => {
      expect(correlate(rtp, original)).toEqual({ kind: 'conflict' });
    });
  });

  it('goes by the identifier that the network repeats where it repeats nothing else', () => {
    const pix = links['pix-spi'];
    const short = key.slice(0, keyLength(pix.profile));
    const { endToEndId, returnId } = identify(pix, short, startedAtMs);
    for (const instructionId of [endToEndId, returnId])
      expect(correlate(pix, { instructionId })).toEqual({ kind: 'key', key: short });
    expect(correlate(pix, { instructionId: endToEndId?.replace('12345678', '87654321') })).toEqual({ kind: 'none' });
    expect(correlate(pix, { instructionId: 'NOTPROVIDED' })).toEqual({ kind: 'none' });
  });
});
