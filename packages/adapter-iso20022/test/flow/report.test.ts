import { money } from '@polyrail/core/provider';
import { seededRandom } from '@polyrail/testkit';
import { describe, expect, it } from 'vitest';
import { message } from '../../src/codec/message.ts';
import type { Document } from '../../src/flow/business-message.ts';
import { type Report, reportsOf } from '../../src/flow/report.ts';
import { messageIds } from '../../src/model/message-id.ts';
import type { MessageId } from '../../src/model/message-types.ts';
import { created, groupHeader, original, uetr } from '../profile/support/samples.ts';
import { randomValue } from '../support/random-value.ts';

function read(id: MessageId, value: object): readonly Report[] {
  const codec: { check(value: unknown): readonly unknown[] } = message(id);
  expect(codec.check(value)).toEqual([]);
  // It was just checked.
  return reportsOf({ header: undefined, document: { id, value } as Document });
}

const agent = { FinInstnId: { BICFI: 'COBADEFFXXX' } };
const usd = (value: string) => ({ Ccy: 'USD', value });
const transaction = { OrgnlInstrId: 'I', OrgnlTxId: 'T', OrgnlUETR: uetr };
const named = {
  uetr,
  messageId: original.OrgnlMsgId,
  messageName: 'pacs.008.001.08',
  instructionId: 'I',
  transactionId: 'T',
};
const rejection = [{ Rsn: { Cd: 'AM04' } }, { Rsn: { Prtry: 'F002' } }, {}] as const;

function readStatus(group: object | undefined, transactions: readonly object[]): readonly Report[] {
  const value = {
    FIToFIPmtStsRpt: {
      GrpHdr: groupHeader('STATUS-1'),
      ...(group && { OrgnlGrpInfAndSts: [{ ...original, ...group }] }),
      ...(transactions.length > 0 && { TxInfAndSts: transactions }),
    },
  };
  return read('pacs.002.001.10', value);
}

describe('pacs.002', () => {
  it('is read transaction by transaction', () => {
    const reports = readStatus({}, [
      { ...transaction, TxSts: 'RJCT', StsRsnInf: rejection },
      { ...transaction, TxSts: 'ACSC', OrgnlTxRef: { IntrBkSttlmAmt: usd('51.74') } },
      { ...transaction, TxSts: 'ACSC', OrgnlTxRef: { IntrBkSttlmAmt: usd('51.745') } },
    ]);
    expect(reports).toEqual([
      {
        kind: 'status',
        original: named,
        status: 'RJCT',
        reasons: ['AM04', 'F002'],
        amount: undefined,
        isConsent: false,
      },
      { kind: 'status', original: named, status: 'ACSC', reasons: [], amount: money(5_174n, 'USD'), isConsent: false },
      { kind: 'status', original: named, status: 'ACSC', reasons: [], amount: 'unreadable', isConsent: false },
    ]);
  });

  it('is about the whole message where it names no transaction', () => {
    expect(readStatus({ GrpSts: 'RJCT', StsRsnInf: rejection }, [])).toEqual([
      {
        kind: 'status',
        original: { messageId: original.OrgnlMsgId, messageName: 'pacs.008.001.08' },
        status: 'RJCT',
        reasons: ['AM04', 'F002'],
        amount: undefined,
        isConsent: false,
      },
    ]);
  });

  it('takes status and reasons of the group where a transaction has none of its own', () => {
    const [report] = readStatus({ GrpSts: 'RJCT', StsRsnInf: rejection }, [transaction]);
    expect(report).toMatchObject({ status: 'RJCT', reasons: ['AM04', 'F002'] });
  });

  it('prefers what a transaction itself says', () => {
    const [report] = readStatus({ GrpSts: 'PART' }, [{ ...transaction, TxSts: 'ACSC' }]);
    expect(report).toMatchObject({ status: 'ACSC' });
    const [other] = readStatus({ GrpSts: 'PART' }, [
      { OrgnlGrpInf: { ...original, OrgnlMsgId: 'OWN' }, TxSts: 'ACSC' },
    ]);
    expect(other).toMatchObject({ original: { messageId: 'OWN' } });
  });

  it('takes the reasons of the group where a transaction has a text only', () => {
    const group = { GrpSts: 'RJCT', StsRsnInf: [{ Rsn: { Cd: 'AM05' } }] };
    const [report] = readStatus(group, [{ ...transaction, TxSts: 'RJCT', StsRsnInf: [{ AddtlInf: ['see above'] }] }]);
    expect(report).toMatchObject({ reasons: ['AM05'] });
  });

  it('goes by the group that a transaction names, and reads those that have no transaction by themselves', () => {
    const groups = ['RJCT', 'ACSC'].map((GrpSts, at) => ({ ...original, OrgnlMsgId: `M-${at}`, GrpSts }));
    const readGroups = (...TxInfAndSts: readonly object[]) =>
      read('pacs.002.001.10', {
        FIToFIPmtStsRpt: { GrpHdr: groupHeader('STATUS-1'), OrgnlGrpInfAndSts: groups, TxInfAndSts },
      });
    const [first, second] = [
      { status: 'RJCT', original: { messageId: 'M-0' } },
      { status: 'ACSC', original: { messageId: 'M-1' } },
    ];
    const ofSecond = { ...transaction, OrgnlGrpInf: { ...original, OrgnlMsgId: 'M-1' } };
    expect(readGroups(ofSecond)).toMatchObject([second, first]);
    const ofNone = { ...transaction, OrgnlGrpInf: { ...original, OrgnlMsgId: 'M-2' } };
    expect(readGroups(ofNone)).toMatchObject([{ status: undefined }, first, second]);
    expect(readGroups(transaction)).toMatchObject([{ status: undefined }, first, second]);
  });

  it('says nothing where it is about nothing', () => {
    expect(readStatus(undefined, [])).toEqual([]);
  });
});

describe('other messages', () => {
  it('camt.029 is the answer to a recall', () => {
    const value = {
      RsltnOfInvstgtn: {
        Assgnmt: { Id: 'A', Assgnr: { Agt: agent }, Assgne: { Agt: agent }, CreDtTm: created },
        RslvdCase: { Id: 'CASE', Cretr: { Agt: agent } },
        Sts: { Conf: 'RJCR' },
        CxlDtls: [{ TxInfAndSts: [{ CxlStsRsnInf: [{ Rsn: { Cd: 'NOAS' } }] }] }],
      },
    } as const;
    expect(read('camt.029.001.09', value)).toEqual([
      { kind: 'resolution', caseId: 'CASE', original: {}, confirmations: ['RJCR'], reasons: ['NOAS'] },
    ]);
  });

  it('camt.029 names the case beside the group or the transaction too', () => {
    const RslvdCase = { Id: 'CASE', Cretr: { Agt: agent } };
    for (const details of [{ OrgnlGrpInfAndSts: { ...original, RslvdCase } }, { TxInfAndSts: [{ RslvdCase }] }])
      expect(
        read('camt.029.001.09', {
          RsltnOfInvstgtn: {
            Assgnmt: { Id: 'A', Assgnr: { Agt: agent }, Assgne: { Agt: agent }, CreDtTm: created },
            Sts: { Conf: 'IPAY' },
            CxlDtls: [details],
          },
        }),
      ).toMatchObject([{ kind: 'resolution', caseId: 'CASE', confirmations: ['IPAY'] }]);
  });

  it('camt.029 without a case names the transfer that was asked back, and says more of each', () => {
    const reason = [{ Rsn: { Cd: 'NOAS' } }];
    const value = (...CxlDtls: readonly object[]) => ({
      RsltnOfInvstgtn: {
        Assgnmt: { Id: 'A', Assgnr: { Agt: agent }, Assgne: { Agt: agent }, CreDtTm: created },
        Sts: { Conf: 'RJCR' },
        ...(CxlDtls.length > 0 && { CxlDtls }),
      },
    });
    const OrgnlGrpInf = { OrgnlMsgId: original.OrgnlMsgId, OrgnlMsgNmId: original.OrgnlMsgNmId };
    const transfer = { OrgnlGrpInf, ...transaction, TxCxlSts: 'RJCR', CxlStsRsnInf: reason };
    const resolved = { kind: 'resolution', caseId: undefined, original: named, reasons: ['NOAS'] };
    const read029 = (...details: readonly object[]) => read('camt.029.001.09', value(...details));
    expect(read029({ TxInfAndSts: [{ ...transfer, OrgnlEndToEndId: 'INV51' }, transfer] })).toEqual([
      { ...resolved, confirmations: ['RJCR', 'RJCR'] },
      { ...resolved, confirmations: ['RJCR', 'RJCR'] },
    ]);
    const OrgnlGrpInfAndSts = { ...OrgnlGrpInf, GrpCxlSts: 'PDCR', CxlStsRsnInf: reason };
    expect(read029({ OrgnlGrpInfAndSts, TxInfAndSts: [transaction] })).toEqual([
      { ...resolved, confirmations: ['RJCR', 'PDCR'] },
    ]);
    expect(read029({ OrgnlGrpInfAndSts })).toMatchObject([{ original: { messageId: named.messageId } }]);
    expect(read029()).toMatchObject([{ caseId: undefined, original: {}, confirmations: ['RJCR'], reasons: [] }]);
  });

  it('pacs.004 is money that came back', () => {
    const value = {
      PmtRtr: {
        GrpHdr: { ...groupHeader('R-1'), NbOfTxs: '1', SttlmInf: { SttlmMtd: 'CLRG' } },
        TxInf: [
          {
            OrgnlGrpInf: original,
            ...transaction,
            RtrdIntrBkSttlmAmt: usd('1.00'),
            RtrRsnInf: [{ Rsn: { Cd: 'AC04' } }],
          },
        ],
      },
    } as const;
    const { messageName: _, ...without } = named;
    expect(read('pacs.004.001.10', value)).toMatchObject([
      { kind: 'return', original: without, amount: money(100n, 'USD'), reasons: ['AC04'] },
    ]);
  });

  it('pacs.004 without a transaction is all of a message that came back', () => {
    const GrpHdr = { ...groupHeader('R-1'), NbOfTxs: '1', GrpRtr: true, SttlmInf: { SttlmMtd: 'CLRG' } };
    const value = (more: object, OrgnlGrpInf?: object) => ({ PmtRtr: { GrpHdr: { ...GrpHdr, ...more }, OrgnlGrpInf } });
    const group = { ...original, RtrRsnInf: [{ Rsn: { Cd: 'AC04' } }] };
    const whole = { kind: 'return', original: { messageId: original.OrgnlMsgId }, movement: 'R-1', reasons: ['AC04'] };
    expect(read('pacs.004.001.10', value({ TtlRtrdIntrBkSttlmAmt: usd('1.00') }, group))).toEqual([
      { ...whole, amount: money(100n, 'USD') },
    ]);
    expect(read('pacs.004.001.10', value({}, group))).toEqual([{ ...whole, amount: 'unreadable' }]);
    expect(read('pacs.004.001.10', value({}))).toEqual([]);
  });

  it('admi.002 is a message that came back', () => {
    const value = {
      'admi.002.001.01': { RltdRef: { Ref: 'BIZ' }, Rsn: { RjctgPtyRsn: 'SYNTAX', RjctnDtTm: created } },
    };
    expect(read('admi.002.001.01', value)).toEqual([{ kind: 'refusal', businessMessageId: 'BIZ', code: 'SYNTAX' }]);
  });
});

it('reads every version of what says something about a payment of ours', () => {
  const kinds = [
    'pacs.002',
    'pain.002',
    'pain.014',
    'camt.029',
    'pacs.004',
    'pacs.008',
    'camt.054',
    'camt.056',
    'admi.002',
  ];
  const isRead = (id: MessageId) => read(id, randomValue(id, seededRandom(5))).every(({ kind }) => kind !== 'notice');
  const shipped = messageIds.filter((id) => kinds.some((kind) => id.startsWith(kind)));
  // The first one has no UETR, and nothing else in it is ours.
  expect(shipped.filter((id) => !isRead(id))).toEqual(['pacs.008.001.02']);
});
