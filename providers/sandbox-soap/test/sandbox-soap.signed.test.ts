import { type AnswerSecurity, type MessageSecurity, SigningKey } from '@polyrail/adapter-soap';
import {
  createGateway,
  type Gateway,
  memoryLedger,
  money,
  type Payment,
  type PaymentId,
  type Receipt,
  Secret,
} from '@polyrail/core';
import { DEFAULT_API_KEY, type FaultName, type Sandbox, type SoapSecurity, startSandbox } from '@polyrail/sandbox';
import { type Credential, createAuthority } from '@polyrail/testkit/certificate-authority';
import { afterEach, describe, expect, it } from 'vitest';
import { loadSandboxSoap, type SandboxSoapSettings } from '../src/index.ts';

const authority = await createAuthority('authority');
const server = await authority.issue('127.0.0.1');
const client = await authority.issue('client');
const merchant = await authority.issue('merchant', { rsaBits: 2_048 });
const bank = await authority.issue('bank', { rsaBits: 2_048 });
const stranger = await authority.issue('stranger', { rsaBits: 2_048 });

const user = { username: 'merchant_1', password: new Secret('a < password'), type: 'digest' } as const;
const strict: SoapSecurity = { callers: [merchant.cert], users: { merchant_1: 'a < password' }, signer: bank };
const sandboxSoap = await loadSandboxSoap();

let sandbox: Sandbox;
let gateway: Gateway;

afterEach(async () => {
  await gateway.close();
  await sandbox.close();
});

function securityOf(signer: Credential, answers: Partial<AnswerSecurity> = {}): MessageSecurity {
  return {
    usernameToken: user,
    signature: {
      key: SigningKey.ofPem(signer.cert, new Secret(signer.key)),
      parts: ['body', 'timestamp', 'username_token'],
    },
    answers: { trusted: [bank.cert], confirmation: true, ...answers },
  };
}

/** An acquirer over mutual TLS that verifies and signs, and a gateway to it. */
async function start(settings: Partial<SandboxSoapSettings> = {}, soapSecurity: SoapSecurity = strict): Promise<void> {
  sandbox = await startSandbox({ seed: 1, tls: { ...server, clientCa: authority.ca }, soapSecurity });
  const provider = sandboxSoap({
    origin: sandbox.url,
    apiKey: new Secret(DEFAULT_API_KEY),
    tls: { ca: authority.ca, ...client },
    security: securityOf(merchant),
    // What is not believed would be sent again with its key, and be believed then.
    idempotency: 'ignores',
    ...settings,
  });
  gateway = createGateway({ providers: [provider], ledger: memoryLedger() });
}

function charge(minorUnits: bigint, idempotencyKey = 'order-1'): Promise<Receipt> {
  const source = { type: 'token', token: 'tok_1' } as const;
  return gateway.charge({ idempotencyKey, amount: money(minorUnits, 'EUR'), reference: 'order-1', source });
}

function idOf(payment: Payment | undefined): PaymentId {
  if (payment === undefined) throw new Error('no payment was stored');
  return payment.id;
}

describe('signed messages over mutual TLS', () => {
  it('charge, decline and refund', async () => {
    await start();
    const { outcome, payment } = await charge(5_000n);
    expect(outcome).toMatchObject({ kind: 'succeeded' });
    expect((await charge(5_051n, 'order-2')).outcome).toMatchObject({ kind: 'declined', reason: 'insufficient_funds' });
    const refund = await gateway.refund({ payment: idOf(payment), idempotencyKey: 'refund-1' });
    expect(refund.outcome.kind).toBe('succeeded');
    expect(sandbox.book.movements().map(({ kind }) => kind)).toEqual(['charge', 'refund']);
  });

  it.each<FaultName>(['unsigned', 'stale', 'wrong_key', 'other_amount', 'other_reference', 'unknown_status'])(
    'leave a doubt where the answer is %s',
    async (fault) => {
      await start();
      sandbox.faults.add({ fault });
      const { outcome, payment } = await charge(5_000n);
      expect(outcome).toMatchObject({ kind: 'unknown', cause: 'answer_unreadable' });
      expect(sandbox.book.movements()).toHaveLength(1);
      // Asked without a fault, the acquirer signs what happened.
      expect(await gateway.retrieve({ payment: idOf(payment) })).toMatchObject({ status: 'succeeded' });
    },
  );
});

it.each<FaultName>(['reset_before', 'reset_after'])(
  'a connection over TLS that ends in %s leaves a doubt',
  async (fault) => {
    await start();
    sandbox.faults.add({ fault });
    expect((await charge(5_000n)).outcome).toMatchObject({ kind: 'unknown', cause: 'connection_lost' });
    expect(sandbox.book.movements()).toHaveLength(fault === 'reset_after' ? 1 : 0);
  },
);

describe('the acquirer', () => {
  it.each([
    ['of a stranger', { security: securityOf(stranger) }],
    ['without a signature', { security: { usernameToken: user, answers: { trusted: [bank.cert] } } }],
    ['without its Timestamp', { security: { ...securityOf(merchant), lifetimeMs: 0 } }],
    [
      'that leaves its Timestamp unsigned',
      {
        security: {
          ...securityOf(merchant),
          signature: { key: SigningKey.ofPem(merchant.cert, new Secret(merchant.key)), parts: ['body'] },
        },
      },
    ],
    [
      'with another password',
      { security: { ...securityOf(merchant), usernameToken: { ...user, password: new Secret('other') } } },
    ],
  ] satisfies readonly (readonly [string, { security: MessageSecurity }])[])(
    'executes no request %s',
    async (_name, { security }) => {
      const { confirmation: _, ...answers } = { ...security.answers, trusted: [bank.cert] };
      await start({ security: { ...security, answers } });
      expect((await charge(5_000n)).outcome).toMatchObject({ kind: 'rejected', reason: 'provider_unauthorized' });
      expect(sandbox.book.movements()).toHaveLength(0);
    },
  );

  it('executes no request of another hour', async () => {
    await start();
    sandbox.clock.advance(3_600_000);
    // Its own answer is of another hour as well: nobody believes that either.
    expect((await charge(5_000n)).outcome.kind).toBe('unknown');
    expect(sandbox.book.movements()).toHaveLength(0);
  });

  it('shakes no hand without a certificate', async () => {
    await start({ tls: { ca: authority.ca } });
    expect((await charge(5_000n)).outcome.kind).not.toBe('succeeded');
    expect(sandbox.requests.count).toBe(0);
  });
});

describe('a Fault that the acquirer does not sign', () => {
  const quiet: SoapSecurity = { ...strict, signsFaults: false };
  const system = 5_096n;

  it('leaves a doubt', async () => {
    await start({}, quiet);
    expect((await charge(system)).outcome).toMatchObject({ kind: 'unknown', cause: 'answer_unreadable' });
  });

  it('is what the table says where the host decides so', async () => {
    await start({ security: securityOf(merchant, { unsignedFaults: 'by_table' }) }, quiet);
    expect((await charge(system)).outcome).toMatchObject({ kind: 'declined', reason: 'system_error' });
    expect((await charge(5_000n, 'order-2')).outcome.kind).toBe('succeeded');
  });
});
