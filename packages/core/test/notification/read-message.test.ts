import { describe, expect, it, vi } from 'vitest';
import {
  createGateway,
  type GatewayEvent,
  memoryLedger,
  type NotificationItem,
  type Notifications,
} from '../../src/index.ts';
import { done, item, notifications, notifiedHost } from '../support/notified-host.ts';
import { answered, scriptedProvider } from '../support/scripted-provider.ts';
import { VirtualClock } from '../support/virtual-clock.ts';

const reason =
  'it was believed but could not be read: mend how its provider reads, then replay it, or have it sent again';

/** A gateway whose provider reads as it is told; another one, as after a restart, may have the same ledger. */
function readingHost(read: Notifications['read'], ledger = memoryLedger(), verifier = notifications.verifier) {
  const clock = new VirtualClock();
  const provider = scriptedProvider({ id: 'acme', notifications: { verifier, read } });
  const gateway = createGateway({ providers: [provider], clock, ledger, random: () => 0.5 });
  const events: GatewayEvent[] = [];
  gateway.subscribe((event) => events.push(event));
  const push = (body: string, headers = {}) =>
    gateway.receive('acme', { headers: { sign: 'true', ...headers }, body: Buffer.from(body) });
  return { ledger, gateway, events, push, drain: () => clock.finish(gateway.drain()) };
}

/** Each line is an event: `id`, or what cannot be read. */
const lines: Notifications['read'] = ({ body }) =>
  Buffer.from(body)
    .toString()
    .split('\n')
    .map((line) => () => event(line));

function event(line: string): NotificationItem {
  if (line.startsWith('?')) throw new Error(`what is ${line}`);
  return { eventId: line, type: 'line' };
}

describe('what could not be read of a notification that was believed', () => {
  it('is kept for a person, and a replay reads it again once the provider is mended', async () => {
    const { clock, gateway, provider, pay, push, drain } = notifiedHost();
    provider.answer(answered({ kind: 'pending', value: {}, expect: 'webhook' }));
    const { payment } = await clock.finish(pay('k'));
    const broken = vi.spyOn(notifications, 'read').mockReturnValue(undefined);
    expect(await push([item('e1', payment?.id ?? '', done)])).toMatchObject({ kind: 'stored', events: ['new'] });
    expect(await push([item('e1', payment?.id ?? '', done)])).toMatchObject({ events: ['duplicate'] });
    await drain();
    broken.mockRestore();
    const [buried] = await gateway.buriedJobs();
    expect(buried).toMatchObject({ reason });
    for (let times = 0; times < 2; times += 1) {
      await gateway.reviveJob(buried?.id ?? '');
      await drain();
      expect(await gateway.buriedJobs()).toEqual([]);
      expect(await gateway.retrieve({ payment: payment?.id as never })).toMatchObject({
        status: 'succeeded',
        version: 3,
      });
    }
  });

  it('holds up no other event of its batch, before and after the replay', async () => {
    const before = readingHost(lines);
    expect(await before.push('one\n?two\nthree')).toMatchObject({ events: ['new', 'new', 'new'] });
    expect(await before.drain()).toBe(3);
    const [buried, ...more] = await before.gateway.buriedJobs();
    expect([buried?.reason, ...more]).toEqual([reason]);

    const after = readingHost((message) => lines(message)?.map((_, index) => event(`mended-${index}`)), before.ledger);
    await after.gateway.reviveJob(buried?.id ?? '');
    await after.drain();
    expect(await after.gateway.buriedJobs()).toEqual([]);
    for (const index of [0, 1, 2]) expect(await after.ledger.notification(`acme:mended-${index}`)).toBeDefined();
  });

  it('goes back to the person while it still cannot be read', async () => {
    const { gateway, push, drain } = readingHost(() => {
      throw new Error('a mistake');
    });
    await push('{');
    for (let times = 0; times < 2; times += 1) {
      await drain();
      const [buried] = await gateway.buriedJobs();
      expect(buried).toMatchObject({ reason });
      expect(await gateway.reviveJob(buried?.id ?? '')).toBe('revived');
    }
  });

  it('is read again with its header fields, and keeps no card number, account number or credential', async () => {
    const before = readingHost(() => undefined);
    await before.push('{"card":"4111111111111111","iban":"DE89370400440532013000","total":7,"api_key":"abc"}', {
      authorization: 'Basic dXNlcjpwYXNzd29yZA==',
      'x-event': 'paid',
      via: ['one', 'Bearer abcdefgh12345678'],
      absent: undefined,
    });
    await before.drain();
    const [buried] = await before.gateway.buriedJobs();
    const seen: unknown[] = [];
    const after = readingHost(({ headers, body }) => {
      seen.push(headers, JSON.parse(Buffer.from(body).toString()));
      return [];
    }, before.ledger);
    await after.gateway.reviveJob(buried?.id ?? '');
    await after.drain();
    expect(seen).toEqual([
      { sign: 'true', authorization: '****', 'x-event': 'paid', via: ['one', 'Bearer ****'] },
      { card: '411111******1111', iban: 'DE****3000', total: 7, api_key: '****' },
    ]);
    expect(await after.gateway.buriedJobs()).toEqual([]);
  });

  it('takes no event whose names are hidden where it is kept: sent again, it counts', async () => {
    const { clock, gateway, provider, pay, push, drain } = notifiedHost();
    provider.answer(answered({ kind: 'pending', value: {}, expect: 'webhook' }));
    const { payment } = await clock.finish(pay('k'));
    const numbered = { kind: 'succeeded', value: { providerReference: '4111111111111111' } } as const;
    const broken = vi.spyOn(notifications, 'read').mockReturnValue(undefined);
    await push([item('e1', payment?.id ?? '', numbered)]);
    await drain();
    broken.mockRestore();
    const [buried] = await gateway.buriedJobs();
    await gateway.reviveJob(buried?.id ?? '');
    await drain();
    expect(await gateway.buriedJobs()).toMatchObject([{ id: buried?.id, reason }]);
    expect(await push([item('e1', payment?.id ?? '', numbered)])).toMatchObject({ events: ['new'] });
    await drain();
    expect(await gateway.retrieve({ payment: payment?.id as never })).toMatchObject(numbered.value);
  });

  it('is what the verifier says is signed, where that is not the whole body', async () => {
    const verifier: Notifications['verifier'] = {
      verify: () => ({ kind: 'verified', secretId: 's1', body: Buffer.from('signed') }),
    };
    const { ledger, push } = readingHost(lines, memoryLedger(), verifier);
    await push('signed\nand what somebody added');
    expect(await ledger.notification('acme:signed')).toBeDefined();
    expect(await ledger.notification('acme:and what somebody added')).toBeUndefined();
  });

  it('never shows a card number in the reason for which an event was set aside', async () => {
    const { gateway, push, drain } = readingHost(() => [
      { eventId: 'e1', type: 'x', quarantined: 'it names 4111111111111111' },
    ]);
    await push('');
    await drain();
    expect(await gateway.buriedJobs()).toMatchObject([{ reason: 'it names 411111******1111' }]);
  });
});
