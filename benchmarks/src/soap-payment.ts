/** The WSDL that every SOAP client reads. */
export const acquirerWsdl: URL = new URL('../../providers/sandbox-soap/wsdl/acquirer.wsdl', import.meta.url);

/** The path that every SOAP client posts to. */
export const soapPath = '/soap';

let count = 0;

/** The fields of the next charge, with a key of its own. */
export function nextFields(): Readonly<Record<string, unknown>> & { readonly idempotencyKey: string } {
  count += 1;
  const idempotencyKey = String(count).padStart(32, '0');
  return {
    idempotencyKey,
    amount: '5000',
    currency: 'USD',
    source: { token: 'pm_card_visa' },
    capture: true,
    reference: `INV-${String(count).padStart(8, '0')}`,
    clientReference: idempotencyKey,
  };
}

/** What the local server answers: a payment that names the key of the request. */
export function soapAnswerOf(body: string): string {
  const key = /idempotencyKey>([^<]*)</.exec(body)?.[1] ?? '';
  return (
    '<soap:Envelope xmlns:soap="http://schemas.xmlsoap.org/soap/envelope/"><soap:Body>' +
    '<a:chargeResponse xmlns:a="urn:polyrail:sandbox:acquirer:1"><a:status>ACCEPTED</a:status><a:responseCode>00</a:responseCode>' +
    '<a:amount>5000</a:amount><a:resource><a:id>ch_benchmark0000</a:id><a:state>SUCCEEDED</a:state><a:currency>USD</a:currency>' +
    `<a:clientReference>${key}</a:clientReference></a:resource></a:chargeResponse></soap:Body></soap:Envelope>`
  );
}
