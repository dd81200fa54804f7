import { money } from '@polyrail/core/provider';
import { describe, expect, it } from 'vitest';
import { message } from '../../src/codec/message.ts';
import { readStatement } from '../../src/statement/read-statement.ts';
import { details, documentOf, entry, itemsOf, kindsOf, namespace, statement } from '../support/statement-document.ts';

describe('a statement', () => {
  it('gives its header, and then its entries', async () => {
    const [header, first, ...more] = await itemsOf(documentOf(statement('A', entry(details))));
    expect(header).toEqual({
      kind: 'statement',
      header: {
        messageId: 'S-1',
        createdAt: '2026-11-23T06:00:00Z',
        statementId: 'A',
        account: 'DE02120300000000202051',
        balances: [
          {
            type: 'CLBD',
            amount: money(10_000n, 'EUR'),
            amountAsWritten: { Ccy: 'EUR', value: '100.00' },
            direction: 'credit',
            date: '2026-11-20',
          },
        ],
      },
    });
    const references = {
      messageId: 'M-1',
      instructionId: 'I-1',
      endToEndId: 'E-1',
      uetr: '8a562c67-ca16-48ba-b074-65581be6f011',
      transactionId: 'T-1',
    };
    expect(first).toEqual({
      kind: 'entry',
      entry: {
        amount: money(1_230n, 'EUR'),
        amountAsWritten: { Ccy: 'EUR', value: '12.30' },
        direction: 'credit',
        status: 'booked',
        isReversal: false,
        bookingDate: '2026-11-20',
        valueDate: '2026-11-23',
        entryReference: '1',
        transactions: [{ amount: money(1_230n, 'EUR'), direction: 'credit', references }],
      },
    });
    expect(more).toEqual([]);
  });

  it.each<[what: string, source: string, kinds: string]>([
    ['no entries', documentOf(statement('A', '')), 's'],
    [
      'several statements',
      documentOf(statement('A', entry('')), statement('B', ''), statement('C', entry('') + entry(''))),
      'sessee',
    ],
    ['comments between entries', documentOf(statement('A', `${entry('')}<!-- <Ntry> -->${entry('')}`)), 'see'],
    [
      'what looks like an end',
      documentOf(
        statement('A', entry('<AddtlNtryInf><![CDATA[</Ntry>]]>a<!-- </Ntry> --></AddtlNtryInf>') + entry('')),
      ),
      'see',
    ],
    [
      'a prefix',
      documentOf(statement('A', entry('') + entry('')))
        .replaceAll(/<(\/?)(?=[A-Z])/g, '<$1c:')
        .replace('xmlns=', 'xmlns:c='),
      'see',
    ],
    ['something behind the entries', documentOf(statement('A', `${entry('')}<AddtlStmtInf>x</AddtlStmtInf>`)), 'se'],
    [
      'an entry behind the entries',
      documentOf(statement('A', `${entry('')}<AddtlStmtInf>x</AddtlStmtInf>${entry('')}`)),
      'seer',
    ],
    [
      'an entry with a prefix of its own',
      documentOf(
        statement(
          'A',
          `${entry('')}<x:Ntry xmlns:x="${namespace}">${entry('')
            .slice(6, -7)
            .replaceAll(/<(\/?)(?=[A-Z])/g, '<$1x:')}</x:Ntry>`,
        ),
      ),
      'ser',
    ],
    [
      'a statement with a prefix of its own',
      documentOf(statement('A', entry('')).replaceAll('Stmt>', 'x:Stmt>')).replace(
        'xmlns=',
        `xmlns:x="${namespace}" xmlns=`,
      ),
      'r',
    ],
    [
      'a statement with a prefix of its own behind others',
      documentOf(statement('A', entry('')), statement('B', entry('')).replaceAll('Stmt>', 'x:Stmt>')).replace(
        'xmlns=',
        `xmlns:x="${namespace}" xmlns=`,
      ),
      'ser',
    ],
    [
      'white space in end tags',
      documentOf(statement('A', (entry('') + entry('')).replaceAll('</Ntry>', '</Ntry\r\n >'))),
      'see',
    ],
    [
      'what looks like the end of a tag in an attribute',
      documentOf(statement('A', entry('') + entry(''))).replace(
        'xmlns=',
        'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="\'/>" xmlns=',
      ),
      'see',
    ],
    ['two byte order marks', `\ufeff\ufeff${documentOf(statement('A', entry('')))}`, 'r'],
    ['a byte order mark', `\ufeff${documentOf(statement('A', entry('')))}`, 'se'],
    ['an invalid entry', documentOf(statement('A', entry('') + entry('').replace('CRDT', 'X'))), 'ser'],
    ['an invalid balance', documentOf(statement('A', entry('')).replace('CLBD', 'CLBDX')), 'r'],
    ['text between entries', documentOf(statement('A', `${entry('')}x${entry('')}`)), 'seer'],
    ['an end that is missing', documentOf(statement('A', entry(''))).replace('</Document>', ''), 'ser'],
    ['an entry that is cut off', documentOf(statement('A', entry('') + entry(''))).slice(0, -120), 'ser'],
    ['another message', documentOf(statement('A', '')).replace(namespace, 'urn:x'), 'r'],
    ['a document type', `<!DOCTYPE Document>${documentOf(statement('A', entry('')))}`, 'r'],
  ])('with %s', async (_, source, kinds) => {
    for (const size of [1, 7, 100_000]) expect(kindsOf(await itemsOf(source, { size }))).toBe(kinds);
  });

  it('says in which entry something is wrong', async () => {
    const items = await itemsOf(
      documentOf(statement('A', ''), statement('B', entry('') + entry('').replace('CRDT', 'X'))),
    );
    expect(items.at(-1)).toMatchObject({
      kind: 'refused',
      issues: [{ code: 'code_unknown', path: '/Document/BkToCstmrStmt/Stmt[2]/Ntry[2]/CdtDbtInd' }],
    });
  });

  it('refuses an entry, or surroundings, beyond the limits, and bytes that are no UTF-8', async () => {
    const long = documentOf(statement('A', entry(`<!--${'x'.repeat(5_000)}-->`)));
    expect((await itemsOf(long, { limits: { entry: 1_000 } })).at(-1)).toMatchObject({
      issues: [{ code: 'too_large' }],
    });
    const around = documentOf(statement('A', `${'<!-- x -->'.repeat(500)}${entry('')}`));
    expect(await itemsOf(around, { limits: { surroundings: 1_000 } })).toMatchObject([
      { issues: [{ code: 'too_large' }] },
    ]);
    const latin = Buffer.from(documentOf(statement('é', '')), 'latin1');
    expect(await itemsOf(latin)).toMatchObject([{ issues: [{ code: 'not_utf8' }] }]);
  });

  it('forgets what is between statements, however many there are', async () => {
    const many = Array.from({ length: 60 }, (_, at) => `${statement(`S-${at}`, entry(''))}<!-- the end of one -->`);
    const items = await itemsOf(documentOf(...many), { size: 999, limits: { surroundings: 2_000 } });
    expect(kindsOf(items)).toBe('se'.repeat(60));
    const outside = [
      '<!-- -- -->',
      'text',
      '<Grp></Grp>',
      '<![CDATA[x]]>',
      '<SplmtryData><Envlp><a></a></Envlp></SplmtryData>',
    ];
    for (const between of outside) {
      const broken = documentOf(statement('A', entry('')), between, statement('B', entry('')));
      expect(message('camt.053.001.08').read(broken).kind).toBe('refused');
      expect(kindsOf(await itemsOf(broken))).toBe('ser');
    }
  });

  it.each([
    ['comments', '<!-- x -->'],
    ['instructions', '<?x y?>'],
    ['white space', '          '],
  ])('holds %s in front of the first statement until it is judged, and no longer', async (_what, filler) => {
    const long = filler.repeat(150);
    const statements = ['A', 'B', 'C'].map((id) => `${statement(id, entry(''))}`);
    const source = documentOf(`${long}${statements.join(`<!--${'x'.repeat(1_000)}-->`)}`);
    const items = await itemsOf(source, { size: 999, limits: { surroundings: 3_000 } });
    expect(kindsOf(items)).toBe('sesese');
  });

  it('holds no white space between entries', async () => {
    const entries = Array.from({ length: 50 }, () => `\n${' '.repeat(100)}${entry('')}`);
    const items = await itemsOf(documentOf(statement('A', entries.join(''))), { limits: { surroundings: 2_000 } });
    expect(kindsOf(items)).toBe(`s${'e'.repeat(50)}`);
  });

  it('takes no more than a few times as long for single bytes', async () => {
    const long = 'x'.repeat(150_000);
    const source = documentOf(statement('A', `<!--${long}-->${entry(`<!--${long}-->`)}`)).replace(
      '?>',
      `?><!--${long}-->`,
    );
    const before = process.cpuUsage();
    expect(kindsOf(await itemsOf(source, { size: 1 }))).toBe('se');
    expect(process.cpuUsage(before).user).toBeLessThan(5_000_000);
  });

  it('leaves what the stream says of itself as it is', async () => {
    const lost = new TypeError('terminated');
    async function* source(): AsyncGenerator<Uint8Array> {
      yield Buffer.from(documentOf('').slice(0, 100));
      throw lost;
    }
    await expect(readStatement('camt.053.001.08', source()).next()).rejects.toBe(lost);
  });

  it('has the same header behind all that may stand in front of it', async () => {
    const odd = documentOf(statement('A', ''), statement('B', ''))
      .replace('<MsgId>S-1', '<!-- a --> <MsgId  > <!-- b --><![CDATA[<S  x="]]> <?c d?> 1 <![CDATA[ "> ]]> ')
      .replace('</GrpHdr>', ' </GrpHdr >\n');
    const [whole, ...items] = [message('camt.053.001.08').read(odd), ...(await itemsOf(odd))];
    const value: unknown = whole.kind === 'read' ? whole.value : undefined;
    const messageId = '<S  x="  1  ">';
    expect(value).toMatchObject({ BkToCstmrStmt: { GrpHdr: { MsgId: expect.stringContaining(messageId) } } });
    const ids = items.map((item) => item.kind === 'statement' && item.header.messageId);
    expect(ids).toHaveLength(2);
    expect(ids[0]).toContain(messageId);
    expect(ids[1]).toBe(ids[0]);
  });

  it('lets go of the stream when nobody wants more', async () => {
    let isClosed = false;
    async function* source(): AsyncGenerator<Uint8Array> {
      try {
        for (;;) yield Buffer.from(documentOf(statement('A', entry('').repeat(10))).slice(0, 2_000));
      } finally {
        isClosed = true;
      }
    }
    for await (const _ of readStatement('camt.053.001.08', source())) break;
    expect(isClosed).toBe(true);
  });
});
