import { randomBytes } from 'node:crypto';
import { DEFAULT_API_KEY, type FaultName, type Sandbox, startSandbox, type WebhookFaultName } from '@polyrail/sandbox';

/** How often each fault strikes. Behind each of them the book tells what really happened. */
const faultRates: readonly (readonly [FaultName, number])[] = [
  ['reset_before', 0.02],
  ['reset_after', 0.03],
  ['hang_after', 0.01],
  ['html_502_after', 0.02],
  ['error_500_after', 0.01],
  ['truncate', 0.01],
  ['unavailable_503', 0.01],
  ['throttle_429', 0.01],
  ['other_amount', 0.005],
];

const webhookFaultRates: readonly (readonly [WebhookFaultName, number])[] = [
  ['duplicate', 0.2],
  ['reorder', 0.1],
  ['drop', 0.05],
  ['tamper', 0.02],
  ['wrong_key', 0.02],
];

/** The acquirer of a campaign: it lives in the campaign's own process, is never killed, and its book is the judge. */
export class Counterparty {
  readonly sandbox: Sandbox;
  readonly webhookSecret: string;
  /** Events that a gateway has answered for with 2xx. */
  readonly acknowledged: Set<string> = new Set<string>();
  /** Those of them that were forged: nobody should have answered for them. */
  readonly believedForgeries: Set<string> = new Set<string>();
  /** How far its clock is ahead of the machine's, and those of its gateways. */
  shiftMs = 0;

  private constructor(sandbox: Sandbox, webhookSecret: string) {
    this.sandbox = sandbox;
    this.webhookSecret = webhookSecret;
  }

  static async start(seed: number): Promise<Counterparty> {
    const retryDelaysMs = [0, ...Array.from({ length: 600 }, () => 250)];
    const webhooks = { retryDelaysMs, timeoutMs: 2_000, maxInFlight: 32 };
    const sandbox = await startSandbox({ seed, lateMs: 600, webhooks });
    return new Counterparty(sandbox, `whsec_${randomBytes(32).toString('base64')}`);
  }

  get address(): { readonly url: string; readonly apiKey: string; readonly webhookSecret: string } {
    return { url: this.sandbox.url, apiKey: DEFAULT_API_KEY, webhookSecret: this.webhookSecret };
  }

  /** Has events sent to a gateway. */
  pushTo(gatewayUrl: string): void {
    this.sandbox.webhooks.register({ url: `${gatewayUrl}/v1/webhooks/sandbox-rest`, secret: this.webhookSecret });
  }

  armFaults(seed: number): void {
    for (const [index, [fault, rate]] of faultRates.entries())
      this.sandbox.faults.add({ fault, rate, seed: seed + index });
    for (const [index, [fault, rate]] of webhookFaultRates.entries())
      this.sandbox.webhooks.faults.add({ fault, rate, seed: seed + index });
  }

  disarmFaults(): void {
    this.sandbox.faults.clear();
    this.sandbox.webhooks.faults.clear();
  }

  /** Lets time pass, here and, with their next word, in the gateways. */
  advance(ms: number): void {
    this.shiftMs += ms;
    this.sandbox.clock.advance(ms);
  }

  /** Notes which events were answered for. To be called before 10,000 more attempts are made. */
  noteAcknowledged(): void {
    for (const { event, status, fault } of this.sandbox.webhooks.deliveries()) {
      if (status === undefined || status < 200 || status > 299) continue;
      this.acknowledged.add(event);
      if (fault === 'tamper' || fault === 'wrong_key') this.believedForgeries.add(event);
    }
  }
}
