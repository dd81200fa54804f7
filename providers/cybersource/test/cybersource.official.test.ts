import { existsSync, readFileSync } from 'node:fs';
import { XmlDocument, XsdValidator } from 'libxml2-wasm';
import { WSDL } from 'soap';
import { describe, expect, it } from 'vitest';
import { identifier, requests } from './bench.ts';

const folder = new URL('../../../../shared/data/soap/', import.meta.url);
const wsdlFile = new URL('CyberSourceTransaction_1.224.wsdl', folder);
const xsdFile = new URL('CyberSourceTransaction_1.224.xsd', folder);
const isPresent = existsSync(wsdlFile) && existsSync(xsdFile);
const bodies = Object.entries(requests).map(([name, request]) => ({ name, body: String(request?.body) }));

// The official schema lies beside the project where it is developed, and is no part of it.
describe.skipIf(!isPresent)('by the official WSDL and schema of version 1.224', () => {
  it.each(bodies)('the request for $name is valid', ({ body }) => {
    const schema = XmlDocument.fromBuffer(readFileSync(xsdFile));
    const validator = XsdValidator.fromDoc(schema);
    const content = /<n0:requestMessage.*<\/n0:requestMessage>/s.exec(body)?.[0] ?? '';
    const valid = XmlDocument.fromString(content);
    expect(() => validator.validate(valid)).not.toThrow();
    const invalid = XmlDocument.fromString(content.replace('<n0:merchantID>', '<n0:quantum/><n0:merchantID>'));
    expect(() => validator.validate(invalid)).toThrow();
    for (const one of [valid, invalid, validator, schema]) one.dispose();
  });

  it('every request is read by its types', async () => {
    const wsdl = new WSDL(readFileSync(wsdlFile, 'utf8'), wsdlFile.pathname, {});
    await new Promise<void>((resolve, reject) => wsdl.onReady((error) => (error ? reject(error) : resolve())));
    Object.assign(wsdl.options, { attributesKey: 'attributes' });
    for (const { body } of bodies) {
      const { requestMessage } = wsdl.xmlToObject(body).Body;
      expect(requestMessage).toMatchObject({ merchantID: 'merchant_1', merchantTransactionIdentifier: identifier });
    }
    expect(wsdl.xmlToObject(String(requests.charge?.body)).Body.requestMessage).toMatchObject({
      comments: 'order <7> & more',
      purchaseTotals: { currency: 'EUR', grandTotalAmount: '1234567.89' },
      recurringSubscriptionInfo: { subscriptionID: '9903000165884641' },
      ccAuthService: { attributes: { run: 'true' }, commerceIndicator: 'internet' },
      ccCaptureService: { attributes: { run: 'true' } },
    });
  });
});
