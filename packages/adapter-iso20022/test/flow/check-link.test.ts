import { PolyrailError } from '@polyrail/core/provider';
import { describe, expect, it } from 'vitest';
import { checkLink } from '../../src/flow/check-link.ts';
import type { NetworkLink } from '../../src/flow/network-link.ts';
import { links, networkIds } from './support/links.ts';

const { sequenceOf: _, ...uncounted } = links.fedwire;
const { sender: __, ...unnamed } = links.fedwire;
const fednow = links.fednow.profile;
const clock = { settleByMs: 20_000, from: 'header_created' } as const;
const shortMember = { kind: 'clearing_member', id: '021000021' } as const;

describe('checkLink', () => {
  it.each(networkIds)('takes a complete connection to %s', (id) => {
    expect(() => checkLink(links[id])).not.toThrow();
  });

  it.each<[string, NetworkLink]>([
    ['sequenceOf', uncounted],
    ['sender', unnamed],
    ['sender', { ...links.fedwire, sender: 'SHORT' }],
    ['us', { ...links.rtp, us: shortMember }],
    ['network', { ...links.rtp, network: shortMember }],
    ['us', { ...links['pix-spi'], us: { kind: 'other', id: '1' } }],
    ['messages.inquiry', { ...links.fednow, profile: { ...fednow, messages: { creditTransfer: 'pacs.008.001.08' } } }],
    ['clock', { ...links['sepa-sct'], profile: { ...links['sepa-sct'].profile, recovery: fednow.recovery } }],
    ['settleByMs', { ...links.fednow, profile: { ...fednow, clock: { ...clock, inquireAfterMs: 19_999 } } }],
  ])('names the setting that is missing or wrong: %s', (setting, link) => {
    let thrown: unknown;
    try {
      checkLink(link);
    } catch (error) {
      thrown = error;
    }
    expect(thrown).toBeInstanceOf(PolyrailError);
    expect(thrown).toMatchObject({ code: 'configuration_invalid', message: expect.stringContaining(setting) });
  });
});
