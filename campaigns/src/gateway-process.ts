import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { MovableClock } from './movable-clock.ts';

const main = fileURLToPath(new URL('../../apps/gateway/dist/main.js', import.meta.url));
const preload = new URL('../gateway-preload.mjs', import.meta.url).href;

/** The key that campaigns call gateways with. */
export const apiKey = 'sk_campaign';

/** How the reference host is started. */
export interface GatewaySettings {
  /** As in `POLYRAIL_STORE`. */
  readonly store: string;
  readonly port: number;
  /** How long the acquirer has to answer. Default: 400. */
  readonly attemptTimeoutMs?: number;
  readonly acquirer: { readonly url: string; readonly apiKey: string; readonly webhookSecret: string };
}

/** The built reference host in a process of its own, which can be killed, and whose clock can be moved. */
export class GatewayProcess {
  readonly url: string;
  readonly #clock = new MovableClock();
  readonly #child: ChildProcess;
  readonly #loaded: Promise<unknown>;
  readonly #exited: Promise<unknown>;
  #text = '';

  /** Loads the program. It opens nothing before {@link begin}. */
  constructor({ store, port, acquirer, attemptTimeoutMs = 400 }: GatewaySettings) {
    this.url = `http://127.0.0.1:${port}`;
    this.#child = spawn(process.execPath, ['--import', preload, main], {
      stdio: ['ignore', 'pipe', 'pipe', 'ipc', this.#clock.file],
      env: {
        PATH: process.env['PATH'],
        PORT: String(port),
        POLYRAIL_STORE: store,
        POLYRAIL_API_KEYS: apiKey,
        SANDBOX_URL: acquirer.url,
        SANDBOX_API_KEY: acquirer.apiKey,
        SANDBOX_WEBHOOK_SECRET: acquirer.webhookSecret,
        ATTEMPT_TIMEOUT_MS: String(attemptTimeoutMs),
        DEADLINE_MS: String(4 * attemptTimeoutMs),
        LOG_LEVEL: 'fatal',
      },
    });
    this.#loaded = once(this.#child, 'message');
    this.#exited = once(this.#child, 'close').finally(() => this.#clock.close());
    for (const stream of [this.#child.stdout, this.#child.stderr])
      stream?.on('data', (chunk) => {
        this.#text = `${this.#text}${chunk}`.slice(-4_096);
        this.#child.emit('text');
      });
  }

  /** What it has printed last. */
  get text(): string {
    return this.#text;
  }

  /** Resolves when the program is in memory, and nothing else has begun. */
  async loaded(): Promise<void> {
    await this.#loaded;
  }

  /** Starts it, with its clock so far ahead of the machine's. Resolves when it takes payments. @throws Error: it ended */
  async begin(shiftMs: number = 0): Promise<void> {
    await this.#loaded;
    this.shiftClock(shiftMs);
    this.#child.send('begin');
    const ended = this.#exited.then(() => Promise.reject(new Error(`the gateway ended: ${this.#text}`)));
    while (!this.#text.includes('Stop with')) await Promise.race([once(this.#child, 'text'), ended]);
    ended.catch(() => undefined);
  }

  /** Moves its clock to so far ahead of the machine's. */
  shiftClock(shiftMs: number): void {
    if (this.#child.exitCode === null && this.#child.signalCode === null) this.#clock.shift(shiftMs);
  }

  /** It stands still where it is, as in a machine that is suspended. */
  suspend(): void {
    this.#child.kill('SIGSTOP');
  }

  resume(): void {
    this.#child.kill('SIGCONT');
  }

  /** `SIGKILL` ends it without a word, `SIGTERM` in order. Resolves when it is gone. */
  async end(signal: 'SIGKILL' | 'SIGTERM'): Promise<void> {
    this.#child.kill(signal);
    await this.#exited;
  }
}
