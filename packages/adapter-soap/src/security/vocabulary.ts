const oasis = 'http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss';

export const securityNamespace: string = `${oasis}-wssecurity-secext-1.0.xsd`;
export const security11Namespace = 'http://docs.oasis-open.org/wss/oasis-wss-wssecurity-secext-1.1.xsd';
export const base64Encoding: string = `${oasis}-soap-message-security-1.0#Base64Binary`;
export const x509Token: string = `${oasis}-x509-token-profile-1.0#X509v3`;
export const passwordTypes: Readonly<Record<'text' | 'digest', string>> = {
  text: `${oasis}-username-token-profile-1.0#PasswordText`,
  digest: `${oasis}-username-token-profile-1.0#PasswordDigest`,
};
