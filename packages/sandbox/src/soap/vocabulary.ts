const oasis = 'http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss';

export const ENVELOPE = 'http://schemas.xmlsoap.org/soap/envelope/';
export const DSIG = 'http://www.w3.org/2000/09/xmldsig#';
export const WSSE: string = `${oasis}-wssecurity-secext-1.0.xsd`;
export const WSSE11 = 'http://docs.oasis-open.org/wss/oasis-wss-wssecurity-secext-1.1.xsd';
export const WSU: string = `${oasis}-wssecurity-utility-1.0.xsd`;
export const BASE64: string = `${oasis}-soap-message-security-1.0#Base64Binary`;
export const X509_TOKEN: string = `${oasis}-x509-token-profile-1.0#X509v3`;
export const PASSWORD_DIGEST: string = `${oasis}-username-token-profile-1.0#PasswordDigest`;
export const RSA_SHA256 = 'http://www.w3.org/2001/04/xmldsig-more#rsa-sha256';
export const SHA256 = 'http://www.w3.org/2001/04/xmlenc#sha256';
export const EXCLUSIVE = 'http://www.w3.org/2001/10/xml-exc-c14n#';
