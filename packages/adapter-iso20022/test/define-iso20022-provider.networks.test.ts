import { createGateway, money } from '@polyrail/core';
import { describe, expect, it } from 'vitest';
import { defineIso20022Provider } from '../src/define-iso20022-provider.ts';
import { isSigned } from '../src/flow/business-message.ts';
import { sealer, unseal } from '../src/flow/sealed-message.ts';
import { memoryMessages } from '../src/transport/memory-messages.ts';
import { keyPair } from './flow/support/instant-network.ts';
import {
  accountsIn,
  creditor,
  debtor,
  ibanFrom,
  ibanTo,
  links,
  networkIds,
  startedAtMs,
} from './flow/support/links.ts';
import { reportOf } from './flow/support/report-of.ts';

const ours = keyPair('rsa-sha256', 'ours');
const theirs = keyPair('rsa-sha256', 'theirs');
const settled: Readonly<Record<string, string>> = { rtp: 'ACTC', 'sepa-sct-inst': 'ACCP' };

describe.each(networkIds)('a payment over %s', (id) => {
  const link = links[id];
  const { profile, ...connection } = link;
  const signs = isSigned(profile);
  const sent: string[] = [];

  /** The other side: it knows nothing of a payment but what its message says. */
  const transport = (status: string, reason?: string) =>
    memoryMessages(({ xml }) => {
      sent.push(xml);
      if (signs) expect(unseal(profile, Buffer.from(xml), ours.keys, startedAtMs)).toMatchObject({ kind: 'verified' });
      const value = (name: string) => new RegExp(`<${name}>([^<]+)<`).exec(xml)?.[1];
      const instructionId = id === 'pix-spi' ? value('EndToEndId') : value('InstrId');
      const messageId = id === 'pix-spi' ? undefined : value('MsgId');
      const named = { messageId, instructionId, messageName: profile.messages.creditTransfer };
      const uetr = id === 'fedwire' ? value('UETR') : undefined;
      const report = reportOf(link, { ...named, uetr }, { status, ...(reason && { reason }) });
      const answer = signs ? sealer(theirs.key)(report) : report;
      return { phase: 'answered', response: { kind: 'message', bytes: Buffer.from(answer) } };
    });

  const pay = async (status: string, reason?: string) => {
    const keys = signs ? { key: ours.key, keys: theirs.keys } : {};
    const connect = () => ({ ...connection, transport: transport(status, reason), ...keys });
    const gateway = createGateway({ providers: [defineIso20022Provider({ id, profile, connect })({})] });
    const amount = money(5_174n, profile.money.currencies?.[0] ?? 'CHF');
    const { from, to } = accountsIn[id] ?? { from: ibanFrom, to: ibanTo };
    const command = { idempotencyKey: 'one', reference: 'INV51', amount, from, to, debtor, creditor };
    const { outcome } = await gateway.transfer(command);
    await gateway.close();
    return outcome;
  };

  it('is settled, refused or left open, as the network says', async () => {
    expect(await pay(settled[id] ?? 'ACSC')).toMatchObject({ kind: 'succeeded' });
    expect(await pay('RJCT', 'AC03')).toMatchObject({ kind: 'declined', reason: 'invalid_account' });
    expect(await pay('PDNG')).toMatchObject({ kind: 'pending' });
    expect(sent).toHaveLength(3);
  });
});
