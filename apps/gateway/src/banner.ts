import type { RunningHost } from './start-host.ts';

/** What to try, ready to be copied into a shell. */
export function banner({ url, sandboxUrl }: Pick<RunningHost, 'url' | 'sandboxUrl'>, apiKey: string): string {
  const pay = (amount: number, key: string, reference: string) =>
    `  curl -s ${url}/v1/payments -H 'Authorization: Bearer ${apiKey}' -H 'Content-Type: application/json' \\
    -d '{"amount":${amount},"currency":"USD","source_account":"acc_123456","destination_account":"acc_789012","reference":"${reference}","idempotency_key":"${key}"}'`;
  const sandbox =
    sandboxUrl === undefined
      ? ''
      : `
The connection breaks after the provider took the money; the payment still happens exactly once
  curl -s ${sandboxUrl}/_sandbox/faults -H 'Content-Type: application/json' -d '{"fault":"reset_after","times":1}'
${pay(5000, 'try-3', 'INV-2025-003')}
  curl -s ${sandboxUrl}/_sandbox/book

The same over another protocol: put one of these into the body
  "provider":"sandbox-soap"   "provider":"sandbox-graphql"   "provider":"sandbox-iso20022"
`;
  return `
Polyrail is running on ${url}${sandboxUrl === undefined ? '' : `, the sandbox acquirer on ${sandboxUrl}`}

A payment that succeeds. Send it twice: the same key never moves money twice
${pay(5000, 'try-1', 'INV-2025-001')}

A payment that is declined: the last two digits choose the outcome (51 insufficient funds, 05 do not honour, 68 late)
${pay(5051, 'try-2', 'INV-2025-002')}
${sandbox}
What happened, in words (put in the id of a payment)
  curl -s ${url}/v1/payments/pay_.../timeline -H 'Authorization: Bearer ${apiKey}'

Documentation: ${url}/docs     Problems: ${url}/problems
Stop with Ctrl-C.

`;
}
