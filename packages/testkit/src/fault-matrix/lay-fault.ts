import type { Bench, Target } from '../bench.ts';
import type { BrokenPort } from '../broken-port/broken-port.ts';
import { openClosedPort } from '../broken-port/closed-port.ts';
import { openSilentPort } from '../broken-port/silent-port.ts';
import { openUnansweredPort } from '../broken-port/unanswered-port.ts';
import { openUntrustedPort } from '../broken-port/untrusted-port.ts';
import { startFaultProxy } from '../fault-proxy/fault-proxy.ts';
import type { Toxic } from '../fault-proxy/toxic.ts';
import type { Cell } from './cell.ts';
import { type AddressFault, addressFaults, type LineFault, lineFaults } from './fault.ts';

/** A fault that is in place: where to point the provider, and how to end it. */
export interface LaidFault {
  readonly target: Target;
  lift(): Promise<void>;
}

/** Puts a cell's fault in place. */
export function layFault({ fault, strikes }: Cell, bench: Bench<string>): Promise<LaidFault> {
  if (isOf(addressFaults, fault)) return layAddress(fault, bench);
  return isOf(lineFaults, fault) ? layLine(fault, strikes, bench) : layInSimulator(fault, strikes, bench);
}

/** The simulator itself, without a fault. */
export function soundTarget({ port }: Bench<string>): Target {
  return { secure: false, host: '127.0.0.1', port };
}

function isOf<Name extends string>(table: Readonly<Record<Name, unknown>>, fault: string): fault is Name {
  return Object.hasOwn(table, fault);
}

async function layAddress(fault: AddressFault, bench: Bench<string>): Promise<LaidFault> {
  const nothing = async () => undefined;
  switch (fault) {
    case 'name_unresolved':
      // RFC 6761 keeps this name out of DNS for ever.
      return { target: { secure: true, host: 'no-such-host.invalid', port: 443 }, lift: nothing };
    case 'tls_not_spoken':
      return { target: { secure: true, host: '127.0.0.1', port: bench.port }, lift: nothing };
    case 'connection_refused':
      return pointAt(await openClosedPort(), false);
    case 'connect_timeout':
      return pointAt(await openUnansweredPort(), false);
    case 'tls_untrusted':
      return pointAt(await openUntrustedPort(), true);
    case 'tls_silent':
      return pointAt(await openSilentPort(), true);
  }
}

function pointAt(broken: BrokenPort, secure: boolean): LaidFault {
  return { target: { secure, host: '127.0.0.1', port: broken.port }, lift: () => broken.close() };
}

const toxics: Readonly<Record<LineFault, Toxic>> = {
  close_on_accept: { type: 'close_on_accept' },
  reset_on_request: { type: 'reset', after: 'bytes_up', bytes: 1 },
  half_open: { type: 'half_open' },
  reset_in_answer: { type: 'reset', after: 'bytes_down', bytes: 16 },
  cut_in_answer: { type: 'truncate', bytes: 16 },
  slow_line: { type: 'slow', bytes: 1, intervalMs: 50 },
};

async function layLine(fault: LineFault, strikes: Cell['strikes'], bench: Bench<string>): Promise<LaidFault> {
  const proxy = await startFaultProxy({ port: bench.port });
  proxy.inject(toxics[fault], strikes === 'once' ? 1 : undefined);
  return { target: { secure: false, host: '127.0.0.1', port: proxy.port }, lift: () => proxy.close() };
}

async function layInSimulator(fault: string, strikes: Cell['strikes'], bench: Bench<string>): Promise<LaidFault> {
  await bench.arm(fault, strikes === 'once' ? 1 : 'always');
  return { target: soundTarget(bench), lift: async () => bench.disarm() };
}
