import { describe, expect, it, vi } from 'vitest';
import { GatewayEvents } from '../../src/gateway/events.ts';
import { paymentOf } from '../support/records.ts';
import { settled } from '../support/virtual-clock.ts';

const event = { type: 'payment', payment: paymentOf() } as const;

describe('listeners', () => {
  it('hear of events in their order, until they unsubscribe', () => {
    const events = new GatewayEvents();
    const heard: string[] = [];
    const end = events.subscribe(({ type }) => heard.push(`a ${type}`));
    events.subscribe(({ type }) => heard.push(`b ${type}`));
    events.emit(event);
    end();
    events.emit({ type: 'conflict', payment: paymentOf(), message: '' });
    expect(heard).toEqual(['a payment', 'b payment', 'b conflict']);
  });

  it('cannot stop a payment, or each other, by throwing', () => {
    const events = new GatewayEvents();
    let heard = 0;
    events.subscribe(() => {
      throw new Error('a broken observer');
    });
    events.subscribe(() => {
      heard += 1;
    });
    expect(() => events.emit(event)).not.toThrow();
    expect(heard).toBe(1);
  });

  it('cannot end the process with a promise that nobody waits for', async () => {
    const events = new GatewayEvents();
    const unhandled = vi.fn();
    process.on('unhandledRejection', unhandled);
    events.subscribe(async () => {
      throw new Error('a broken observer');
    });
    events.emit(event);
    await settled();
    process.off('unhandledRejection', unhandled);
    expect(unhandled).not.toHaveBeenCalled();
  });

  it('may unsubscribe while they listen', () => {
    const events = new GatewayEvents();
    let heard = 0;
    const end = events.subscribe(() => {
      heard += 1;
      end();
    });
    events.emit(event);
    events.emit(event);
    expect(heard).toBe(1);
  });
});
