import { genuineParts, type Hash, type KeyName, nowMs, type Parts, type Specimen, signsBytes } from './specimen.ts';

/** A forged message, and the careless handler that this forgery is made for. */
export interface Forgery {
  readonly parts: Parts;
  readonly atMs?: number;
  /** Believes what it must not. It believes genuine messages too. */
  readonly canary: (parts: Parts) => boolean;
}

export interface Probe {
  readonly name: string;
  readonly reasons: readonly string[];
  /** `undefined`: the scheme has nothing that could be forged so. */
  forge(specimen: Specimen): Forgery | undefined;
}

export const text = (payload: Uint8Array): string => Buffer.from(payload).toString();
export const bytes = (payload: string): Uint8Array => new Uint8Array(Buffer.from(payload));
export const replace = (payload: Uint8Array, from: string | RegExp, to: string): Uint8Array =>
  bytes(text(payload).replace(from, to));

/** A handler that checks all that `hole` leaves. */
export const checks =
  (specimen: Specimen, hole: (parts: Parts) => Partial<Parts> & { key?: KeyName; hash?: Hash; covers?: 'body' }) =>
  (parts: Parts): boolean => {
    const { payload, signature, ...signing } = { ...parts, ...hole(parts) };
    return typeof signature === 'string' && specimen.isSignature(payload, signature, signing);
  };

export const either =
  (...canaries: readonly ((parts: Parts) => boolean)[]) =>
  (parts: Parts): boolean =>
    canaries.some((canary) => canary(parts));

export const isGenuine = (specimen: Specimen) => checks(specimen, () => ({}));

export function signedWith(name: string, key: KeyName): Probe {
  return {
    name,
    reasons: ['signature_wrong'],
    forge(specimen) {
      const genuine = genuineParts(specimen);
      const signature = specimen.sign(genuine.payload, { key, time: genuine.time });
      const canary = either(
        isGenuine(specimen),
        checks(specimen, () => ({ key })),
      );
      return signature === undefined ? undefined : { parts: { ...genuine, signature }, canary };
    },
  };
}

export function hashedWith(hash: Hash): Probe {
  return {
    name: `another hash: ${hash}`,
    reasons: ['signature_malformed', 'signature_wrong'],
    forge(specimen) {
      const genuine = genuineParts(specimen);
      const signature = specimen.sign(genuine.payload, { hash, time: genuine.time });
      const canary = either(
        isGenuine(specimen),
        checks(specimen, () => ({ hash })),
      );
      return signature === undefined || hash === specimen.hash
        ? undefined
        : { parts: { ...genuine, signature }, canary };
    },
  };
}

/** The right signature spelled in another way, before a handler that repairs what it gets. */
export function spelled(
  name: string,
  spell: (genuine: string, specimen: Specimen) => string,
  repair: (given: string, genuine: string, specimen: Specimen) => string,
  ...reasons: readonly string[]
): Probe {
  return {
    name,
    reasons: reasons.length > 0 ? reasons : ['signature_malformed'],
    forge(specimen) {
      const genuine = genuineParts(specimen);
      const written = String(genuine.signature);
      const repairs = checks(specimen, ({ signature }) => ({
        signature: repair(String(signature), written, specimen),
      }));
      const parts = { ...genuine, signature: spell(written, specimen) };
      return { parts, canary: either(isGenuine(specimen), repairs) };
    },
  };
}

export function changed(name: string, change: (payload: Uint8Array) => Uint8Array, ...reasons: string[]): Probe {
  return {
    name,
    reasons,
    forge(specimen) {
      const genuine = genuineParts(specimen);
      const canary = checks(specimen, () => ({ payload: specimen.payload }));
      return { parts: { ...genuine, payload: change(genuine.payload) }, canary };
    },
  };
}

/** The body written in another way, before a handler that parses it and writes it again. */
export function rewritten(name: string, rewrite: (payload: Uint8Array) => Uint8Array): Probe {
  return {
    name,
    reasons: ['signature_wrong'],
    forge(specimen) {
      const compact = (payload: Uint8Array) =>
        specimen.format === 'json'
          ? bytes(JSON.stringify(JSON.parse(text(payload))))
          : replace(payload, />\s+</g, '><');
      const genuine = genuineParts(specimen);
      const payload = specimen.format === 'json' ? rewrite(genuine.payload) : replace(genuine.payload, /></g, '>\n<');
      if (!signsBytes(specimen)) return undefined;
      return {
        parts: { ...genuine, payload },
        canary: checks(specimen, (parts) => ({ payload: compact(parts.payload) })),
      };
    },
  };
}

export function atAnotherTime(name: string, shift: (toleranceMs: number) => number): Probe {
  return {
    name,
    reasons: ['timestamp_outside_window'],
    forge(specimen) {
      if (specimen.toleranceSeconds === undefined) return undefined;
      const atMs = nowMs + shift(specimen.toleranceSeconds * 1_000);
      return { parts: genuineParts(specimen), atMs, canary: isGenuine(specimen) };
    },
  };
}

export function withTime(
  name: string,
  time: (specimen: Specimen, genuine: string) => string | undefined,
  ...reasons: string[]
): Probe {
  return {
    name,
    reasons,
    forge(specimen) {
      const genuine = genuineParts(specimen);
      if (genuine.time === undefined) return undefined;
      const parts = { ...genuine, time: time(specimen, genuine.time) };
      return { parts, canary: checks(specimen, () => ({ time: genuine.time })) };
    },
  };
}

export function repeated(
  name: string,
  order: (genuine: string, other: string) => string | readonly string[],
  ...reasons: string[]
): Probe {
  return {
    name,
    reasons,
    forge(specimen) {
      const genuine = genuineParts(specimen);
      const other = specimen.sign(genuine.payload, { key: 'stranger', time: genuine.time });
      if (other === undefined || specimen.format === 'fields') return undefined;
      const takesAny = (parts: Parts) =>
        [parts.signature ?? []]
          .flat(2)
          .some((signature) =>
            signature.split(', ').some((one) => specimen.isSignature(parts.payload, one, { time: parts.time })),
          );
      return { parts: { ...genuine, signature: order(String(genuine.signature), other) }, canary: takesAny };
    },
  };
}
