/** The versions of SOAP: 1.1 of 2000 is what most banks speak, 1.2 of 2007 is the Recommendation. */
export type SoapVersion = '1.1' | '1.2';

/** The namespaces of envelopes. */
export const envelopeNamespaces: Readonly<Record<SoapVersion, string>> = {
  '1.1': 'http://schemas.xmlsoap.org/soap/envelope/',
  '1.2': 'http://www.w3.org/2003/05/soap-envelope',
};
