import { memoryMessages, type OutgoingMessage } from '@polyrail/adapter-iso20022';
import { createGateway, money } from '@polyrail/core';
import { describe, expect, it } from 'vitest';
import { cbprPlus } from '../src/index.ts';

const sent: OutgoingMessage[] = [];

/** A queue that takes a message. Answers come later. */
const queue = memoryMessages((outgoing) => {
  sent.push(outgoing);
  return { phase: 'answered', response: { kind: 'accepted' } };
});

const address = { street: 'Bahnhofstrasse', buildingNumber: '1', postCode: '8001', town: 'Zurich', country: 'CH' };
const transfer = {
  amount: money(1_999n, 'USD'),
  reference: 'INV-2026-001',
  from: { type: 'iban', iban: 'CH9300762011623852957', bic: 'UBSWCHZHXXX' },
  to: { type: 'account', id: '0456789', bic: 'CHASUS33XXX' },
  debtor: { name: 'Debtor AG', address },
  creditor: { name: 'Creditor LLC', address: { town: 'New York', country: 'US' } },
} as const;

function gatewayOver(transport = queue) {
  return createGateway({ providers: [cbprPlus({ bic: 'UBSWCHZHXXX', correspondent: 'CITIUS33XXX', transport })] });
}

describe('CBPR+', () => {
  it('sends a transfer to the correspondent, and waits for what comes back', async () => {
    const gateway = gatewayOver();
    const { outcome, payment } = await gateway.transfer({ ...transfer, idempotencyKey: 'one' });
    expect(outcome.kind).toBe('pending');
    const xml = sent.at(-1)?.xml ?? '';
    expect(xml.startsWith('<Envelope xmlns="urn:swift:xsd:envelope"><AppHdr')).toBe(true);
    for (const part of ['<BizSvc>swift.cbprplus.03</BizSvc>', '<SttlmMtd>INDA</SttlmMtd>', '<ChrgBr>SHAR</ChrgBr>'])
      expect(xml).toContain(part);
    expect(xml).toContain('<InstdAgt><FinInstnId><BICFI>CITIUS33XXX</BICFI></FinInstnId></InstdAgt>');
    expect(xml).toContain('<CdtrAgt><FinInstnId><BICFI>CHASUS33XXX</BICFI></FinInstnId></CdtrAgt>');
    expect(xml).toContain(`<UETR>${payment?.providerReference}</UETR>`);
    expect(xml).toMatch(/<CreDt>[^<]+\+00:00<\/CreDt>/);
    await gateway.close();
  });

  it('refuses a creditor without an address in its own elements, and sends nothing', async () => {
    const gateway = gatewayOver();
    const before = sent.length;
    const other = { ...transfer, creditor: { name: 'Créditeur' } };
    const { outcome } = await gateway.transfer({ ...other, idempotencyKey: 'one' });
    expect(outcome).toMatchObject({ kind: 'rejected', reason: 'invalid_command' });
    expect(sent).toHaveLength(before);
    await gateway.close();
  });
});
