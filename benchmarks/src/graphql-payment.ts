import { type GraphqlDocument, gql } from '@polyrail/adapter-graphql';

interface Charge {
  readonly [name: string]: string;
  readonly amount: string;
  readonly currency: string;
  readonly token: string;
  readonly idempotencyKey: string;
}

/** The path that every GraphQL client posts to. */
export const graphqlPath = '/graphql';

/** The document that every GraphQL client sends. */
export const chargeDocument: GraphqlDocument<{ readonly input: Charge }> = gql`mutation Charge($input: ChargeInput!) {
  charge(input: $input) {
    payment { id status amount currency clientReference createdAt capturedAmount refundedAmount }
    userErrors { code message field }
  }
}`;

let count = 0;

/** The variables of the next payment, with a key of its own. */
export function nextVariables(): { readonly input: Charge } {
  count += 1;
  const idempotencyKey = String(count).padStart(32, '0');
  return { input: { amount: '5000', currency: 'USD', token: 'pm_card_visa', idempotencyKey } };
}

/** What the local server answers: a payment that names the key of the request. */
export function graphqlAnswerOf(body: string): string {
  const name = '"idempotencyKey":"';
  const begin = body.indexOf(name) + name.length;
  const key = body.slice(begin, body.indexOf('"', begin));
  return (
    '{"data":{"charge":{"payment":{"id":"pay_3PBenchmark00000000000000","status":"SUCCEEDED","amount":"5000","currency":"USD",' +
    `"clientReference":"${key}","createdAt":"2026-11-23T00:00:00.000Z","capturedAmount":"5000","refundedAmount":"0"},` +
    '"userErrors":[]}},"extensions":{"requestId":"req_benchmark0000"}}'
  );
}

interface ChargeData {
  readonly charge?: { readonly payment?: { readonly status?: unknown; readonly clientReference?: unknown } };
}

/** @throws Error unless the data is about this payment and it succeeded */
export function requireCharged(data: unknown, idempotencyKey: string): void {
  const { payment } = (data as ChargeData).charge ?? {};
  if (payment?.status !== 'SUCCEEDED' || payment.clientReference !== idempotencyKey)
    throw new Error('the answer is not about this payment');
}
