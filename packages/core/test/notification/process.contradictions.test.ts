import { describe, expect, it } from 'vitest';
import { money } from '../../src/index.ts';
import { declined, done, item, notifiedHost, refusal } from '../support/notified-host.ts';
import { answered, lost, succeeded } from '../support/scripted-provider.ts';

describe('notifications', () => {
  it.each([
    ['declined', succeeded, declined, 'says succeeded, but the charge was declined'],
    ['succeeded', answered(declined), done, 'says declined (insufficient_funds), but the charge was succeeded'],
    ['declined', answered(refusal), declined, undefined],
    ['succeeded', succeeded, done, undefined],
    [
      'succeeded',
      succeeded,
      { kind: 'succeeded', value: { providerReference: 'other' } },
      'moved money a second time for the same charge',
    ],
  ] as const)(
    'that say %s before the answer stay true, and an answer to the contrary is told',
    async (status, answer, pushed, contradiction) => {
      const { gateway, provider, pay, push, drain, events } = notifiedHost();
      let reply = () => {};
      provider.transport.send = (request) => {
        provider.sent.push(request);
        return new Promise((resolve) => {
          reply = () => resolve(answer);
        });
      };
      const paying = pay('k');
      while (provider.sent.length === 0) await Promise.resolve();
      const value = provider.sent[0]?.context?.idempotencyKey ?? '';
      await push([{ eventId: 'e1', type: 'x', subject: { by: 'provider_key', value }, decoded: pushed }]);
      await drain();
      reply();
      expect((await paying).payment).toMatchObject({ status });
      expect(events.flatMap((event) => (event.type === 'conflict' ? [event.message] : []))).toEqual(
        contradiction === undefined ? [] : [`acme ${contradiction}`],
      );
      expect(await gateway.buriedJobs()).toEqual([]);
    },
  );

  it('between two attempts stand between them on the timeline', async () => {
    const { clock, gateway, provider, pay, push, drain } = notifiedHost(undefined, 2);
    provider.answer(lost, succeeded);
    const paying = pay('k');
    while (provider.sent.length === 0) await Promise.resolve();
    await clock.advance(1);
    const value = provider.sent[0]?.context?.idempotencyKey ?? '';
    await push([{ eventId: 'e1', type: 'x', subject: { by: 'provider_key', value }, decoded: done }]);
    await drain();
    const id = (await clock.finish(paying)).payment?.id;
    const timeline = id === undefined ? [] : await gateway.timeline({ payment: id });
    expect(timeline.map(({ type }) => type)).toEqual(['claimed', 'attempt', 'inquiry', 'attempt']);
  });

  it('about another payment of the provider for the same operation are a conflict', async () => {
    const { gateway, pay, push, drain } = notifiedHost();
    const id = (await pay('k')).payment?.id ?? '';
    await push([item('e1', id, { kind: 'succeeded', value: { providerReference: 'other' } })]);
    await drain();
    expect(await gateway.buriedJobs()).toMatchObject([
      { reason: `acme moved money a second time for the same charge: ${id}` },
    ]);
  });

  it('about one payment with the id of another at the provider are a conflict, and change neither', async () => {
    const { clock, provider, gateway, events, pay, push, drain } = notifiedHost();
    const value = { providerReference: 'of-the-other' };
    provider.answer(answered({ kind: 'succeeded', value }), lost);
    const other = (await pay('other')).payment;
    const { payment } = await clock.finish(pay('k'));
    await push([item('e1', payment?.id ?? '', { kind: 'succeeded', value })]);
    await drain();
    const message = `acme pushed x about this payment, with the id that it gave to ${other?.id}`;
    expect(await gateway.buriedJobs()).toMatchObject([{ reason: `${message}: ${payment?.id}` }]);
    expect(events).toContainEqual({ type: 'conflict', payment, message });
    provider.answer(lost);
    expect(await clock.finish(gateway.retrieve({ payment: payment?.id as never }))).toMatchObject({
      status: 'unknown',
    });
  });

  it.each([
    { kind: 'succeeded', value: {} },
    { kind: 'succeeded', value: { providerReference: '' } },
    { kind: 'declined', reason: 'a word of its own' },
    { kind: 'paid' },
  ])('that a plugin did not understand settle nothing: %j', async (decoded) => {
    const { clock, provider, gateway, pay, push, drain } = notifiedHost();
    provider.answer(lost);
    const { payment } = await clock.finish(pay('k'));
    await push([{ ...item('e1', payment?.id ?? ''), decoded }]);
    await drain();
    const reason = `acme pushed x, but the answer could not be read: ${payment?.id}`;
    expect(await gateway.buriedJobs()).toMatchObject([{ reason }]);
    provider.answer(lost);
    expect(await clock.finish(gateway.retrieve({ payment: payment?.id as never }))).toMatchObject({
      status: 'unknown',
    });
  });

  it('about a second movement for one operation are a conflict', async () => {
    const { clock, provider, gateway, pay, push, drain } = notifiedHost();
    provider.answer(answered({ kind: 'pending', value: {}, expect: 'webhook' }));
    const { payment } = await clock.finish(pay('k'));
    const moved = (eventId: string, movement: string) =>
      item(eventId, payment?.id ?? '', { kind: 'succeeded', value: { providerReference: 'theirs', movement } });
    for (const one of [moved('e1', 'm1'), moved('e2', 'm1'), moved('e3', 'm2')]) {
      await push([one]);
      await drain();
    }
    expect(await gateway.buriedJobs()).toMatchObject([
      { id: 'notification:acme:e3', reason: `acme moved money a second time for the same charge: ${payment?.id}` },
    ]);
  });

  it('never take a payment back: older news is ignored, a contradiction waits for a person', async () => {
    const { provider, gateway, pay, push, drain, events } = notifiedHost();
    provider.answer(succeeded);
    const { payment } = await pay('k');
    const id = payment?.id ?? '';
    await push([item('e1', id, { kind: 'pending', value: {}, expect: 'poll' }), item('e2', id, declined)]);
    await drain();
    expect(payment && (await gateway.retrieve({ payment: payment.id }))).toMatchObject({ status: 'succeeded' });
    expect(await gateway.buriedJobs()).toMatchObject([{ id: 'notification:acme:e2' }]);
    expect(events.some(({ type }) => type === 'conflict')).toBe(true);
  });

  it('keep for a person an event whose id came before with another content, once', async () => {
    const { gateway, provider, pay, push, drain, events } = notifiedHost();
    provider.answer(answered({ kind: 'pending', value: {}, expect: 'webhook' }));
    const id = (await pay('k')).payment?.id ?? '';
    await push([item('e1', id, done)]);
    for (let times = 0; times < 2; times += 1)
      expect(await push([item('e1', id, declined)])).toMatchObject({ events: ['conflict'] });
    await drain();
    expect(await gateway.buriedJobs()).toMatchObject([{ reason: 'its id came before with another content' }]);
    expect(events.some(({ type }) => type === 'trouble')).toBe(true);
    expect(await gateway.retrieve({ payment: id as never })).toMatchObject({ status: 'succeeded' });
  });

  it('about another amount are not believed', async () => {
    const { clock, provider, gateway, events, pay, push, drain } = notifiedHost();
    provider.answer(lost);
    const { payment } = await clock.finish(pay('k'));
    const wrong = { kind: 'succeeded', value: { providerReference: 'x', amount: { minorUnits: 1, currency: 'EUR' } } };
    await push([{ ...item('e1', payment?.id ?? ''), decoded: wrong }]);
    await drain();
    const message = 'acme pushed x, but the answer names another amount than the request';
    expect(await gateway.buriedJobs()).toMatchObject([{ reason: `${message}: ${payment?.id}` }]);
    expect(events).toContainEqual({ type: 'conflict', payment, message });
    provider.answer(lost);
    expect(payment && (await clock.finish(gateway.retrieve({ payment: payment.id })))).toMatchObject({
      status: 'unknown',
    });
  });

  it('are about the refund that they name, not about the one that is open', async () => {
    const { gateway, provider, pay, push, drain } = notifiedHost();
    const { payment } = await pay('k');
    if (payment === undefined) throw new Error('nothing was stored');
    const half = money(350n, 'EUR');
    const named = (providerReference: string) => ({ kind: 'succeeded', value: { providerReference } }) as const;
    provider.answer(answered(named('first')));
    await gateway.refund({ payment: payment.id, amount: half, idempotencyKey: 'one' });
    provider.answer(answered({ kind: 'pending', value: {}, expect: 'webhook' }));
    await gateway.refund({ payment: payment.id, amount: half, idempotencyKey: 'two' });
    const subject = { by: 'provider_reference', value: 'theirs', verb: 'refund' } as const;
    const steps = [
      ['first', 'partially_refunded'],
      ['second', 'refunded'],
      ['second', 'refunded'],
    ] as const;
    for (const [index, [reference, status]] of steps.entries()) {
      await push([{ eventId: `e${index}`, type: 'refunded', subject, decoded: named(reference) }]);
      await drain();
      provider.answer(lost);
      expect(await gateway.retrieve({ payment: payment.id })).toMatchObject({ status });
    }
    expect(await gateway.buriedJobs()).toEqual([]);
    await push([{ eventId: 'e9', type: 'refunded', subject, decoded: named('third') }]);
    await drain();
    expect(await gateway.buriedJobs()).toMatchObject([
      { reason: `acme moved money a second time for the same refund: ${payment.id}` },
    ]);
  });
});
