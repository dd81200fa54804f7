import assert from 'node:assert/strict';
import type { Check } from './conformance-subject.ts';
import { withProvider } from './declaration-checks.ts';
import { hostileBodies } from './hostile-bodies.ts';
import { specimensOf } from './specimen.ts';
import { textOf } from './text-of.ts';

/** Checks of `encode` and `decode` alone: nothing is sent. */
export const codecChecks: Readonly<Record<string, Check>> = {
  'encodes the same command to the same request': async (subject) => {
    await withProvider(subject, (provider) => {
      for (const specimen of specimensOf(subject, provider))
        assert.deepEqual(specimen.encode(), specimen.encode(), `${specimen.verb} differs from call to call`);
    });
  },
  'puts the key on the wire where it declares a carrier': async (subject) => {
    await withProvider(subject, (provider) => {
      for (const { verb, context, encode } of specimensOf(subject, provider)) {
        if (provider.operations[verb]?.idempotency.carrier === 'none') continue;
        assert.ok(textOf(encode()).includes(context.idempotencyKey), `${verb} goes out without its key`);
      }
    });
  },
  'asks by something that the operation carried': async (subject) => {
    await withProvider(subject, (provider) => {
      const { inquiry } = provider;
      if (inquiry === undefined) return;
      for (const { verb, context, encode, inquiry: question } of specimensOf(subject, provider)) {
        // What is settled by sending it again is asked about by the id that it then has.
        const by = provider.operations[verb]?.resolution.by;
        if (by === 'notification' || by === 'replay') continue;
        const asked = textOf(inquiry.encode(question));
        const carried = textOf(encode());
        const { idempotencyKey } = context;
        const { providerReference = idempotencyKey } = question.payment;
        // What became of a capture and of a void shows in the payment itself.
        const names = verb === 'capture' || verb === 'void' ? [idempotencyKey, providerReference] : [idempotencyKey];
        // A list of all refunds of the payment has the one that carried the key.
        const lists = asked.includes(providerReference) && carried.includes(idempotencyKey);
        assert.ok(
          lists || names.some((name) => asked.includes(name) && carried.includes(name)),
          `the inquiry about a ${verb} names nothing that the ${verb} carried, so it never finds it`,
        );
      }
    });
  },
  'reads every hostile body without throwing, and never as a success': async (subject) => {
    const bodies = [...hostileBodies, ...(subject.hostileBodies ?? [])];
    await withProvider(subject, (provider) => {
      for (const specimen of specimensOf(subject, provider))
        for (const body of bodies)
          for (const answer of subject.answersWith(body)) {
            const { kind } = specimen.decode(answer);
            assert.notEqual(kind, 'succeeded', `${specimen.verb} takes ${body.slice(0, 80)} for a success`);
          }
    });
  },
  'asks about an operation and reads every hostile body without throwing, and never as a success': async (subject) => {
    const bodies = [...hostileBodies, ...(subject.hostileBodies ?? [])];
    await withProvider(subject, (provider) => {
      const { inquiry } = provider;
      if (inquiry === undefined) return;
      for (const specimen of specimensOf(subject, provider))
        for (const body of bodies)
          for (const answer of subject.answersWith(body)) {
            const { kind } = inquiry.decode(answer, specimen.inquiry);
            assert.notEqual(kind, 'succeeded', `an inquiry takes ${body.slice(0, 80)} for a success`);
          }
    });
  },
  'gives every decline its reason': async (subject) => {
    assert.ok(subject.declines.length > 0, 'the subject has no declines');
    await withProvider(subject, (provider) => {
      const [specimen] = specimensOf(subject, provider);
      for (const { answer, reason } of subject.declines) {
        const decoded = specimen?.decode(answer);
        assert.equal(decoded?.kind, 'declined', `${textOf(answer).slice(0, 200)} is no decline`);
        assert.equal(decoded.reason, reason);
      }
    });
  },
};
