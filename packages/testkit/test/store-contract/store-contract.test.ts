import { memoryLedger, type Store } from '@polyrail/core';
import { describe, expect, it } from 'vitest';
import { storeChecks, storeContract } from '../../src/store-contract/store-contract.ts';

storeContract(
  { describe, it },
  {
    name: 'the ledger in memory',
    durable: false,
    open: async () => opened(memoryLedger()),
  },
);

/** Each store has one fault that the contract has to find. */
const faults: Readonly<Record<string, (sound: Store) => Partial<Store>>> = {
  'gives a key twice': (sound) => ({
    claim: async (claim) => {
      const answer = await sound.claim(claim);
      return answer.kind === 'known' ? { kind: 'claimed' } : answer;
    },
  }),
  'takes another request for the same': (sound) => ({
    claim: (claim) => sound.claim({ ...claim, operation: { ...claim.operation, fingerprint: 'any' } }),
  }),
  'mixes the keys of tenants': (sound) => ({
    claim: (claim) => sound.claim({ ...claim, operation: { ...claim.operation, tenant: 'any' } }),
  }),
  'keeps a released key': (sound) => ({ release: (step) => sound.record(step) }),
  'forgets the fence of a step': (sound) => ({
    record: ({ finishes: _any, ...step }) => sound.record(step),
  }),
  'writes over a newer payment': (sound) => ({
    record: async (step) => {
      const { tenant, id } = step.payment;
      const version = ((await sound.payment(tenant, id))?.version ?? 0) + 1;
      return sound.record({ ...step, payment: { ...step.payment, version } });
    },
  }),
  'drops events': (sound) => ({ record: ({ events: _none, ...step }) => sound.record(step) }),
  'shows payments to everybody': (sound) => ({
    payment: async (_tenant, id) => (await sound.payment('tenant-a', id)) ?? sound.payment('tenant-b', id),
  }),
  'believes every holder': (sound) => ({
    finish: async (job) => {
      await sound.finish(job);
      return 'written';
    },
  }),
  'has leases that never end': (sound) => ({ lease: (request) => sound.lease({ ...request, leaseMs: 1e12 }) }),
  'leases before the time': (sound) => ({
    lease: (request) => sound.lease({ ...request, nowMs: request.nowMs + 5_000 }),
  }),
  'takes each copy for new': (sound) => ({
    accept: async (records, nowMs) => (await sound.accept(records, nowMs)).map(() => 'new'),
  }),
  'sees no likeness': (sound) => ({ claim: ({ likeness: _none, ...claim }) => sound.claim(claim) }),
  'sees a likeness everywhere': (sound) => ({ claim: (claim) => sound.claim({ ...claim, likeness: 'any' }) }),
  'purges what is new': (sound) => ({
    purge: (request) => sound.purge({ ...request, beforeMs: Number.MAX_SAFE_INTEGER }),
  }),
  'purges all at once': (sound) => ({ purge: ({ beforeMs }) => sound.purge({ beforeMs }) }),
  'forgets where a page of reviews begins': (sound) => ({ reviews: (limit) => sound.reviews(limit) }),
  'lists every operation in flight as interrupted': (sound) => ({
    interrupted: (_before, limit) => sound.interrupted(Number.MAX_SAFE_INTEGER, limit),
  }),
};

describe('storeChecks', () => {
  it.each(Object.entries(faults))('find a store that %s', async (_title, faultOf) => {
    const results = await Promise.allSettled(
      Object.values(storeChecks).map((check) => {
        const sound = memoryLedger();
        return check(opened(withFault(sound, faultOf(sound))));
      }),
    );
    expect(results.filter(({ status }) => status === 'rejected')).not.toEqual([]);
  });
});

function opened(store: Store) {
  return { store, close: () => store.close() };
}

function withFault(sound: Store, fault: Partial<Store>): Store {
  return new Proxy(sound, {
    get(_store, name) {
      const source = name in fault ? fault : sound;
      const member: unknown = Reflect.get(source, name);
      return typeof member === 'function' ? member.bind(source) : member;
    },
  });
}
