import { type GraphqlDocument, gql } from '@polyrail/adapter-graphql';

/** Exactly one of them. */
export type Source = { readonly token: string } | { readonly account: string } | { readonly iban: string };

type Input<Fields> = { readonly input: Fields & { readonly idempotencyKey: string } };
type Amount = { readonly amount: string };
type Opening = Amount & { readonly currency: string; readonly reference: string; readonly clientReference: string };
type Charge = Opening & { readonly source: Source; readonly capture: boolean };
type Transfer = Opening & { readonly source: Source; readonly destination: Source };
type Following = { readonly paymentId: string };

export const chargeDocument: GraphqlDocument<Input<Charge>> = gql`mutation Charge($input: ChargeInput!) {
  charge(input: $input) {
    resource { id status currency clientReference } amount declineCode userErrors { code message }
  }
}`;

export const transferDocument: GraphqlDocument<Input<Transfer>> = gql`mutation Transfer($input: TransferInput!) {
  transfer(input: $input) {
    resource { id status currency clientReference } amount declineCode userErrors { code message }
  }
}`;

export const captureDocument: GraphqlDocument<Input<Following & Amount>> = gql`mutation Capture($input: CaptureInput!) {
  capture(input: $input) { resource { id status currency } amount declineCode userErrors { code message } }
}`;

export const voidDocument: GraphqlDocument<Input<Following>> = gql`mutation Void($input: VoidInput!) {
  void(input: $input) { resource { id status currency } amount declineCode userErrors { code message } }
}`;

export const refundDocument: GraphqlDocument<Input<Following & Amount & { readonly clientReference: string }>> =
  gql`mutation Refund($input: RefundInput!) {
  refund(input: $input) {
    resource { id status currency clientReference } amount declineCode userErrors { code message }
  }
}`;

export const operationDocument: GraphqlDocument<{ readonly idempotencyKey: string }> =
  gql`query Operation($idempotencyKey: String!) {
  operation(idempotencyKey: $idempotencyKey) {
    status
    payload { resource { id status currency clientReference } amount declineCode userErrors { code message } }
  }
}`;
