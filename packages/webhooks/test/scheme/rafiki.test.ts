import { createHmac } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { rafikiVerifier } from '../../src/index.ts';
import { nowMs } from '../support/specimen.ts';
import { live, message, outcome } from '../support/verify.ts';

const secret = 'a secret as text';
const verifier = rafikiVerifier(live('the next secret', secret));
const sent =
  '{"id":"e-1","type":"outgoing_payment.completed","data":{"sentAmount":{"value":"1","assetScale":2},"9":1,"10":2}}';
// RFC 8785 by hand: members by their UTF-16 code units, at every depth; digits are no numbers there.
const signed =
  '{"data":{"10":2,"9":1,"sentAmount":{"assetScale":2,"value":"1"}},"id":"e-1","type":"outgoing_payment.completed"}';
const v1 = (content = signed, time: number | string = nowMs, key = secret) =>
  createHmac('sha256', key).update(`${time}.${content}`).digest('hex');
const received = (body: string, header: string) => message(body, { 'rafiki-signature': header });
const verdictOf = (body: string, header = `t=${nowMs}, v1=${v1()}`) => outcome(verifier, received(body, header));

describe('rafikiVerifier', () => {
  it('believes the canonical form of what was sent', () => {
    const verification = verifier.verify(received(sent, `t=${nowMs}, v1=${v1()}`), nowMs);
    expect(verification).toEqual({ kind: 'verified', secretId: 'secret 2' });
  });

  it('believes what says the same, however it is written', () => {
    for (const body of [signed, JSON.stringify(JSON.parse(sent), undefined, 2), sent.replace('"9":1', '"9":1.0')])
      expect(verdictOf(body)).toBe('verified');
  });

  it.each([
    ['another amount', sent.replace('"1"', '"2"'), 'signature_wrong'],
    ['a number for a text', sent.replace('"1"', '1'), 'signature_wrong'],
    ['a member more', sent.replace('{"id"', '{"tenant":"t","id"'), 'signature_wrong'],
    ['a member twice, of which the last counts', sent.replace('"data"', '"id":"e-2","data"'), 'signature_wrong'],
    ['a prototype', sent.replace('{"id"', '{"__proto__":{"a":1},"id"'), 'signature_wrong'],
    ['half of it', sent.slice(0, 40), 'body_malformed'],
    ['nothing', '', 'body_malformed'],
    ['a number that is none', '{"a":1e999}', 'body_malformed'],
    ['lists in lists in lists', '['.repeat(200_000) + ']'.repeat(200_000), 'body_malformed'],
  ])('refuses a body with %s', (_, body, reason) => {
    expect(verdictOf(body)).toBe(reason);
  });

  it('refuses bytes that are no UTF-8', () => {
    const body = Uint8Array.from([...Buffer.from('{"a":"'), 0xff, ...Buffer.from('"}')]);
    const header = `t=${nowMs}, v1=${v1('{"a":"\uFFFD"}')}`;
    expect(outcome(verifier, message(body, { 'rafiki-signature': header }))).toBe('body_malformed');
  });

  it('refuses a signature over the bytes as they were sent', () => {
    expect(verdictOf(sent, `t=${nowMs}, v1=${v1(sent)}`)).toBe('signature_wrong');
  });

  it.each([
    [`t=${nowMs},v1=${v1()}`, 'signature_malformed'],
    [`t=${nowMs},  v1=${v1()}`, 'signature_malformed'],
    [`t=${nowMs}, v2=${v1()}`, 'signature_malformed'],
    [`v1=${v1()}`, 'timestamp_missing'],
    [`t=${nowMs}, t=${nowMs}, v1=${v1()}`, 'signature_repeated'],
    [`t=1${nowMs}000, v1=${v1(signed, `1${nowMs}000`)}`, 'timestamp_missing'],
  ])('refuses %s', (header, reason) => {
    expect(verdictOf(sent, header)).toBe(reason);
  });

  it('reads milliseconds, and has a window with both ends', () => {
    const at = (time: number) => verdictOf(sent, `t=${time}, v1=${v1(signed, time)}`);
    expect([at(nowMs - 300_000), at(nowMs - 300_001)]).toEqual(['verified', 'timestamp_outside_window']);
    expect([at(nowMs + 300_000), at(nowMs + 300_001)]).toEqual(['verified', 'timestamp_outside_window']);
    expect(at(nowMs / 1_000)).toBe('timestamp_outside_window');
  });
});
