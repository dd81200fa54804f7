import { type Clock, PolyrailError, type Secret } from '@polyrail/core/provider';
import type { SecretProvider } from './secret-provider.ts';

/** Where secrets are, which ones are wanted, and how they are followed. */
export interface SecretSetOptions {
  readonly providers: readonly SecretProvider[];
  readonly names: readonly string[];
  readonly clock: Clock;
  /** How long a value that was replaced is still live. Default: 600,000. */
  readonly overlapMs?: number;
  /** Time between two looks. Default: 10,000. */
  readonly refreshMs?: number;
}

/** Hears of what happens to secrets while they are followed. What it throws is dropped. */
export interface SecretListener {
  /** A secret was replaced. */
  onRotated?(name: string): void;
  /** Something went wrong that had not before: the last value stays. The message holds no value. */
  onTrouble?(message: string): void;
}

interface Held {
  readonly current: Secret;
  readonly previous?: { readonly secret: Secret; readonly untilMs: number };
}

/** Secrets by name. They can be replaced where they come from while the process runs. */
export class SecretSet {
  readonly #options: SecretSetOptions;
  readonly #held = new Map<string, Held>();
  readonly #troubles = new Map<string, string>();
  #listener: SecretListener = {};
  #cancel: (() => void) | undefined;
  #looking: Promise<void> = Promise.resolve();

  private constructor(options: SecretSetOptions) {
    this.#options = options;
  }

  /** Reads all secrets. One that cannot be read is absent, and one of the {@link SecretSet.mistakes}. */
  static async open(options: SecretSetOptions): Promise<SecretSet> {
    const set = new SecretSet(options);
    await set.#readAll((name, secret) => set.#held.set(name, { current: secret }));
    return set;
  }

  /** What was wrong at the last look: one sentence for each secret, by its name and without its value. */
  get mistakes(): readonly string[] {
    return this.#options.names.flatMap((name) => this.#troubles.get(name) ?? []);
  }

  /** The value of the moment. */
  find(name: string): Secret | undefined {
    return this.#held.get(name)?.current;
  }

  /**
   * A function that gives the value of the moment, for signers and authenticators that ask at each use.
   *
   * @throws PolyrailError `configuration_invalid` when there is none
   */
  source(name: string): () => Secret {
    const read = (): Secret => {
      const secret = this.find(name);
      if (secret === undefined) throw new PolyrailError('configuration_invalid', `${name} is not set`);
      return secret;
    };
    read();
    return read;
  }

  /** The values that are accepted now: the current one first, and during the overlap of a rotation the one before. */
  live(name: string): readonly Secret[] {
    const held = this.#held.get(name);
    if (held === undefined) return [];
    const { current, previous } = held;
    return previous !== undefined && previous.untilMs > this.#options.clock.now()
      ? [current, previous.secret]
      : [current];
  }

  /** Looks again, now. What cannot be read, or is gone, keeps its last value. */
  refresh(): Promise<void> {
    // One after the other: a slow look would put back what a later one has replaced.
    this.#looking = this.#looking.then(() => this.#look());
    return this.#looking;
  }

  async #look(): Promise<void> {
    const { clock, overlapMs = 600_000 } = this.#options;
    const rotated: string[] = [];
    await this.#readAll((name, secret) => {
      const before = this.#held.get(name)?.current;
      if (before?.expose() === secret.expose()) return;
      const previous = before && { previous: { secret: before, untilMs: clock.now() + overlapMs } };
      this.#held.set(name, { current: secret, ...previous });
      rotated.push(name);
    });
    // Secrets that belong together, such as a certificate and its key, are all replaced by now.
    for (const name of rotated) this.#tell((listener) => listener.onRotated?.(name));
  }

  /** Looks again and again until it is stopped. */
  start(listener: SecretListener = {}): void {
    this.#listener = listener;
    this.#lookLater();
  }

  #lookLater(): void {
    const { clock, refreshMs = 10_000 } = this.#options;
    this.#cancel?.();
    this.#cancel = clock.schedule(refreshMs, () => {
      const scheduled = this.#cancel;
      void this.refresh().finally(() => {
        // It may have been stopped in between.
        if (this.#cancel === scheduled) this.#lookLater();
      });
    });
  }

  stop(): void {
    this.#cancel?.();
    this.#cancel = undefined;
  }

  async #readAll(hold: (name: string, secret: Secret) => void): Promise<void> {
    await Promise.all(
      this.#options.names.map(async (name) => {
        const reading = await this.#read(name);
        if (reading.secret !== undefined) hold(name, reading.secret);
        else if (reading.trouble === undefined && this.#held.has(name)) reading.trouble = `${name} is gone`;
        this.#note(name, reading.trouble);
      }),
    );
  }

  async #read(name: string): Promise<{ secret?: Secret; trouble?: string }> {
    const found: { readonly secret: Secret; readonly place: string }[] = [];
    for (const provider of this.#options.providers) {
      const place = provider.describe(name);
      try {
        const secret = await provider.read(name);
        if (secret !== undefined) found.push({ secret, place });
      } catch (error) {
        // Another error's message may hold the value.
        return { trouble: `${place} ${PolyrailError.is(error) ? error.message : 'cannot be read'}` };
      }
    }
    if (found.length > 1) return { trouble: `${name} is set twice: ${found.map(({ place }) => place).join(', ')}` };
    return found[0] === undefined ? {} : { secret: found[0].secret };
  }

  #note(name: string, trouble: string | undefined): void {
    const isNew = trouble !== undefined && this.#troubles.get(name) !== trouble;
    if (trouble === undefined) this.#troubles.delete(name);
    else this.#troubles.set(name, trouble);
    if (isNew) this.#tell((listener) => listener.onTrouble?.(trouble));
  }

  #tell(tell: (listener: SecretListener) => void): void {
    try {
      tell(this.#listener);
    } catch {
      // Else a key that came before its certificate would end the process, and the watch on all others.
    }
  }
}
