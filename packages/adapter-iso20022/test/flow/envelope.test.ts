import { describe, expect, it } from 'vitest';
import { unwrap, wrap as wrapMessage } from '../../src/flow/envelope.ts';
import type { EnvelopeParts } from '../../src/flow/envelope-parts.ts';
import type { EnvelopeKind } from '../../src/profile/network-profile.ts';

const namespace = 'urn:iso:std:iso:20022:tech:xsd:nvlp.001.001.01';
const business: EnvelopeKind = { kind: 'business_message', namespace };
const network: EnvelopeKind = { kind: 'network', namespace: 'urn:net', root: 'Envelope' };
const header = '<AppHdr xmlns="urn:head"><Fr>a</Fr></AppHdr>';
const document = '<Document xmlns="urn:doc"><A>1</A></Document>';
const parts = { header, document };
const wrap = (envelope: EnvelopeKind, inner: EnvelopeParts) => wrapMessage(envelope, inner, 'pacs.008.001.08');

describe('an envelope', () => {
  it.each([business, network])('gives back what was put in: $kind', (envelope) => {
    expect(unwrap(envelope, wrap(envelope, parts))).toEqual(parts);
  });

  it('is the document alone where there is none', () => {
    expect(wrap({ kind: 'none' }, { header: undefined, document })).toBe(document);
    expect(unwrap({ kind: 'none' }, document)).toEqual({ header: undefined, document });
  });

  it.each([
    `<n:BizMsgEnvlp xmlns:n="${namespace}"><n:Hdr>${header}</n:Hdr><n:Doc>${document}</n:Doc></n:BizMsgEnvlp>`,
    `<?xml version="1.0"?>\n<BizMsgEnvlp xmlns="${namespace}">\n <Hdr>${header}</Hdr>\n <Doc>${document}</Doc>\n</BizMsgEnvlp>`,
  ])('is read with prefixes and white space', (text) => {
    expect(unwrap(business, text)).toEqual(parts);
  });

  it('gives parts that stand alone: names that were declared outside come along', () => {
    const text = `<e:Envelope xmlns:e="urn:net" xmlns:h="urn:head" xmlns="urn:doc"><h:AppHdr><h:Fr>a</h:Fr></h:AppHdr><Document><A>1</A></Document></e:Envelope>`;
    expect(unwrap(network, text)).toEqual({
      header: '<h:AppHdr xmlns:h="urn:head"><h:Fr>a</h:Fr></h:AppHdr>',
      document,
    });
  });

  const around = (inner: string) => `<BizMsgEnvlp xmlns="${namespace}">${inner}</BizMsgEnvlp>`;
  it.each([
    ['another namespace', wrap({ ...business, namespace: 'urn:other' }, parts)],
    ['another root', around('').replaceAll('BizMsgEnvlp', 'Message')],
    ['no header', around(`<Doc>${document}</Doc>`)],
    ['no document', around(`<Hdr>${header}</Hdr>`)],
    ['the document before the header', around(`<Doc>${document}</Doc><Hdr>${header}</Hdr>`)],
    ['two documents', around(`<Hdr>${header}</Hdr ><Doc>${document}${document}</Doc>`)],
    ['two places of documents', around(`<Hdr >${header}</Hdr><Doc>${document}</Doc><Doc>${document}</Doc>`)],
    ['a document in no place', around(`<Hdr >${header}</Hdr>${document}`)],
    ['an element of another name', around(`<Hdr >${header}</Hdr><Doc><Documents xmlns="urn:doc"/></Doc>`)],
    ['text that is no XML', '<BizMsgEnvlp'],
    ['a document type', `<!DOCTYPE a>${wrap(business, parts)}`],
    ['nothing', ''],
  ])('is refused with %s', (_, text) => {
    expect(unwrap(business, text)).toBeUndefined();
  });

  it.each([
    ['a second element', `<Envelope xmlns="urn:net">${header}${document}<X xmlns=""/></Envelope>`],
    ['a second header', `<Envelope xmlns="urn:net">${header}${header}${document}</Envelope>`],
    ['only a header', `<Envelope xmlns="urn:net">${header}</Envelope>`],
    ['another root', `<Other xmlns="urn:net">${header}${document}</Other>`],
  ])('of a network is refused with %s', (_, text) => {
    expect(unwrap(network, text)).toBeUndefined();
  });

  const wrapped: EnvelopeKind = {
    kind: 'network',
    namespace: 'urn:net',
    root: 'Incoming',
    received: { namespace: 'urn:net', root: 'Outgoing' },
    wrappers: { 'pacs.008.001': 'CreditTransfer' },
  };

  it('has an element for each kind of message where the network wants one', () => {
    const text = wrap(wrapped, parts);
    expect(text).toBe(`<Incoming xmlns="urn:net"><CreditTransfer>${header}${document}</CreditTransfer></Incoming>`);
    expect(unwrap(wrapped, text)).toBeUndefined();
    expect(unwrap(wrapped, text.replaceAll('Incoming', 'Outgoing'))).toEqual(parts);
    expect(unwrap(wrapped, text.replaceAll('Incoming', 'Outgoing').replaceAll('CreditTransfer', 'X'))).toBeUndefined();
    expect(() => wrapMessage(wrapped, parts, 'pacs.009.001.08')).toThrow(/no element/);
  });

  it('is cut so that what is hidden in one part never becomes the other', () => {
    const closing = '</Hdr><Doc>';
    const hidden = wrap(business, { header: header.replace('a', `<!--${closing}-->`), document });
    const found = unwrap(business, hidden);
    // Whatever is found is no whole element, or is what was put in: the schema refuses the first.
    for (const part of found === undefined ? [] : [found.header ?? '', found.document])
      expect(/^<(AppHdr|Document) xmlns="urn:(head|doc)">(?!.*<!--).*<\/\1>$/s.test(part) && part !== document).toBe(
        false,
      );
  });
});
