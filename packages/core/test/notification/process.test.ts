import { describe, expect, it } from 'vitest';
import { createGateway, type NotificationMessage, type Notifications } from '../../src/index.ts';
import { declined, done, item, notifications, notifiedHost } from '../support/notified-host.ts';
import { answered, lost, scriptedProvider, succeeded } from '../support/scripted-provider.ts';
import { settled, VirtualClock } from '../support/virtual-clock.ts';

describe('notifications', () => {
  it('are refused before anything is stored when they are not believed, or from nobody', async () => {
    const { gateway, push, events } = notifiedHost();
    expect(await push([], 'false')).toEqual({ kind: 'refused', reason: 'signature_wrong', status: 401 });
    expect(events).toMatchObject([
      { type: 'notification_refused', provider: 'acme', reason: 'signature_wrong' },
      { type: 'notification_received', provider: 'acme', reception: 'refused', reason: 'signature_wrong' },
    ]);
    expect(await gateway.receive('nobody', { headers: {}, body: new Uint8Array() })).toEqual({
      kind: 'unknown_provider',
    });
  });

  it('have to come as the bytes that arrived: what a framework has parsed is named', async () => {
    const { gateway } = notifiedHost();
    for (const parsed of [{ id: 'evt_1' }, '{"id":"evt_1"}', undefined]) {
      const message = Object({ headers: { sign: 'true' }, body: parsed });
      await expect(gateway.receive('acme', message)).rejects.toMatchObject({
        code: 'body_parsed',
        message: expect.stringContaining('a framework has parsed the body'),
      });
    }
    expect(await gateway.receive('acme', { headers: { sign: 'true' }, body: Buffer.from('[]') })).toMatchObject({
      kind: 'stored',
    });
  });

  it('may need something fetched before they are verified', async () => {
    const fetched: string[] = [];
    const verifier: Notifications['verifier'] = {
      verify: ({ headers }) =>
        fetched.includes(String(headers['cert']))
          ? { kind: 'verified', secretId: 's1' }
          : { kind: 'refused', reason: 'certificate_refused' },
    };
    const prepare = async ({ headers }: NotificationMessage) => {
      if (headers['cert'] === 'missing') throw new Error('not found');
      fetched.push(String(headers['cert']));
    };
    const provider = scriptedProvider({ id: 'acme', notifications: { ...notifications, verifier, prepare } });
    const gateway = createGateway({ providers: [provider], clock: new VirtualClock() });
    const push = (cert: string) => gateway.receive('acme', { headers: { cert }, body: Buffer.from('[]') });
    expect(await push('there')).toMatchObject({ kind: 'stored' });
    expect(await push('missing')).toMatchObject({ kind: 'refused', reason: 'certificate_refused' });
  });

  it('settle an unknown payment once, whatever their number', async () => {
    const { clock, provider, gateway, pay, push, drain } = notifiedHost();
    provider.answer(lost);
    const { payment } = await clock.finish(pay('k'));
    const id = payment?.id ?? '';
    expect(await push([item('e1', id, done), item('e1', id, done)])).toMatchObject({
      kind: 'stored',
      events: ['new', 'duplicate'],
    });
    expect(await push([item('e1', id, done)])).toMatchObject({ events: ['duplicate'] });
    await drain();
    const after = payment && (await gateway.retrieve({ payment: payment.id }));
    expect(after).toMatchObject({ status: 'succeeded', version: (payment?.version ?? 0) + 1 });
    expect(provider.sent).toHaveLength(1);
  });

  it('without an id of their own do not hide behind each other', async () => {
    const { gateway, push, drain } = notifiedHost();
    for (const type of ['one', 'two'])
      for (const eventId of [undefined, '', null, 7, '\ud800'])
        expect(await push([{ eventId, type }])).toMatchObject({ events: ['new'] });
    await drain();
    expect(await gateway.buriedJobs()).toHaveLength(10);
  });

  it('that only hint make the gateway ask', async () => {
    const { clock, provider, gateway, pay, push, drain } = notifiedHost();
    provider.answer(lost);
    const { payment } = await clock.finish(pay('k'));
    provider.answer(answered(declined));
    await push([item('e1', payment?.id ?? '')]);
    await drain();
    expect(provider.sent.map(({ verb }) => verb)).toEqual(['charge', 'inquiry']);
    expect(payment && (await gateway.retrieve({ payment: payment.id }))).toMatchObject({ status: 'declined' });
  });

  it('that hint at an operation in flight do not end it: "not found" may be about what is just arriving', async () => {
    const { clock, provider, events, pay, push, drain } = notifiedHost({ by: 'inquiry', notFound: 'definitive' });
    const { send } = provider.transport;
    let arrive = () => undefined as unknown;
    Object.assign(provider.transport, {
      send: async (...parts: Parameters<typeof send>) => {
        const isCharge = parts[0].verb === 'charge';
        if (isCharge) await new Promise((resolve) => (arrive = () => resolve(undefined)));
        return isCharge ? succeeded : send(...parts);
      },
    });
    provider.answer(answered({ kind: 'not_found' }));
    const receipt = pay('k');
    await settled();
    const [paymentId = ''] = events.flatMap((event) => (event.type === 'payment' ? [event.payment.id] : []));
    await push([item('e1', paymentId)]);
    await drain();
    expect(provider.sent.map(({ verb }) => verb)).toEqual(['inquiry']);
    arrive();
    expect((await clock.finish(receipt)).payment).toMatchObject({ id: paymentId, status: 'succeeded' });
  });

  it('that only hint hold up nothing, and end when the provider says nothing new', async () => {
    const { clock, provider, gateway, pay, push, drain } = notifiedHost();
    const pending = answered({ kind: 'pending', value: {}, expect: 'webhook' });
    provider.answer(pending);
    const { payment } = await clock.finish(pay('k'));
    provider.answer(lost, pending);
    await push([item('e1', payment?.id ?? ''), item('e2', 'pay_00000000000000000000000000000000')]);
    for (let seconds = 0; seconds < 200; seconds += 1) {
      await clock.advance(1_000);
      await drain();
    }
    // One without an answer and three with the same again; after a minute the settlement has its first look.
    expect(provider.sent.map(({ verb }) => verb)).toEqual(['charge', ...Array(5).fill('inquiry')]);
    await push([item('e3', payment?.id ?? '')]);
    await drain();
    await push([item('e4', payment?.id ?? '', done), item('e5', 'pay_00000000000000000000000000000000', done)]);
    await drain();
    expect(await gateway.retrieve({ payment: payment?.id as never })).toMatchObject({ status: 'succeeded' });
  });

  it('that overtake their payment wait for it; orphans go to a person after a day, and can be revived', async () => {
    const { clock, gateway, push, drain } = notifiedHost();
    await push([item('e1', 'pay_00000000000000000000000000000000', done)]);
    await drain();
    expect(await gateway.buriedJobs()).toEqual([]);
    for (let passed = 0; passed < 150; passed += 1) {
      await clock.advance(600_000);
      await drain();
    }
    const [buried] = await gateway.buriedJobs();
    expect(buried).toMatchObject({ reason: 'it is about no operation of ours' });
    expect(await gateway.reviveJob(buried?.id ?? '')).toBe('revived');
    expect(await gateway.buriedJobs()).toEqual([]);
    expect(await gateway.reviveJob('no such job')).toBe('unknown');
  });

  it('that contradict themselves change nothing and go to a person', async () => {
    const { clock, provider, gateway, events, pay, push, drain } = notifiedHost();
    provider.answer(lost);
    const { payment } = await clock.finish(pay('k'));
    await push([{ ...item('e1', payment?.id ?? '', done), quarantined: 'it names two payments' }]);
    await drain();
    expect(await gateway.buriedJobs()).toMatchObject([{ reason: 'it names two payments' }]);
    expect(events).toContainEqual({
      type: 'trouble',
      message: 'acme:e1 is quarantined: it names two payments',
    });
    provider.answer(lost);
    expect(payment && (await clock.finish(gateway.retrieve({ payment: payment.id })))).toMatchObject({
      status: 'unknown',
    });
  });

  it('may name a payment by its opening operation and be about a later one', async () => {
    const { clock, provider, gateway, pay, push, drain } = notifiedHost();
    const { payment } = await clock.finish(pay('k'));
    if (payment === undefined) throw new Error('nothing was stored');
    provider.answer(answered({ kind: 'pending', value: {}, expect: 'webhook' }));
    await clock.finish(gateway.refund({ payment: payment.id, idempotencyKey: 'back' }));
    const subject = { by: 'provider_reference', value: 'theirs', verb: 'refund' } as const;
    await push([
      { eventId: 'e1', type: 'returned', subject, decoded: { kind: 'succeeded', value: { providerReference: 'b' } } },
    ]);
    await drain();
    expect(await gateway.retrieve({ payment: payment.id })).toMatchObject({ status: 'refunded' });
  });

  it('that say "try again" free no key: they may be the copy of what was said to an earlier attempt', async () => {
    const { clock, provider, gateway, pay, push, drain } = notifiedHost();
    provider.answer(answered({ kind: 'pending', value: {}, expect: 'webhook' }));
    const { payment } = await clock.finish(pay('k'));
    const full = { kind: 'rejected', reason: 'provider_unavailable', message: 'full' } as const;
    await push([item('e1', payment?.id ?? '', full)]);
    await drain();
    provider.answer(lost);
    expect(payment && (await clock.finish(gateway.retrieve({ payment: payment.id })))).toMatchObject({
      status: 'pending',
    });
    expect((await clock.finish(pay('k'))).replayed).toBe(true);
    expect(provider.sent.filter(({ verb }) => verb === 'charge')).toHaveLength(1);
  });

  it('about something that nobody asked of a known payment go to a person at once', async () => {
    const { clock, gateway, events, pay, push, drain } = notifiedHost();
    const { payment } = await clock.finish(pay('k'));
    const subject = { by: 'provider_reference', value: 'theirs', verb: 'recall' } as const;
    await push([{ eventId: 'e1', type: 'pacs.004', subject, decoded: done }]);
    await drain();
    const message = 'acme pushed pacs.004 about a recall that the payment does not have';
    expect(await gateway.buriedJobs()).toMatchObject([{ reason: `${message}: ${payment?.id}` }]);
    expect(events).toContainEqual({ type: 'conflict', payment, message });
  });
});
