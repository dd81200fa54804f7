import type { Clock, Delivery, SendContext, TransportFaultCode } from '@polyrail/core/provider';
import type { HttpResponse } from './http-response.ts';

/**
 * One attempt: knows how far the request got, ends by itself when its time is over or the caller gives up, and settles once.
 * Whatever comes later changes nothing.
 */
export class Attempt {
  readonly delivery: Promise<Delivery<HttpResponse>>;
  readonly timeoutMs: number;
  /** True from the moment that a byte of the request may leave. */
  sent = false;
  settled = false;
  /** True when a request of a client inside this attempt may have been executed; one that came later and was not sent undoes nothing. */
  innerSent = false;
  /** Asked about each answer; true takes it back, to send once more while the time of this attempt goes on. */
  review: ((response: HttpResponse) => boolean) | undefined;
  /** The I/O under way; told to stop when the attempt ends before it. */
  work: { cancel(): void } | undefined;
  #resolve: (delivery: Delivery<HttpResponse>) => void = () => undefined;
  #stopTimer: (() => void) | undefined;
  #endsAtMs = Number.POSITIVE_INFINITY;
  readonly #clock: Clock | undefined;
  readonly #outer: Attempt | undefined;
  readonly #signal: AbortSignal | undefined;
  #onAbort: (() => void) | undefined;

  /**
   * @param clock absent where the attempt around this one watches the time
   * @param outer the attempt around this one, which ends this one by {@link abort}
   */
  constructor(context: SendContext, clock: Clock | undefined, outer?: Attempt) {
    this.delivery = new Promise((resolve) => {
      this.#resolve = resolve;
    });
    this.timeoutMs = context.timeoutMs;
    this.#clock = clock;
    this.#outer = outer;
    this.#signal = context.signal;
    if (context.signal?.aborted) this.abort();
    else if (!(context.timeoutMs > 0)) this.#expire();
    else this.#watch(clock);
  }

  /** Asked right before the request leaves. A process that stood still hears of its connection before it hears its timer. */
  leave(): boolean {
    if (this.isLate()) this.#runOut();
    if (this.settled || this.sent) return false;
    this.sent = true;
    return true;
  }

  /** Whether its time is over, or that of the attempt around it. */
  isLate(): boolean {
    return (this.#clock !== undefined && this.#clock.now() > this.#endsAtMs) || this.#outer?.isLate() === true;
  }

  answer(response: HttpResponse): void {
    if (!this.settled && this.review?.(response)) return;
    if (this.#settle()) this.#resolve({ phase: 'answered', response });
  }

  fail(code: TransportFaultCode, message: string): void {
    if (this.#settle()) this.#resolve({ phase: this.sent ? 'sent_no_answer' : 'not_sent', fault: { code, message } });
  }

  abort(): void {
    this.fail('aborted', 'the caller gave up');
    this.work?.cancel();
  }

  #watch(clock: Clock | undefined): void {
    if (clock !== undefined) {
      this.#endsAtMs = clock.now() + this.timeoutMs;
      this.#stopTimer = clock.schedule(this.timeoutMs, () => this.#expire());
    }
    if (this.#signal === undefined) return;
    this.#onAbort = () => this.abort();
    this.#signal.addEventListener('abort', this.#onAbort);
  }

  #expire(): void {
    this.#runOut();
    this.work?.cancel();
  }

  #runOut(): void {
    this.fail('timeout', `no whole answer within ${this.timeoutMs} ms`);
  }

  #settle(): boolean {
    if (this.settled) return false;
    this.settled = true;
    this.#stopTimer?.();
    if (this.#onAbort !== undefined) this.#signal?.removeEventListener('abort', this.#onAbort);
    return true;
  }
}
