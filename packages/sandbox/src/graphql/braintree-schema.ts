/** The part of Braintree's API that the simulator answers, in its own words. */
export const BRAINTREE_SCHEMA = /* GraphQL */ `
  scalar Amount
  scalar CurrencyCodeAlpha
  scalar Timestamp

  enum PaymentStatus {
    AUTHORIZATION_EXPIRED
    AUTHORIZED
    AUTHORIZING
    FAILED
    GATEWAY_REJECTED
    PROCESSOR_DECLINED
    SETTLED
    SETTLEMENT_CONFIRMED
    SETTLEMENT_DECLINED
    SETTLEMENT_PENDING
    SETTLING
    SUBMITTED_FOR_SETTLEMENT
    VOIDED
  }

  enum GatewayRejectionReason {
    DUPLICATE
    FRAUD
  }

  type MonetaryAmount {
    value: Amount
    currencyCode: CurrencyCodeAlpha
  }

  type TransactionAuthorizationProcessorResponse {
    legacyCode: String
    message: String
  }

  interface PaymentStatusEvent {
    status: PaymentStatus
  }

  type AuthorizedEvent implements PaymentStatusEvent {
    status: PaymentStatus
  }

  type ProcessorDeclinedEvent implements PaymentStatusEvent {
    status: PaymentStatus
    processorResponse: TransactionAuthorizationProcessorResponse
  }

  type FailedEvent implements PaymentStatusEvent {
    status: PaymentStatus
    processorResponse: TransactionAuthorizationProcessorResponse
  }

  type GatewayRejectedEvent implements PaymentStatusEvent {
    status: PaymentStatus
    gatewayRejectionReason: GatewayRejectionReason
    duplicateOf: Transaction
  }

  interface Node {
    id: ID!
  }

  interface Payment {
    id: ID!
    legacyId: ID!
    createdAt: Timestamp
    amount: MonetaryAmount
    orderId: String
    status: PaymentStatus
    statusHistory: [PaymentStatusEvent!]
    merchantAccountId: ID
  }

  type Transaction implements Node & Payment {
    id: ID!
    legacyId: ID!
    createdAt: Timestamp
    amount: MonetaryAmount
    orderId: String
    status: PaymentStatus
    statusHistory: [PaymentStatusEvent!]
    merchantAccountId: ID
  }

  type Refund implements Node & Payment {
    id: ID!
    legacyId: ID!
    createdAt: Timestamp
    amount: MonetaryAmount
    orderId: String
    status: PaymentStatus
    statusHistory: [PaymentStatusEvent!]
    merchantAccountId: ID
  }

  union TransactionReversal = Refund | Transaction

  input TransactionInput {
    amount: Amount!
    merchantAccountId: ID
    orderId: String
  }

  input AuthorizePaymentMethodInput {
    clientMutationId: String
    paymentMethodId: ID!
    transaction: TransactionInput!
  }

  input ChargePaymentMethodInput {
    clientMutationId: String
    paymentMethodId: ID!
    transaction: TransactionInput!
  }

  input CaptureTransactionOptionsInput {
    amount: Amount
  }

  input CaptureTransactionInput {
    clientMutationId: String
    transactionId: ID!
    transaction: CaptureTransactionOptionsInput
  }

  input ReverseTransactionInput {
    clientMutationId: String
    transactionId: ID!
  }

  input RefundInput {
    amount: Amount
    orderId: String
  }

  input RefundTransactionInput {
    clientMutationId: String
    transactionId: ID!
    refund: RefundInput
  }

  type TransactionPayload {
    clientMutationId: String
    transaction: Transaction
  }

  type ReverseTransactionPayload {
    clientMutationId: String
    reversal: TransactionReversal
  }

  type RefundTransactionPayload {
    clientMutationId: String
    refund: Refund
  }

  input SearchTextInput {
    is: String
  }

  input PaymentSearchInput {
    orderId: SearchTextInput
  }

  type PaymentConnectionEdge {
    node: Payment
  }

  type PaymentConnection {
    edges: [PaymentConnectionEdge]
  }

  type Search {
    payments(input: PaymentSearchInput!, first: Int, after: String): PaymentConnection
  }

  type Query {
    ping: String!
    node(id: ID!): Node
    search: Search
  }

  type Mutation {
    authorizePaymentMethod(input: AuthorizePaymentMethodInput!): TransactionPayload
    chargePaymentMethod(input: ChargePaymentMethodInput!): TransactionPayload
    captureTransaction(input: CaptureTransactionInput!): TransactionPayload
    reverseTransaction(input: ReverseTransactionInput!): ReverseTransactionPayload
    refundTransaction(input: RefundTransactionInput!): RefundTransactionPayload
  }
`;
