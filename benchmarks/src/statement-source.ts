const head =
  '<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.08"><BkToCstmrStmt><GrpHdr><MsgId>STMT-1</MsgId>' +
  '<CreDtTm>2026-11-23T06:00:00Z</CreDtTm></GrpHdr><Stmt><Id>STMT-1</Id><Acct><Id><IBAN>DE02120300000000202051</IBAN></Id></Acct>' +
  '<Bal><Tp><CdOrPrtry><Cd>CLBD</Cd></CdOrPrtry></Tp><Amt Ccy="EUR">1000000.00</Amt><CdtDbtInd>CRDT</CdtDbtInd><Dt><Dt>2026-11-22</Dt></Dt></Bal>';
const tail = '</Stmt></BkToCstmrStmt></Document>';
const entriesAtATime = 64;

/** A camt.053.001.08 with that many entries of some 1 kB, in chunks as they come from a disk. */
export async function* statementBytes(entries: number): AsyncGenerator<Uint8Array> {
  yield Buffer.from(head);
  for (let first = 0; first < entries; first += entriesAtATime) {
    let text = '';
    for (let number = first; number < Math.min(entries, first + entriesAtATime); number += 1) text += entryText(number);
    yield Buffer.from(text);
  }
  yield Buffer.from(tail);
}

function entryText(number: number): string {
  const id = String(number).padStart(12, '0');
  return (
    `<Ntry><NtryRef>${number}</NtryRef><Amt Ccy="EUR">${number}.25</Amt><CdtDbtInd>${number % 3 === 0 ? 'DBIT' : 'CRDT'}</CdtDbtInd>` +
    '<Sts><Cd>BOOK</Cd></Sts><BookgDt><Dt>2026-11-22</Dt></BookgDt><ValDt><Dt>2026-11-22</Dt></ValDt>' +
    `<AcctSvcrRef>REF${id}</AcctSvcrRef><BkTxCd><Domn><Cd>PMNT</Cd><Fmly><Cd>RCDT</Cd><SubFmlyCd>ESCT</SubFmlyCd></Fmly></Domn></BkTxCd>` +
    `<NtryDtls><TxDtls><Refs><MsgId>MSG${id}</MsgId><InstrId>INS${id}</InstrId><EndToEndId>E2E${id}</EndToEndId>` +
    `<UETR>8a562c67-ca16-48ba-b074-${id}</UETR><TxId>TX${id}</TxId></Refs><Amt Ccy="EUR">${number}.25</Amt>` +
    `<CdtDbtInd>CRDT</CdtDbtInd><RltdPties><Dbtr><Pty><Nm>Debtor number ${number}</Nm><PstlAdr><StrtNm>Example Street</StrtNm>` +
    '<PstCd>10115</PstCd><TwnNm>Berlin</TwnNm><Ctry>DE</Ctry></PstlAdr></Pty></Dbtr><DbtrAcct><Id><IBAN>DE02120300000000202051</IBAN></Id></DbtrAcct>' +
    '</RltdPties><RltdAgts><DbtrAgt><FinInstnId><BICFI>DEUTDEFFXXX</BICFI></FinInstnId></DbtrAgt></RltdAgts>' +
    `<RmtInf><Ustrd>Invoice ${id}, thank you very much</Ustrd></RmtInf></TxDtls></NtryDtls></Ntry>`
  );
}
