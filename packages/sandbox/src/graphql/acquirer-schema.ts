/** The acquirer's own schema. Amounts are minor units as text; a decline is data, what cannot be executed a user error. */
export const ACQUIRER_SCHEMA = /* GraphQL */ `
  "Minor units above zero, as a string of at most 18 digits."
  scalar MinorUnits

  enum ResourceStatus {
    PENDING
    SUCCEEDED
    AUTHORIZED
    PARTIALLY_CAPTURED
    VOIDED
    DECLINED
    FAILED
  }

  enum OperationStatus {
    PROCESSING
    SUCCEEDED
    DECLINED
    FAILED
    REJECTED
  }

  enum OperationType {
    CHARGE
    TRANSFER
    CAPTURE
    VOID
    REFUND
  }

  interface Resource {
    id: ID!
    status: ResourceStatus
    amount: MinorUnits
    currency: String
    reference: String
    clientReference: String
    createdAt: String
  }

  type Payment implements Resource {
    id: ID!
    status: ResourceStatus
    amount: MinorUnits
    currency: String
    amountHeld: String
    amountCaptured: String
    amountRefunded: String
    reference: String
    clientReference: String
    createdAt: String
  }

  type Refund implements Resource {
    id: ID!
    paymentId: ID
    status: ResourceStatus
    amount: MinorUnits
    currency: String
    reference: String
    clientReference: String
    createdAt: String
  }

  "Why a request could not be executed as it stands. Nothing moved."
  type UserError {
    code: String!
    message: String!
  }

  type OperationPayload {
    "The payment or the refund, as it stands after the operation."
    resource: Resource
    "What this operation took, held or gave back; null for a void."
    amount: MinorUnits
    "ISO 8583 response code of a refusal."
    declineCode: String
    userErrors: [UserError!]!
  }

  type Operation {
    id: ID!
    type: OperationType
    idempotencyKey: String
    status: OperationStatus
    "Null while it is processing."
    payload: OperationPayload
    createdAt: String
  }

  "Exactly one of them."
  input SourceInput {
    token: String
    account: String
    iban: String
  }

  "Exactly one of them."
  input AccountInput {
    account: String
    iban: String
  }

  input ChargeInput {
    idempotencyKey: String!
    amount: MinorUnits!
    currency: String!
    source: SourceInput!
    capture: Boolean = true
    reference: String
    clientReference: String
  }

  input TransferInput {
    idempotencyKey: String!
    amount: MinorUnits!
    currency: String!
    source: AccountInput!
    destination: AccountInput!
    reference: String
    clientReference: String
  }

  input CaptureInput {
    idempotencyKey: String!
    paymentId: ID!
    amount: MinorUnits!
  }

  input VoidInput {
    idempotencyKey: String!
    paymentId: ID!
  }

  input RefundInput {
    idempotencyKey: String!
    paymentId: ID!
    amount: MinorUnits!
    reference: String
    clientReference: String
  }

  type Query {
    payment(id: ID!): Payment
    refund(id: ID!): Refund
    "The inquiry by key."
    operation(idempotencyKey: String!): Operation
  }

  type Mutation {
    charge(input: ChargeInput!): OperationPayload
    transfer(input: TransferInput!): OperationPayload
    capture(input: CaptureInput!): OperationPayload
    void(input: VoidInput!): OperationPayload
    refund(input: RefundInput!): OperationPayload
  }
`;
