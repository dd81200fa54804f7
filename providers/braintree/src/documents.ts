import { type GraphqlDocument, gql } from '@polyrail/adapter-graphql';

type Transaction = { readonly amount: string; readonly orderId: string; readonly merchantAccountId: string };
type Opening = {
  readonly paymentMethodId: string;
  readonly clientMutationId: string;
  readonly transaction: Transaction;
};
type Following = { readonly transactionId: string; readonly clientMutationId: string };
type Refund = Following & { readonly refund: { readonly amount: string; readonly orderId: string } };
type Input<Fields> = { readonly input: Fields };

export const chargeDocument: GraphqlDocument<Input<Opening>> = gql`mutation Charge($input: ChargePaymentMethodInput!) {
  chargePaymentMethod(input: $input) { transaction { ...Payment } }
}
fragment Payment on Transaction { __typename id orderId status amount { value currencyCode } statusHistory {
  __typename
  ... on ProcessorDeclinedEvent { processorResponse { legacyCode message } }
  ... on FailedEvent { processorResponse { legacyCode message } }
  ... on GatewayRejectedEvent { gatewayRejectionReason duplicateOf { id orderId status amount { value currencyCode } } }
} }`;

export const authorizeDocument: GraphqlDocument<Input<Opening>> =
  gql`mutation Authorize($input: AuthorizePaymentMethodInput!) {
  authorizePaymentMethod(input: $input) { transaction { ...Payment } }
}
fragment Payment on Transaction { __typename id orderId status amount { value currencyCode } statusHistory {
  __typename
  ... on ProcessorDeclinedEvent { processorResponse { legacyCode message } }
  ... on FailedEvent { processorResponse { legacyCode message } }
  ... on GatewayRejectedEvent { gatewayRejectionReason duplicateOf { id orderId status amount { value currencyCode } } }
} }`;

export const captureDocument: GraphqlDocument<Input<Following>> =
  gql`mutation Capture($input: CaptureTransactionInput!) {
  captureTransaction(input: $input) { transaction { __typename id status amount { value currencyCode } } }
}`;

export const reverseDocument: GraphqlDocument<Input<Following>> =
  gql`mutation Reverse($input: ReverseTransactionInput!) {
  reverseTransaction(input: $input) { reversal { __typename ... on Transaction { id status } ... on Refund { id } } }
}`;

export const refundDocument: GraphqlDocument<Input<Refund>> = gql`mutation Refund($input: RefundTransactionInput!) {
  refundTransaction(input: $input) { refund { __typename id orderId status amount { value currencyCode } } }
}`;

/** By our reference, and by Braintree's id for what has none of its own: a capture and a reversal. */
export const paymentDocument: GraphqlDocument<{
  readonly orderId: string;
  readonly id: string;
  readonly isFollowing: boolean;
}> = gql`query Payment($orderId: String!, $id: ID!, $isFollowing: Boolean!) {
  search { payments(input: { orderId: { is: $orderId } }, first: 50) { edges { node { ...Found } } } }
  node(id: $id) @include(if: $isFollowing) { __typename ... on Transaction { id status amount { value currencyCode } } }
}
fragment Found on Payment { __typename id orderId status amount { value currencyCode } statusHistory {
  __typename
  ... on ProcessorDeclinedEvent { processorResponse { legacyCode message } }
  ... on FailedEvent { processorResponse { legacyCode message } }
  ... on GatewayRejectedEvent { gatewayRejectionReason duplicateOf { id orderId status amount { value currencyCode } } }
} }`;
