import { SigningKey } from '../../src/security/signing-key.ts';
import type { Credential } from './credential.ts';
import { now } from './credential.ts';
import { result, signedAnswer } from './signed-answer.ts';

/** An answer that must not be believed. */
export interface HostileAnswer {
  readonly name: string;
  readonly text: string;
}

/** Who signs. */
export interface Signers {
  readonly bank: Credential;
  readonly rogue: Credential;
  readonly rogueCurve: Credential;
  readonly overdue: Credential;
}

const wsu = 'http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-utility-1.0.xsd';
const wsse = 'http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-secext-1.0.xsd';
const forged = result.replace('>1<', '>2<').replace('10.00', '99.00');

/** Every attack on one good answer. */
export function hostileAnswers(signers: Signers): readonly HostileAnswer[] {
  const good = signedAnswer(signers.bank);
  const attacks: Readonly<Record<string, Readonly<Record<string, string>>>> = {
    'not signed by the bank': foreign(signers, good),
    'changed after it was signed': tampered(good),
    'another form of signature': reshaped(good),
    wrapped: wrapped(good),
    'out of time': outOfTime(signers.bank, good),
    'an id twice': repeatedIds(good),
    'a DOCTYPE': doctypes(good),
    cut: cut(good),
    'another namespace': otherNamespaces(good),
    'something twice': twice(good),
    'beyond a limit': excessive(good),
    'markup that is no data': noise(good),
  };
  return Object.entries(attacks).flatMap(([kind, texts]) =>
    Object.entries(texts).map(([name, text]) => ({ name: `${kind}: ${name}`, text })),
  );
}

function foreign({ rogue, rogueCurve, overdue, bank }: Signers, good: string): Record<string, string> {
  const certificate = /<wsse:BinarySecurityToken.*?<\/wsse:BinarySecurityToken>/s;
  const own = certificate.exec(good)?.[0] ?? '';
  return {
    'no header': good.replace(/<soap:Header>.*<\/soap:Header>/s, ''),
    'an empty header': good.replace(/<soap:Header>.*<\/soap:Header>/s, '<soap:Header></soap:Header>'),
    'no Signature': good.replace(/<ds:Signature .*<\/ds:Signature>/s, ''),
    'an empty Signature': good.replace(/(<ds:Signature [^>]*>).*(<\/ds:Signature>)/s, '$1$2'),
    'a rogue key': signedAnswer(rogue),
    'a rogue key under the certificate of the bank': signedAnswer(rogue).replace(certificate, own),
    'a rogue key on a curve': signedAnswer(rogueCurve),
    'a rogue key named by issuer and serial number': signedAnswer(rogue, {
      signature: { key: SigningKey.ofPem(rogue.certificate, rogue.key), certificate: 'issuer_serial' },
    }),
    'a certificate that is over': signedAnswer(overdue),
    'no KeyInfo and a rogue key': signedAnswer(rogue).replace(/<ds:KeyInfo>.*<\/ds:KeyInfo>/s, ''),
    'only the Timestamp': good.replace(result, forged).replace(/<ds:Reference URI="#body">.*?<\/ds:Reference>/s, ''),
    'only a UsernameToken': signedAnswer(bank, { signature: undefined as never }),
  };
}

function tampered(good: string): Record<string, string> {
  const change = (from: string | RegExp, to: string) => good.replace(from, to);
  return {
    'the amount': change('10.00', '99.00'),
    'the digits of the amount': change('10.00', '10.000'),
    'white space in the amount': change('10.00', ' 10.00'),
    'the id': change('<n0:id>1', '<n0:id>2'),
    'an element more': change('<n0:id>', '<n0:note>x</n0:note><n0:id>'),
    'an element less': change(/<n0:amount>.*<\/n0:amount>/, ''),
    'an attribute more': change('<n0:id>', '<n0:id a="b">'),
    'text between elements': change('<n0:id>', ' <n0:id>'),
    'a prefix': change(/n0:/g, 'n1:').replace('xmlns:n0', 'xmlns:n1'),
    'the whole result': change(result, forged),
    Created: change(/(<wsu:Created>)20/, '$121'),
    Expires: change(/(<wsu:Expires>)20/, '$121'),
    'a digest': change(/(<ds:DigestValue>)./, '$1A').replace(/(<ds:DigestValue>.)./, '$1A'),
    'the signature': change(/(<ds:SignatureValue>)...../, '$1AAAAA'),
    'the signature to nothing': change(/(<ds:SignatureValue>)[^<]*/, '$1'),
    'the signature to no base64': change(/(<ds:SignatureValue>)../, '$1$$$'),
    SignedInfo: change('<ds:Reference URI="#body">', '<ds:Reference URI="#body" Type="x">'),
    'the order of References': change(
      /(<ds:Reference URI="#body">.*?<\/ds:Reference>)(<ds:Reference .*?<\/ds:Reference>)/s,
      '$2$1',
    ),
  };
}

function reshaped(good: string): Record<string, string> {
  const method = 'http://www.w3.org/2001/04/xmldsig-more#rsa-sha256';
  const hash = 'http://www.w3.org/2001/04/xmlenc#sha256';
  const exclusive = 'http://www.w3.org/2001/10/xml-exc-c14n#';
  const transform = `<ds:Transform Algorithm="${exclusive}"></ds:Transform>`;
  const dsig = 'http://www.w3.org/2000/09/xmldsig#';
  return {
    'RSA with SHA-1': good.replace(method, `${dsig}rsa-sha1`),
    'HMAC keyed by the certificate': good.replace(method, `${dsig}hmac-sha1`),
    'HMAC with SHA-256': good.replace(method, 'http://www.w3.org/2001/04/xmldsig-more#hmac-sha256'),
    'an elliptic curve for RSA': good.replace('#rsa-sha256', '#ecdsa-sha256'),
    'no algorithm': good.replace(` Algorithm="${method}"`, ''),
    'a property of every object': good.replace(method, 'constructor'),
    'SHA-1 digests': good.replaceAll(hash, `${dsig}sha1`),
    'MD5 digests': good.replaceAll(hash, 'http://www.w3.org/2001/04/xmldsig-more#md5'),
    'inclusive canonicalization': good.replaceAll(exclusive, 'http://www.w3.org/TR/2001/REC-xml-c14n-20010315'),
    'canonicalization with comments': good.replaceAll(exclusive, `${exclusive}WithComments`),
    'no transform': good.replaceAll(transform, ''),
    'the enveloped transform': good.replaceAll(transform, transform.replace(exclusive, `${dsig}enveloped-signature`)),
    'an XSLT transform': good.replaceAll(
      transform,
      '<ds:Transform Algorithm="http://www.w3.org/TR/1999/REC-xslt-19991116"></ds:Transform>',
    ),
    'an XPath transform': good.replaceAll(
      transform,
      '<ds:Transform Algorithm="http://www.w3.org/TR/1999/REC-xpath-19991116"></ds:Transform>',
    ),
    'a hundred transforms': good.replaceAll(transform, transform.repeat(100)),
    'the whole document': good.replace('URI="#body"', 'URI=""'),
    'another document': good.replace('URI="#body"', 'URI="http://127.0.0.1:9/"'),
    'a file': good.replace('URI="#body"', 'URI="file:///etc/hostname"'),
    'an XPointer': good.replace('URI="#body"', 'URI="#xpointer(id(\'body\'))"'),
    'a part that is absent': good.replace('URI="#body"', 'URI="#absent"'),
    'the Timestamp twice': good.replace('URI="#body"', 'URI="#timestamp"'),
    'no Reference': good.replace(/<ds:Reference .*<\/ds:Reference>/s, ''),
    'an Object': good.replace('</ds:Signature>', '<ds:Object></ds:Object></ds:Signature>'),
    'a manifest': good.replace('</ds:Signature>', '<ds:Object><ds:Manifest></ds:Manifest></ds:Object></ds:Signature>'),
  };
}

function wrapped(good: string): Record<string, string> {
  const body = /<soap:Body.*<\/soap:Body>/s.exec(good)?.[0] ?? '';
  const evil = body.replace(result, forged);
  const unnamed = evil.replace(/ wsu:Id="body"/, '');
  const renamed = evil.replace('wsu:Id="body"', 'wsu:Id="other"');
  const put = (bodies: string, place: string, content: string) =>
    good.replace(body, bodies).replace(place, content + place);
  const places: Readonly<Record<string, string>> = {
    'in the Header': '</soap:Header>',
    'in Security': '</wsse:Security>',
    'in the Signature': '</ds:Signature>',
    'in KeyInfo': '</ds:KeyInfo>',
    'behind the Body': '</soap:Envelope>',
  };
  const found: Record<string, string> = {};
  for (const [where, place] of Object.entries(places)) {
    found[`the signed Body ${where}, another without an id`] = put(unnamed, place, body);
    found[`the signed Body ${where}, another with its own id`] = put(renamed, place, body);
    found[`the signed Body ${where}, another with the same id`] = put(evil, place, body);
    found[`the signed Body ${where} inside of something, another without an id`] = put(
      unnamed,
      place,
      `<x>${body}</x>`,
    );
  }
  found['the signed Body inside of the Body'] = good.replace(
    body,
    unnamed.replace('</soap:Body>', `${body}</soap:Body>`),
  );
  found['the signed result beside another'] = good.replace(result, result + forged);
  found['another before the signed result'] = good.replace(result, forged + result);
  found['the whole answer in the Body of another'] =
    `<soap:Envelope xmlns:soap="http://schemas.xmlsoap.org/soap/envelope/"><soap:Body>${forged}${good}</soap:Body></soap:Envelope>`;
  found['the whole answer in the Header of another'] =
    `<soap:Envelope xmlns:soap="http://schemas.xmlsoap.org/soap/envelope/"><soap:Header>${good}</soap:Header><soap:Body>${forged}</soap:Body></soap:Envelope>`;
  found['the signed Timestamp behind a newer one'] = good.replace(
    /(<wsu:Timestamp.*<\/wsu:Timestamp>)/s,
    '<wsu:Timestamp xmlns:wsu="urn:x"></wsu:Timestamp><x>$1</x>',
  );
  return found;
}

function outOfTime(bank: Credential, good: string): Record<string, string> {
  const minute = 60_000;
  return {
    'an hour old': signedAnswer(bank, { lifetimeMs: 86_400_000 }, now - 60 * minute),
    'seven minutes old': signedAnswer(bank, { lifetimeMs: 86_400_000 }, now - 7 * minute),
    expired: signedAnswer(bank, { lifetimeMs: minute }, now - 3 * minute),
    'of the future': signedAnswer(bank, {}, now + 2 * minute),
    'of the next year': signedAnswer(bank, {}, now + 525_600 * minute),
    'without a Timestamp': signedAnswer(bank, { lifetimeMs: 0 }),
    'with a Timestamp that is not signed': signedAnswer(bank, { signature: undefined as never }),
    'with a Timestamp that was taken away': good.replace(/<wsu:Timestamp.*<\/wsu:Timestamp>/s, ''),
  };
}

function repeatedIds(good: string): Record<string, string> {
  const add = (attribute: string) =>
    good.replace('<soap:Header>', `<soap:Header><x xmlns:wsu="${wsu}" ${attribute}></x>`);
  return {
    'wsu:Id': add('wsu:Id="body"'),
    Id: add('Id="body"'),
    id: add('id="body"'),
    ID: add('ID="body"'),
    'xml:id': add('xml:id="body"'),
    'that of the Timestamp': add('wsu:Id="timestamp"'),
    'one attribute twice': good.replace('wsu:Id="body"', 'wsu:Id="body" wsu:Id="body"'),
  };
}

function doctypes(good: string): Record<string, string> {
  const laughs = Array.from({ length: 20 }, (_, index) => `<!ENTITY l${index + 1} "&l${index};&l${index};">`).join('');
  const expanded = good.replace('10.00', '&a;');
  return {
    'that is empty': `<!DOCTYPE a>${good}`,
    'with an entity': `<!DOCTYPE a [<!ENTITY a "10.00">]>${expanded}`,
    'with a file': `<!DOCTYPE a [<!ENTITY a SYSTEM "file:///etc/hostname">]>${expanded}`,
    'with an address': `<!DOCTYPE a [<!ENTITY a SYSTEM "http://127.0.0.1:9/">]>${expanded}`,
    'with a parameter entity': `<!DOCTYPE a [<!ENTITY % a SYSTEM "http://127.0.0.1:9/"> %a;]>${good}`,
    'with a DTD elsewhere': `<!DOCTYPE a SYSTEM "http://127.0.0.1:9/a.dtd">${good}`,
    'with a billion laughs': `<!DOCTYPE a [<!ENTITY l0 "l">${laughs}]>${good.replace('10.00', '&l20;')}`,
    'with a long entity many times': `<!DOCTYPE a [<!ENTITY a "${'a'.repeat(50_000)}">]>${good.replace('10.00', '&a;'.repeat(1_000))}`,
    'with ids by default': `<!DOCTYPE a [<!ATTLIST x Id ID #FIXED "body">]>${good}`,
    'in small letters': `<!doctype a>${good}`,
    'inside of the envelope': good.replace('<soap:Header>', '<!DOCTYPE a><soap:Header>'),
    'with an entity that nobody declared': expanded,
  };
}

function cut(good: string): Record<string, string> {
  const parts = Array.from({ length: 20 }, (_, index) => Math.floor((good.length * (index + 0.5)) / 20));
  return Object.fromEntries(
    [0, 1, ...parts, good.length - 1].map((at) => [`after ${at} characters`, good.slice(0, at)]),
  );
}

function otherNamespaces(good: string): Record<string, string> {
  const soap11 = 'http://schemas.xmlsoap.org/soap/envelope/';
  return {
    'of the envelope': good.replaceAll(soap11, 'http://www.w3.org/2003/05/soap-envelope'),
    'of no SOAP': good.replaceAll(soap11, 'urn:soap'),
    'of the result': good.replace('urn:bank', 'urn:bank2'),
    'of Security': good.replaceAll(wsse, `${wsse}2`),
    'of ids': good.replaceAll(wsu, `${wsu}2`),
    'of the Signature': good.replaceAll('http://www.w3.org/2000/09/xmldsig#', 'http://www.w3.org/2000/09/xmldsig2#'),
    'of none': good.replaceAll(/ xmlns:soap="[^"]*"/g, ''),
  };
}

function twice(good: string): Record<string, string> {
  const again = (pattern: RegExp) => good.replace(pattern, '$&$&');
  return {
    'the envelope': good + good,
    'the Header': again(/<soap:Header>.*<\/soap:Header>/s),
    'the Body': again(/<soap:Body.*<\/soap:Body>/s),
    Security: again(/<wsse:Security.*<\/wsse:Security>/s),
    'the Signature': again(/<ds:Signature .*<\/ds:Signature>/s),
    SignedInfo: again(/<ds:SignedInfo.*<\/ds:SignedInfo>/s),
    SignatureValue: again(/<ds:SignatureValue.*<\/ds:SignatureValue>/s),
    KeyInfo: again(/<ds:KeyInfo>.*<\/ds:KeyInfo>/s),
    'a Reference': again(/<ds:Reference URI="#body">.*?<\/ds:Reference>/s),
    'a DigestValue': again(/<ds:DigestValue>.*?<\/ds:DigestValue>/s),
    'the result': again(/<n0:payResponse.*<\/n0:payResponse>/s),
    'the id': again(/<n0:id>.*<\/n0:id>/s),
  };
}

function excessive(good: string): Record<string, string> {
  const put = (content: string) => good.replace('<soap:Header>', `<soap:Header>${content}`);
  const count = (times: number, write: (index: number) => string) =>
    Array.from({ length: times }, (_, index) => write(index)).join('');
  return {
    depth: put('<a>'.repeat(50_000) + '</a>'.repeat(50_000)),
    size: put(`<a>${'x'.repeat(2_000_000)}</a>`),
    elements: put('<a></a>'.repeat(100_000)),
    attributes: put(`<a ${count(5_000, (index) => ` a${index}=""`)}></a>`),
    namespaces: put(`<a ${count(5_000, (index) => ` xmlns:a${index}="urn:${index}"`)}></a>`),
    'namespaces inside each other': put(
      count(60, (index) => `<a xmlns:b${index}="urn:b" xmlns:c${index}="urn:c" xmlns:d${index}="urn:d">`) +
        '</a>'.repeat(60),
    ),
    references: good.replace(/<ds:Reference URI="#body">.*?<\/ds:Reference>/s, (one) => one.repeat(500)),
    prefixes: good.replaceAll(
      '"></ds:Transform>',
      `"><e:InclusiveNamespaces xmlns:e="http://www.w3.org/2001/10/xml-exc-c14n#" PrefixList="${'a '.repeat(5_000)}"></e:InclusiveNamespaces></ds:Transform>`,
    ),
    'character references': good.replace('10.00', '&#49;'.repeat(300_000)),
    'open tags': good.slice(0, 100) + '<a>'.repeat(100_000),
  };
}

function noise(good: string): Record<string, string> {
  return {
    'a comment in the amount': good.replace('10.00', '10<!---->.00'),
    'a comment in a digest': good.replace(/(<ds:DigestValue>)/, '$1<!--AAAA-->'),
    'an instruction': good.replace('<n0:id>', '<?a b?><n0:id>'),
    'a control character': good.replace('10.00', '10.00&#1;'),
    'a zero': good.replace('10.00', '10.00\u0000'),
    'another encoding': `<?xml version="1.0" encoding="UTF-16"?>${good}`,
    'XML 1.1': `<?xml version="1.1"?>${good}`,
    'a page': '<html><body>OK</body></html>',
    nothing: '',
    JSON: '{"id":"1","amount":"10.00"}',
  };
}
