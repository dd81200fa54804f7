import { fragment, type GraphqlDocument, gql } from '@polyrail/adapter-graphql';
import type { RafikiAmount } from './amount.ts';

type Transfer = {
  readonly input: {
    /** UUID. */
    readonly walletAddressId: string;
    /** URL. */
    readonly incomingPayment: string;
    readonly debitAmount: RafikiAmount;
    readonly metadata: { readonly description: string; readonly externalRef: string };
    readonly idempotencyKey: string;
  };
};

const payment = fragment`fragment Payment on OutgoingPayment {
  id state error metadata debitAmount { value assetCode assetScale } sentAmount { value }
}`;

// Both answers have the payment under the same name.
export const transfer: GraphqlDocument<Transfer> = gql`mutation Transfer(
  $input: CreateOutgoingPaymentFromIncomingPaymentInput!
) {
  result: createOutgoingPaymentFromIncomingPayment(input: $input) { payment { ...Payment } }
} ${payment}`;

export const outgoingPayment: GraphqlDocument<{ readonly id: string }> = gql`query OutgoingPayment($id: String!) {
  payment: outgoingPayment(id: $id) { ...Payment }
} ${payment}`;
