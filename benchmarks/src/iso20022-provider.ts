import { generateKeyPairSync } from 'node:crypto';
import {
  defineIso20022Provider,
  type Iso20022Wire,
  keyRing,
  type MessageKey,
  type MessageTransport,
  message,
  type NetworkProfile,
  networkProfiles,
} from '@polyrail/adapter-iso20022';
import { money, type Provider, type TransferCommand } from '@polyrail/core';
import { ds, signCanonical } from '@polyrail/xml';

const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });

/** What the member signs with. */
export const memberKey: MessageKey = { name: 'member-1', algorithm: 'ecdsa-p256-sha256', key: privateKey };

/** FedNow's messages and rules, signed in the header, in the envelope of ISO 20022. */
const profile: NetworkProfile = {
  ...networkProfiles.fednow,
  envelope: { kind: 'business_message', namespace: 'urn:iso:std:iso:20022:tech:xsd:nvlp.001.001.01' },
  signature: { place: 'app_header', required: true, algorithms: ['ecdsa-p256-sha256'] },
};

const bank = (id: string) => ({ kind: 'clearing_member', system: 'USABA', id }) as const;

/** A provider over a channel to a network whose key is the member's. */
export function networkProvider(transport: MessageTransport): Provider<Iso20022Wire> {
  const define = defineIso20022Provider({
    id: 'network',
    profile,
    connect: () => ({
      us: bank('021000021'),
      network: bank('021150706'),
      transport,
      key: memberKey,
      keys: keyRing([{ id: memberKey.name, algorithm: 'ecdsa-p256-sha256', key: publicKey }]),
    }),
  });
  return define({});
}

/** A transfer with everything that a network asks for. */
export function transferCommand(idempotencyKey: string): TransferCommand {
  const account = (id: string, member: string) =>
    ({ type: 'account', id, member: { system: 'USABA', id: member } }) as const;
  return {
    idempotencyKey,
    amount: money(125_174n, 'USD'),
    reference: 'Invoice 4711 of 2026-11-01',
    from: account('00123456789', '021000021'),
    to: account('00987654321', '026009593'),
    debtor: {
      name: 'Ada Payer',
      address: { street: 'Main Street', buildingNumber: '1', postCode: '10001', town: 'New York', country: 'US' },
    },
    creditor: {
      name: 'Bo Receiver & Sons',
      address: { street: 'High Street', buildingNumber: '22', postCode: '02108', town: 'Boston', country: 'US' },
    },
  };
}

/**
 * The network's word that a transfer is settled, as it comes: signed, in its envelope.
 *
 * @param sent the message of the transfer
 * @param name of this message
 */
export function statusReport(sent: string, name: string): Uint8Array {
  const told = (element: string): string => new RegExp(`<${element}>([^<]*)`).exec(sent)?.[1] ?? '';
  const agent = (member: string) => ({
    FinInstnId: { ClrSysMmbId: { ClrSysId: { Cd: 'USABA' }, MmbId: member } },
  });
  const createdAt = told('CreDtTm');
  const document = written(
    message('pacs.002.001.10').write({
      FIToFIPmtStsRpt: {
        GrpHdr: { MsgId: name, CreDtTm: createdAt },
        TxInfAndSts: [
          {
            OrgnlGrpInf: { OrgnlMsgId: told('MsgId'), OrgnlMsgNmId: 'pacs.008.001.08', OrgnlCreDtTm: createdAt },
            OrgnlInstrId: told('InstrId'),
            OrgnlEndToEndId: told('EndToEndId'),
            OrgnlTxId: told('TxId'),
            OrgnlUETR: told('UETR'),
            TxSts: 'ACSC',
          },
        ],
      },
    }),
  );
  const header = written(
    message('head.001.001.02').write({
      Fr: { FIId: agent('021150706') },
      To: { FIId: agent('021000021') },
      BizMsgIdr: name,
      MsgDefIdr: 'pacs.002.001.10',
      CreDt: createdAt,
    }),
  );
  const seat = header.slice(0, -'</AppHdr>'.length);
  const envelope = 'xmlns="urn:iso:std:iso:20022:tech:xsd:nvlp.001.001.01"';
  const before = `<BizMsgEnvlp ${envelope}><Hdr>${seat}<Sgntr>`;
  const behind = `</Sgntr></AppHdr></Hdr><Doc>${document}</Doc></BizMsgEnvlp>`;
  return Buffer.from(signCanonical(before, behind, { key: memberKey, keyInfo: [ds('KeyName', {}, memberKey.name)] }));
}

function written(writing: { readonly kind: 'written'; readonly xml: string } | { readonly kind: 'refused' }): string {
  if (writing.kind === 'written') return writing.xml;
  throw new Error('a status report was refused');
}
