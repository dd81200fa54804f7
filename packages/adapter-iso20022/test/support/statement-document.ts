import { readStatement, type StatementItem, type StatementLimits } from '../../src/statement/read-statement.ts';
import type { StatementMessageId } from '../../src/statement/statement-model.ts';

export const namespace: string = 'urn:iso:std:iso:20022:tech:xsd:camt.053.001.08';
export const entry = (inside: string): string =>
  `<Ntry><NtryRef>1</NtryRef><Amt Ccy="EUR">12.30</Amt><CdtDbtInd>CRDT</CdtDbtInd><Sts><Cd>BOOK</Cd></Sts>` +
  `<BookgDt><Dt>2026-11-20</Dt></BookgDt><ValDt><Dt>2026-11-23</Dt></ValDt><BkTxCd></BkTxCd>${inside}</Ntry>`;
export const details: string =
  '<NtryDtls><TxDtls><Refs><MsgId>M-1</MsgId><InstrId>I-1</InstrId><EndToEndId>E-1</EndToEndId>' +
  '<UETR>8a562c67-ca16-48ba-b074-65581be6f011</UETR><TxId>T-1</TxId></Refs></TxDtls></NtryDtls>';
export const statement = (id: string, inside: string): string =>
  `<Stmt><Id>${id}</Id><Acct><Id><IBAN>DE02120300000000202051</IBAN></Id></Acct><Bal><Tp><CdOrPrtry><Cd>CLBD</Cd></CdOrPrtry></Tp>` +
  `<Amt Ccy="EUR">100.00</Amt><CdtDbtInd>CRDT</CdtDbtInd><Dt><Dt>2026-11-20</Dt></Dt></Bal>${inside}</Stmt>`;
export const documentOf = (...inside: readonly string[]): string =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<Document xmlns="${namespace}"><BkToCstmrStmt><GrpHdr><MsgId>S-1</MsgId>` +
  `<CreDtTm>2026-11-23T06:00:00Z</CreDtTm></GrpHdr>${inside.join('\n')}</BkToCstmrStmt></Document>\n`;

async function* inChunks(text: string | Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  const bytes = Buffer.from(text);
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

export async function itemsOf(
  source: string | Uint8Array,
  {
    id = 'camt.053.001.08',
    size = 7,
    limits,
  }: { id?: StatementMessageId; size?: number; limits?: StatementLimits } = {},
): Promise<readonly StatementItem[]> {
  const items: StatementItem[] = [];
  for await (const item of readStatement(id, inChunks(source, size), limits)) items.push(item);
  return items;
}

export const kindsOf = (items: readonly StatementItem[]): string => items.map(({ kind }) => kind[0]).join('');
