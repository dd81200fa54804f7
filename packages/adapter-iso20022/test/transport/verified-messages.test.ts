import { systemClock } from '@polyrail/core/provider';
import { describe, expect, it } from 'vitest';
import { writeBusinessMessage } from '../../src/flow/business-message.ts';
import { sentOperation } from '../../src/flow/original.ts';
import { identify } from '../../src/flow/payment-identity.ts';
import { sealer } from '../../src/flow/sealed-message.ts';
import { statusInquiry } from '../../src/flow/status-inquiry.ts';
import { memoryMessages } from '../../src/transport/memory-messages.ts';
import type { ChannelAnswer } from '../../src/transport/message-transport.ts';
import { verifiedMessages } from '../../src/transport/verified-messages.ts';
import { keyPair, otherSide, signedLink } from '../flow/support/instant-network.ts';
import { key, startedAtMs } from '../flow/support/links.ts';

const pair = keyPair('ecdsa-p256-sha256', 'network');
const { messageId } = identify(signedLink, key, startedAtMs);
const asked = sentOperation(signedLink, key, startedAtMs, 'pacs.008.001.08', 'Invoice 51');
const value = statusInquiry(signedLink, asked, messageId, startedAtMs);
const name = { businessMessageId: messageId, createdAtMs: startedAtMs };
const text = writeBusinessMessage(signedLink, 'pacs.028.001.03', value, name);
const sealed = sealer(pair.key)(text);

async function answered(response: ChannelAnswer) {
  const channel = memoryMessages(() => ({ phase: 'answered', response }));
  const transport = verifiedMessages(otherSide, channel, pair.keys, systemClock);
  const delivery = await transport.send({ name: 'M', xml: text }, { timeoutMs: 1_000 });
  return delivery.phase === 'answered' ? delivery.response : delivery;
}

const message = (xml: string): ChannelAnswer => ({ kind: 'message', bytes: Buffer.from(xml) });

describe('verifiedMessages', () => {
  it('reads what the network signed', async () => {
    expect(await answered(message(sealed))).toMatchObject({
      kind: 'message',
      message: { document: { id: 'pacs.028.001.03', value } },
    });
  });

  it.each([
    ['unsigned', text],
    ['changed', sealed.replace('>pacs.008.001.08<', '>pacs.008.001.09<')],
    ['no XML', 'x'],
    ['nothing', ''],
  ])('believes nothing that is %s', async (_, xml) => {
    expect(await answered(message(xml))).toMatchObject({ kind: 'unreadable' });
  });

  it('believes nothing that is addressed to somebody else', async () => {
    const transport = verifiedMessages(
      signedLink,
      memoryMessages(() => ({ phase: 'answered', response: message(sealed) })),
      pair.keys,
      systemClock,
    );
    expect(await transport.send({ name: 'M', xml: text }, { timeoutMs: 1_000 })).toMatchObject({
      response: { kind: 'unreadable', reason: 'it is addressed to somebody else' },
    });
  });

  it('hands on what the channel itself says', async () => {
    expect(await answered({ kind: 'accepted' })).toEqual({ kind: 'accepted' });
    const fault = { phase: 'sent_no_answer', fault: { code: 'timeout', message: 'x' } } as const;
    const transport = verifiedMessages(
      otherSide,
      memoryMessages(() => fault),
      pair.keys,
      systemClock,
    );
    expect(await transport.send({ name: 'M', xml: text }, { timeoutMs: 1_000 })).toEqual(fault);
  });
});
