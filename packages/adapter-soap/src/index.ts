export {
  jsonField,
  minorUnitsField,
  moneyField,
  type StatusMeaning,
  type StatusTable,
  textField,
} from '@polyrail/http';
export {
  defineSoapProvider,
  type SoapConnection,
  type SoapDefinition,
  type SoapInquiry,
  type SoapOperation,
  type SoapProviderFactory,
  type SoapWire,
} from './define-soap-provider.ts';
export type { FaultDialect, FaultMeaning, FaultTable } from './fault-table.ts';
export type { SoapHeader, SoapRequest } from './request-writer.ts';
export type {
  AnswerSecurity,
  MessageSecurity,
  RequestSignature,
  SignedPart,
  UsernameToken,
} from './security/message-security.ts';
export { SigningKey } from './security/signing-key.ts';
export type { SoapFault } from './soap-fault.ts';
export { type SecurityVerdict, type SoapResponse, soapResponse } from './soap-response.ts';
export type { SoapVersion } from './soap-version.ts';
export type { SoapFields, SoapValue } from './write-element.ts';
export { loadWsdl } from './wsdl/load-wsdl.ts';
export type { Wsdl } from './wsdl/wsdl.ts';
