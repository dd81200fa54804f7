import { fragment, type GraphqlDocument, gql } from '@polyrail/adapter-graphql';

type Order = { readonly amount: string; readonly orderId: string };
type Transaction = Order & { readonly merchantAccountId: string };
type Opening = { readonly input: { readonly paymentMethodId: string; readonly transaction: Transaction } };
type Following = { readonly id: string };
type Refund = Following & { readonly refund: Order };

const payment = fragment`fragment Payment on Payment {
  __typename id orderId status amount { value currencyCode } statusHistory { __typename
    ... on ProcessorDeclinedEvent { processorResponse { legacyCode } }
    ... on FailedEvent { processorResponse { legacyCode } }
    ... on GatewayRejectedEvent { gatewayRejectionReason duplicateOf { id orderId status amount { value currencyCode } } }
  }
}`;

/** A transaction keeps the reference that opened it: what follows does not ask for it. */
const standing = fragment`fragment Standing on Payment { __typename id status amount { value currencyCode } }`;

// What a mutation came to has the same name in each: `result.payment`.
export const authorize: GraphqlDocument<Opening> = gql`mutation Authorize($input: AuthorizePaymentMethodInput!) {
  result: authorizePaymentMethod(input: $input) { payment: transaction { ...Payment } }
} ${payment}`;

export const charge: GraphqlDocument<Opening> = gql`mutation Charge($input: ChargePaymentMethodInput!) {
  result: chargePaymentMethod(input: $input) { payment: transaction { ...Payment } }
} ${payment}`;

export const capture: GraphqlDocument<Following> = gql`mutation Capture($id: ID!) {
  result: captureTransaction(input: { transactionId: $id }) { payment: transaction { ...Standing } }
} ${standing}`;

export const reverse: GraphqlDocument<Following> = gql`mutation Reverse($id: ID!) {
  result: reverseTransaction(input: { transactionId: $id }) { payment: reversal { ...Standing } }
} ${standing}`;

export const refund: GraphqlDocument<Refund> = gql`mutation Refund($id: ID!, $refund: RefundInput!) {
  result: refundTransaction(input: { transactionId: $id, refund: $refund }) { payment: refund { ...Payment } }
} ${payment}`;

/** Finds what carries our reference. */
export const search: GraphqlDocument<{ readonly orderId: string }> = gql`query Search($orderId: String!) {
  search { payments(input: { orderId: { is: $orderId } }, first: 50) { edges { node { ...Payment } } } }
} ${payment}`;

/** Shows what became of a transaction: a capture and a reversal have no reference of their own. */
export const transaction: GraphqlDocument<Following> = gql`query Transaction($id: ID!) { node(id: $id) { ...Standing } }
${standing}`;
