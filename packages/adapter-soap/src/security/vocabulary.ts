const oasis = 'http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss';

export const securityNamespace: string = `${oasis}-wssecurity-secext-1.0.xsd`;
export const security11Namespace = 'http://docs.oasis-open.org/wss/oasis-wss-wssecurity-secext-1.1.xsd';
export const signatureNamespace = 'http://www.w3.org/2000/09/xmldsig#';
export const exclusiveC14n = 'http://www.w3.org/2001/10/xml-exc-c14n#';
export const base64Encoding: string = `${oasis}-soap-message-security-1.0#Base64Binary`;
export const x509Token: string = `${oasis}-x509-token-profile-1.0#X509v3`;
export const passwordTypes: Readonly<Record<'text' | 'digest', string>> = {
  text: `${oasis}-username-token-profile-1.0#PasswordText`,
  digest: `${oasis}-username-token-profile-1.0#PasswordDigest`,
};

/** Algorithms that are believed. SHA-1, HMAC and RSA-PSS without its parameters are not among them. */
export const digestAlgorithms: Readonly<Record<string, string>> = {
  'http://www.w3.org/2001/04/xmlenc#sha256': 'sha256',
  'http://www.w3.org/2001/04/xmldsig-more#sha384': 'sha384',
  'http://www.w3.org/2001/04/xmlenc#sha512': 'sha512',
};

export const signatureAlgorithms: Readonly<Record<string, { readonly hash: string; readonly key: 'rsa' | 'ec' }>> = {
  'http://www.w3.org/2001/04/xmldsig-more#rsa-sha256': { hash: 'sha256', key: 'rsa' },
  'http://www.w3.org/2001/04/xmldsig-more#rsa-sha384': { hash: 'sha384', key: 'rsa' },
  'http://www.w3.org/2001/04/xmldsig-more#rsa-sha512': { hash: 'sha512', key: 'rsa' },
  'http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha256': { hash: 'sha256', key: 'ec' },
  'http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha384': { hash: 'sha384', key: 'ec' },
  'http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha512': { hash: 'sha512', key: 'ec' },
};
