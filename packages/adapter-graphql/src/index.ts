export {
  jsonField,
  minorUnitsField,
  moneyField,
  type StatusMeaning,
  type StatusTable,
  textField,
} from '@polyrail/http';
export {
  defineGraphqlProvider,
  type GraphqlConnection,
  type GraphqlDefinition,
  type GraphqlInquiry,
  type GraphqlOperation,
  type GraphqlProviderFactory,
  type GraphqlWire,
} from './define-graphql-provider.ts';
export type { ErrorDialect, ErrorMeaning, ErrorTable } from './error-table.ts';
export {
  type GraphqlDocument,
  type GraphqlRequest,
  type GraphqlValue,
  type GraphqlVariables,
  gql,
} from './graphql-document.ts';
export { fragment, type GraphqlFragment } from './graphql-fragment.ts';
export type { PersistedDocument } from './to-http-request.ts';
