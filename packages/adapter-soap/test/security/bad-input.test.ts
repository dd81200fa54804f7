import { httpResponse } from '@polyrail/http';
import { WSDL } from 'soap';
import { describe, expect, it } from 'vitest';
import { writeHeaders } from '../../src/header-block.ts';
import { judgeResponse } from '../../src/judge-response.ts';
import { SigningKey } from '../../src/security/signing-key.ts';
import { bankSchema, bankWsdl } from '../support/bank.ts';
import { createCredential, now } from '../support/credential.ts';
import { hostileAnswers } from '../support/hostile-answers.ts';
import { user } from '../support/secured-request.ts';
import { signedAnswer, verdictOn } from '../support/signed-answer.ts';
import { loadBank } from '../support/wsdl-folder.ts';

const { output } = (await loadBank()).operation('pay');
const bank = await createCredential('bank');
const signers = {
  bank,
  rogue: await createCredential('bank'),
  rogueCurve: await createCredential('bank', 'ec'),
  overdue: await createCredential('bank', 'rsa', true),
};
const demand = { trusted: [bank.certificate, signers.overdue.certificate] };
const answers = hostileAnswers(signers);

/** What the line makes of an answer: the verdict first, then the reading. */
function outcomeOf(text: string): string {
  const http = httpResponse(200, { 'content-type': 'text/xml; charset=utf-8' }, text);
  const words = { version: '1.1', faults: {}, statuses: undefined } as const;
  const response = { http, security: verdictOn(text, demand) };
  const value = { providerReference: '1' };
  return judgeResponse(response, output, words, () => ({ kind: 'succeeded', value }) as const).kind;
}

/** What the client of the `soap` package takes for a result. */
async function naiveReader(): Promise<(text: string) => boolean> {
  const inline = bankWsdl('').replace(/<xs:schema>.*<\/xs:schema>/s, bankSchema.replace(/<\?xml.*?\?>/, ''));
  const wsdl = new WSDL(inline, 'bank.wsdl', {});
  await new Promise<void>((resolve, reject) => wsdl.onReady((error) => (error ? reject(error) : resolve())));
  return (text) => {
    try {
      const { Body } = wsdl.xmlToObject(text);
      return Boolean(Body?.payResponse?.id ?? Body?.payResponse?.[0]?.id ?? Body?.[0]?.payResponse?.id);
    } catch {
      return false;
    }
  };
}

describe('an answer that must be signed', () => {
  it('is believed when it is', () => {
    expect(outcomeOf(signedAnswer(bank))).toBe('succeeded');
    expect(answers.length).toBeGreaterThanOrEqual(150);
    expect(new Set(answers.map(({ text }) => text)).size).toBeGreaterThanOrEqual(140);
    expect(answers.filter(({ text }) => text === signedAnswer(bank))).toEqual([]);
  });

  it.each(answers)('is not believed with $name', ({ text }) => {
    const startedAt = performance.now();
    expect(outcomeOf(text)).toBe('unknown');
    expect(performance.now() - startedAt).toBeLessThan(3_000);
  });

  // The canaries: what is refused here for good reasons is read by others, or it would prove nothing.
  it('would be taken by the client of the soap package, or by one that only searches the text', async () => {
    const naive = await naiveReader();
    const taken = answers.filter(({ text }) => text.length < 100_000 && naive(text));
    expect(taken.length).toBeGreaterThanOrEqual(120);
    const withoutCanary = answers.filter(
      (answer) => !taken.includes(answer) && !/<[\w:]*id>\s*[^<\s]/.test(answer.text),
    );
    expect(answers.length - withoutCanary.length).toBeGreaterThanOrEqual(140);
    // They hold no result that anybody could take.
    expect(withoutCanary.map(({ name }) => name.replace(/\d+/, 'some'))).toEqual([
      ...Array.from({ length: 22 }, () => 'cut: after some characters'),
      'beyond a limit: open tags',
      'markup that is no data: a page',
      'markup that is no data: nothing',
      'markup that is no data: JSON',
    ]);
  });

  it('costs bounded memory, whatever it is', () => {
    const before = process.memoryUsage().heapUsed;
    for (const { text } of answers) outcomeOf(text);
    expect(process.memoryUsage().heapUsed - before).toBeLessThan(200_000_000);
  });
});

describe('what is demanded', () => {
  it('may be a confirmation of the signature of the request', () => {
    const verdict = verdictOn(signedAnswer(bank), { ...demand, confirmation: true });
    expect(verdict).toMatchObject({ kind: 'refused', reason: 'reference_missing' });
  });

  it('leaves it to the bank what else it signs in the Header, where it stands there and its digest is right', () => {
    const answer = signedAnswer(
      bank,
      {
        usernameToken: user,
        signature: {
          key: SigningKey.ofPem(bank.certificate, bank.key),
          parts: ['body', 'timestamp', 'token', 'headers', 'username_token'],
        },
      },
      now,
      writeHeaders([{ opening: '<r:routing xmlns:r="urn:bank"', rest: '>north</r:routing>' }], true),
    );
    expect(verdictOn(answer, demand).kind).toBe('verified');
    expect(verdictOn(answer.replace('north', 'south'), demand)).toMatchObject({ reason: 'digest_wrong' });
    const moved = answer.replace(/<r:routing.*<\/r:routing>/, '<w:wrap xmlns:w="urn:w">$&</w:wrap>');
    expect(moved).not.toBe(answer);
    expect(verdictOn(moved, demand)).toMatchObject({ reason: 'part_misplaced' });
  });

  it('is XML without comments, and what is refused is named', () => {
    const verdict = verdictOn(`<!-- by hand -->${signedAnswer(bank)}`, demand);
    expect(verdict).toEqual({ kind: 'refused', reason: 'its XML is refused: comment_refused' });
  });

  it('allows clocks to differ, and no more', () => {
    const answer = signedAnswer(bank);
    expect(verdictOn(answer, demand, now + 355_000).kind).toBe('verified');
    expect(verdictOn(answer, demand, now + 361_000).kind).toBe('refused');
    expect(verdictOn(answer, demand, now - 59_000).kind).toBe('verified');
    expect(verdictOn(answer, demand, now - 61_000).kind).toBe('refused');
  });

  it('needs a certificate', () => {
    expect(() => verdictOn(signedAnswer(bank), { trusted: [] })).toThrow(/without a certificate/);
    expect(() => verdictOn(signedAnswer(bank), { trusted: ['no certificate'] })).toThrow(/cannot be read/);
  });
});
