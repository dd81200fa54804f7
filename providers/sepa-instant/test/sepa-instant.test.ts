import { memoryMessages, message, type OutgoingMessage } from '@polyrail/adapter-iso20022';
import { createGateway, money } from '@polyrail/core';
import { describe, expect, it } from 'vitest';
import { sepaInstant } from '../src/index.ts';

const sent: OutgoingMessage[] = [];

/** A clearing system whose documents travel alone. */
function clearing(status: string, reason?: string) {
  return memoryMessages((outgoing) => {
    sent.push(outgoing);
    const value = (name: string) => new RegExp(`<${name}>([^<]+)<`).exec(outgoing.xml)?.[1] ?? '';
    const report = message('pacs.002.001.10').write({
      FIToFIPmtStsRpt: {
        GrpHdr: { MsgId: 'CSM1', CreDtTm: '2026-11-23T12:00:01+01:00' },
        OrgnlGrpInfAndSts: [{ OrgnlMsgId: value('MsgId'), OrgnlMsgNmId: 'pacs.008.001.08', GrpSts: status }],
        TxInfAndSts: [
          {
            OrgnlTxId: value('TxId'),
            ...(reason !== undefined && { StsRsnInf: [{ Rsn: { Cd: reason } }] }),
          },
        ],
      },
    });
    if (report.kind === 'refused') throw new Error(JSON.stringify(report));
    return { phase: 'answered', response: { kind: 'message', bytes: Buffer.from(report.xml) } };
  });
}

const transfer = {
  amount: money(1_999n, 'EUR'),
  reference: 'INV-2026/001',
  from: { type: 'iban', iban: 'DE89370400440532013000', bic: 'COBADEFFXXX' },
  to: { type: 'iban', iban: 'FR1420041010050500013M02606', bic: 'PSSTFRPPXXX' },
  debtor: { name: 'Debtor GmbH', address: { town: 'Frankfurt', country: 'DE' } },
  creditor: { name: 'Creditor SA' },
} as const;

function gatewayTo(status: string, reason?: string) {
  const settings = { bic: 'COBADEFFXXX', clearingSystem: 'TRGTXEPMXXX', transport: clearing(status, reason) };
  return createGateway({ providers: [sepaInstant(settings)] });
}

describe('SEPA Instant', () => {
  it('takes the confirmation of the creditor bank for settled', async () => {
    const gateway = gatewayTo('ACCP');
    expect((await gateway.transfer({ ...transfer, idempotencyKey: 'one' })).outcome.kind).toBe('succeeded');
    const xml = sent.at(-1)?.xml ?? '';
    expect(xml.startsWith('<Document xmlns="urn:iso:std:iso:20022:tech:xsd:pacs.008.001.08">')).toBe(true);
    for (const part of [
      '<Cd>SEPA</Cd>',
      '<Cd>INST</Cd>',
      '<ChrgBr>SLEV</ChrgBr>',
      '<EndToEndId>INV-2026/001</EndToEndId>',
    ])
      expect(xml).toContain(part);
    expect(xml).toMatch(/<AccptncDtTm>[^<]+\+00:00<\/AccptncDtTm>/);
    await gateway.close();
  });

  it.each([
    ['AC03', 'invalid_account'],
    ['AM04', 'insufficient_funds'],
    ['AB05', 'issuer_unavailable'],
  ])('reads a rejection for %s', async (code, reason) => {
    const gateway = gatewayTo('RJCT', code);
    expect((await gateway.transfer({ ...transfer, idempotencyKey: 'one' })).outcome).toMatchObject({
      kind: 'declined',
      reason,
      raw: { code },
    });
    await gateway.close();
  });

  it('writes no names with letters that the scheme does not carry', async () => {
    const gateway = gatewayTo('ACCP');
    const before = sent.length;
    const { outcome } = await gateway.transfer({ ...transfer, creditor: { name: 'Créditeur' }, idempotencyKey: 'one' });
    expect(outcome).toMatchObject({ kind: 'rejected', message: expect.stringContaining('name of a party') });
    expect(sent).toHaveLength(before);
    await gateway.close();
  });
});
