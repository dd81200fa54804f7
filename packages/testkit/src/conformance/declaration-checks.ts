import assert from 'node:assert/strict';
import type { Idempotency, Operation, ProtocolWire, Provider, Resolution } from '@polyrail/core';
import { soundTarget } from '../fault-matrix/lay-fault.ts';
import type { Check, ConformanceSubject } from './conformance-subject.ts';

const carriers: readonly Idempotency['carrier'][] = ['header', 'body', 'resource', 'none'];
const resolutions: readonly Resolution['by'][] = ['replay', 'inquiry', 'reversal', 'notification'];

/** Checks of what a provider says about itself. */
export const declarationChecks: Readonly<Record<string, Check>> = {
  'is written for specification version 1 under an id that can be shown': async (subject) => {
    await withProvider(subject, ({ specificationVersion, id, protocol }) => {
      assert.equal(specificationVersion, 1);
      assert.match(id, /^[a-z0-9][a-z0-9-]{0,63}$/);
      assert.notEqual(protocol, '');
    });
  },
  'has an operation for what its capabilities promise': async (subject) => {
    await withProvider(subject, ({ capabilities, operations }) => {
      assert.ok(Object.keys(operations).length > 0, 'it has no verb at all');
      if (capabilities.partialRefund) assert.ok(operations.refund, 'partial refunds, but no refund');
      if (capabilities.partialCapture) assert.ok(operations.capture, 'partial captures, but no capture');
      if (operations.authorize) assert.ok(operations.capture, 'an authorization that nobody can capture');
      if (subject.samples.charge) assert.ok(operations.charge, 'the subject has a sample of a charge');
      if (subject.samples.transfer) assert.ok(operations.transfer, 'the subject has a sample of a transfer');
    });
  },
  'declares for every verb how a repeat is recognised and an unknown settled': async (subject) => {
    await withProvider(subject, ({ operations, inquiry }) => {
      for (const [verb, operation] of Object.entries(operations))
        checkDeclaration(verb, operation, inquiry !== undefined);
    });
  },
};

function checkDeclaration(
  verb: string,
  { idempotency, resolution }: Pick<Operation<'charge', ProtocolWire>, 'idempotency' | 'resolution'>,
  canBeAsked: boolean,
): void {
  assert.ok(carriers.includes(idempotency.carrier), `${verb}: where does the key go?`);
  assert.ok(resolutions.includes(resolution.by), `${verb}: how is an unknown settled?`);
  if (resolution.by === 'inquiry') assert.ok(canBeAsked, `${verb} is settled by inquiry, but there is none`);
  if (idempotency.carrier === 'none') {
    assert.notEqual(resolution.by, 'replay', `${verb} is settled by replay, but repeats are not recognised`);
    return;
  }
  assert.ok(idempotency.windowMs > 0, `${verb}: a key is remembered for some time`);
  assert.ok((idempotency.maxLength ?? 64) >= 22, `${verb}: a key needs 22 characters or more`);
  if (idempotency.carrier !== 'resource') assert.ok(idempotency.name, `${verb}: the ${idempotency.carrier} has a name`);
}

/** Runs a check of the provider that honours keys, then of the one that ignores them. */
export async function withProvider(
  subject: ConformanceSubject,
  check: (provider: Provider) => void | Promise<void>,
): Promise<void> {
  for (const personality of ['honours', 'ignores'] as const) {
    const bench = await subject.start(personality);
    const provider = bench.provider(soundTarget(bench));
    try {
      await check(provider);
    } finally {
      await provider.transport.close();
      await bench.close();
    }
  }
}
