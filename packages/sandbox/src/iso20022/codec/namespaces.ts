/** Where the namespaces of all messages begin. */
export const XSD = 'urn:iso:std:iso:20022:tech:xsd:';
export const ENVELOPE: string = `${XSD}nvlp.001.001.01`;
export const HEADER: string = `${XSD}head.001.001.02`;
