export {
  jsonField,
  minorUnitsField,
  moneyField,
  type StatusMeaning,
  type StatusTable,
  textField,
} from '@polyrail/http';
export {
  defineRestProvider,
  type RestDefinition,
  type RestInquiry,
  type RestOperation,
  type RestProviderFactory,
  type RestWire,
} from './define-rest-provider.ts';
export { encodeForm, type FormFields } from './form.ts';
export { type Page, type PageOptions, pages } from './pages.ts';
export { type Json, path, type RestRequest } from './rest-request.ts';
export type { RestResponse } from './rest-response.ts';
