/** What of Rafiki's Admin API is answered here, under its public names. */
export const RAFIKI_SCHEMA = /* GraphQL */ `
  scalar UInt8
  "A string of digits in answers; digits or a number in requests."
  scalar UInt64
  scalar JSONObject

  enum OutgoingPaymentState {
    FUNDING
    SENDING
    COMPLETED
    FAILED
    CANCELLED
  }

  type Amount {
    value: UInt64!
    assetCode: String!
    assetScale: UInt8!
  }

  input AmountInput {
    value: UInt64!
    assetCode: String!
    assetScale: UInt8!
  }

  type OutgoingPayment {
    id: ID!
    walletAddressId: ID!
    state: OutgoingPaymentState!
    error: String
    stateAttempts: Int!
    "What the payer is debited."
    debitAmount: Amount!
    receiveAmount: Amount!
    "URL of the incoming payment."
    receiver: String!
    metadata: JSONObject
    sentAmount: Amount!
    createdAt: String!
  }

  type OutgoingPaymentResponse {
    payment: OutgoingPayment
  }

  input CreateOutgoingPaymentFromIncomingPaymentInput {
    walletAddressId: String!
    "URL of the incoming payment."
    incomingPayment: String!
    debitAmount: AmountInput
    metadata: JSONObject
    idempotencyKey: String
  }

  type Query {
    outgoingPayment(id: String!): OutgoingPayment
  }

  type Mutation {
    createOutgoingPaymentFromIncomingPayment(
      input: CreateOutgoingPaymentFromIncomingPaymentInput!
    ): OutgoingPaymentResponse!
  }
`;
