import type { AxiosInstance, AxiosRequestConfig, InternalAxiosRequestConfig } from 'axios';
import { Attempt } from './attempt.ts';

/** Instances whose adapter reads {@link outerAttemptOf}. */
const ownClients = new WeakSet<AxiosInstance>();
const outerAttempt: unique symbol = Symbol('the attempt around this request');

/** An axios config that may carry its attempt. */
interface TetheredConfig extends AxiosRequestConfig {
  [outerAttempt]?: Attempt;
}

/** Says that the adapter of this instance reads {@link outerAttemptOf}. */
export function claimClient(client: AxiosInstance): void {
  ownClients.add(client);
}

/**
 * Lets the request end when its attempt ends. An instance of `createHttpClient` gets the attempt itself, which watches the time
 * already; any other gets an abort signal.
 */
export function tether(config: TetheredConfig, attempt: Attempt, client: AxiosInstance): void {
  if (ownClients.has(client)) {
    config[outerAttempt] = attempt;
    return;
  }
  const controller = new AbortController();
  attempt.work = { cancel: () => controller.abort() };
  config.signal = controller.signal;
}

/** The attempt that a request belongs to; `undefined` for one that the host itself makes. */
export function outerAttemptOf(config: InternalAxiosRequestConfig): Attempt | undefined {
  const outer = outerAttempt in config ? config[outerAttempt] : undefined;
  return outer instanceof Attempt ? outer : undefined;
}
