import { createGateway, type Gateway, type GatewayOptions, memoryLedger, type Payment } from '@polyrail/core';
import type { Sandbox } from '@polyrail/sandbox';
import type { Personality, Target } from '@polyrail/testkit';
import { providerAt, startBench } from './sandbox-bench.ts';

/** A gateway in front of a sandbox of its own. */
export interface SandboxLine extends AsyncDisposable {
  readonly sandbox: Sandbox;
  readonly gateway: Gateway;
  readonly ledger: ReturnType<typeof memoryLedger>;
}

/** What a line may have of its own; the rest is the gateway's default, without jitter. */
export interface LineOptions extends Pick<GatewayOptions, 'policy' | 'clock'> {
  readonly personality?: Personality;
  /** Default: the sandbox itself. */
  readonly target?: (sandbox: Sandbox) => Target;
}

export async function startLine({ personality = 'honours', target, ...own }: LineOptions = {}): Promise<SandboxLine> {
  const { sandbox } = await startBench(personality);
  const ledger = memoryLedger();
  const place = target?.(sandbox) ?? { secure: false, host: '127.0.0.1', port: sandbox.port };
  const gateway = createGateway({ ...own, providers: [providerAt(place, personality)], ledger, random: () => 0 });
  return {
    sandbox,
    gateway,
    ledger,
    async [Symbol.asyncDispose]() {
      await gateway.close();
      await sandbox.close();
    },
  };
}

/** The payment of a receipt that must have one. */
export function stored({ payment }: { readonly payment?: Payment }): Payment {
  if (payment === undefined) throw new Error('no payment was stored');
  return payment;
}

/** Runs `task` for 0 to `count - 1`, at most `width` at a time. */
export async function inLanes<Result>(
  count: number,
  width: number,
  task: (index: number) => Promise<Result>,
): Promise<Result[]> {
  const results: Result[] = [];
  let next = 0;
  const lane = async () => {
    for (let index = next++; index < count; index = next++) results[index] = await task(index);
  };
  await Promise.all(Array.from({ length: width }, lane));
  return results;
}
