import type { ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import type { Detour, Distortion, WireAnswer } from '../http/wire.ts';

/** One request that waits for its answer, as a fault gets hold of it. */
export interface Exchange {
  readonly path: string;
  readonly response: ServerResponse;
  readonly socket: Socket;
  /** Lets the acquirer execute the request. Called at most once. */
  execute(): WireAnswer | Promise<WireAnswer>;
  /** Sends an answer as it is. */
  send(answer: WireAnswer): void;
  /** Runs `run` after `ms` on the sandbox's clock, even if the caller has left. */
  wait(ms: number, run: () => void): void;
  /** Like `wait`, dropped when the caller leaves. */
  hold(ms: number, run: () => void): void;
  distort(body: string, distortion: Distortion): string;
  /** Sends an answer another way than in the response, on wires that have one: what the response says then. */
  detour(answer: WireAnswer, by: Detour, ms: number): WireAnswer;
  now(): number;
}
