import { PolyrailError } from '@polyrail/core/provider';
import { describe, expect, it } from 'vitest';
import { readBusinessMessage, writeBusinessMessage } from '../../src/flow/business-message.ts';
import { sentOperation } from '../../src/flow/original.ts';
import { identify } from '../../src/flow/payment-identity.ts';
import { statusInquiry } from '../../src/flow/status-inquiry.ts';
import { otherSide, signedLink, signedProfile } from './support/instant-network.ts';
import { key, startedAtMs } from './support/links.ts';

const { messageId } = identify(signedLink, key, startedAtMs);
const asked = sentOperation(signedLink, key, startedAtMs, 'pacs.008.001.08', 'Invoice 51');
const value = statusInquiry(signedLink, asked, messageId, startedAtMs);
const name = { businessMessageId: messageId, createdAtMs: startedAtMs };
const text = writeBusinessMessage(signedLink, 'pacs.028.001.03', value, name);

describe('writeBusinessMessage', () => {
  it('writes what can be read, with a place for the signature', () => {
    expect(text).toContain('<Sgntr></Sgntr></AppHdr></Hdr>');
    expect(readBusinessMessage(otherSide, text)).toMatchObject({
      header: { BizMsgIdr: messageId, MsgDefIdr: 'pacs.028.001.03' },
      document: { id: 'pacs.028.001.03', value },
    });
  });

  it.each([
    ['schema', { ...name, businessMessageId: 'SECRET'.repeat(10) }],
    ['network', { ...name, businessMessageId: 'SECRET' }],
  ])('names the path, and never the value, of what the %s refuses', (_, wrong) => {
    const write = () => writeBusinessMessage(signedLink, 'pacs.028.001.03', value, wrong);
    expect(write).toThrow(PolyrailError);
    expect(write).toThrow(/\/BizMsgIdr/);
    expect(write).not.toThrow(/SECRET/);
  });

  it('names what an amount, a date or a choice lacks', () => {
    const wrong = { FIToFIPmtStsReq: { ...value.FIToFIPmtStsReq, GrpHdr: { MsgId: messageId, CreDtTm: 'SECRET' } } };
    const write = () => writeBusinessMessage(signedLink, 'pacs.028.001.03', wrong, name);
    expect(write).toThrow(/cannot carry it: .*CreDtTm/);
    expect(write).not.toThrow(/SECRET/);
  });
});

describe('readBusinessMessage', () => {
  it.each([
    ['another envelope', text.replaceAll('BizMsgEnvlp', 'Envelope'), /envelope/],
    ['a header that the schema refuses', text.replace(/<MsgDefIdr>.*?<\/MsgDefIdr>/, ''), /schema.*AppHdr/],
    ['a document that the schema refuses', text.replace(/<CreDtTm>.*?<\/CreDtTm>/, '<CreDtTm>x</CreDtTm>'), /CreDtTm/],
    ['a document that nobody knows', text.replace(':pacs.028.001.03"', ':pacs.999.001.03"'), /not known/],
    ['a header that announces another', text.replace('>pacs.028.001.03<', '>pacs.008.001.08<'), /announces another/],
    ['nothing', '', /envelope/],
  ])('says what is wrong with %s', (_, broken, why) => {
    expect(readBusinessMessage(otherSide, broken)).toMatch(why);
  });

  it('reads no header where the network has none', () => {
    const { header: _, ...without } = signedProfile;
    expect(readBusinessMessage({ ...otherSide, profile: without }, text)).toMatch(/none/);
  });
});
