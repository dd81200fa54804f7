import type { Behaviour } from '../acquirer/behaviour.ts';
import type { Book, Movement } from '../acquirer/book.ts';
import type { Script } from '../acquirer/script.ts';
import type { SandboxClock } from '../clock.ts';
import type { ArmedFault, FaultOrder, FaultQueue } from '../fault/fault-queue.ts';
import { CONTROL_PREFIX } from '../http/front.ts';
import type { RequestJournal } from '../http/request-journal.ts';
import type { WireAnswer, WireRequest } from '../http/wire.ts';
import { InvalidRequest } from '../invalid-request.ts';
import { iso20022Actions } from '../iso20022/iso20022-actions.ts';
import type { Iso20022Network } from '../iso20022/iso20022-network.ts';
import { amountJson } from '../json-amount.ts';
import { onlyKnown } from '../only-known.ts';
import type { Webhooks } from '../webhook/webhooks.ts';
import { decodeBehaviour, decodeClock, decodeFault, decodeScript } from './decode-control.ts';
import { isoTime } from './iso-time.ts';
import { type Actions, webhookActions } from './webhook-actions.ts';

const MAX_LISTED = 1000;

/** What the control API turns. */
export interface ControlParts {
  readonly book: Book;
  readonly script: Script;
  readonly faults: FaultQueue;
  readonly journal: RequestJournal;
  readonly webhooks: Webhooks;
  readonly iso20022: Iso20022Network;
  readonly clock: SandboxClock;
  readonly behaviour: Behaviour;
  readonly reset: () => void;
}

/** The control API of every simulator: `/_sandbox/…`, no authentication, the same for each protocol. */
export function controlApi(parts: ControlParts): (request: WireRequest) => WireAnswer {
  const actions = actionsOf(parts);
  return (request) => {
    const name = `${request.method} ${request.path.slice(CONTROL_PREFIX.length)}`;
    const action = actions[name];
    if (!action) {
      const message = `No such control; known are: ${Object.keys(actions).join(', ')}`;
      return answer(404, { error: { type: 'invalid_request', code: 'route_unknown', message } });
    }
    try {
      return answer(200, action(request));
    } catch (error) {
      if (error instanceof InvalidRequest) {
        const { code, message, param } = error;
        return answer(400, { error: { type: 'invalid_request', code, message, param } });
      }
      if (error instanceof RangeError) {
        return answer(400, { error: { type: 'invalid_request', code: 'parameter_invalid', message: error.message } });
      }
      throw error;
    }
  };
}

function actionsOf(parts: ControlParts): Actions {
  const { book, script, faults, journal, clock, behaviour } = parts;
  return {
    'GET faults': () => ({ armed: faults.armed().map(faultJson), firings: faults.firings().map(firingJson) }),
    'POST faults': ({ body }) => faultJson(faults.add(decodeFault(body))),
    'DELETE faults': () => {
      faults.clear();
      return { armed: [] };
    },
    'GET book': ({ query }) => bookJson(book, new URLSearchParams(query)),
    'GET requests': ({ query }) => journalJson(journal, new URLSearchParams(query)),
    'POST reset': () => {
      parts.reset();
      return { reset: true };
    },
    'POST clock': ({ body }) => {
      const move = decodeClock(body);
      if ('now' in move) clock.set(move.now);
      else clock.advance(move.advanceMs);
      return { now: isoTime(clock.now()) };
    },
    'GET clock': () => ({ now: isoTime(clock.now()) }),
    'POST personality': ({ body }) => behaviourJson(Object.assign(behaviour, decodeBehaviour(body))),
    'GET personality': () => behaviourJson(behaviour),
    'POST script': ({ body }) => {
      const order = decodeScript(body);
      if (order.for) script.pushFor(order.for, ...order.outcomes);
      else script.push(...order.outcomes);
      return { queued: script.length };
    },
    ...webhookActions(parts.webhooks),
    ...iso20022Actions(parts.iso20022),
  };
}

function answer(status: number, json: object): WireAnswer {
  return { status, contentType: 'application/json', body: JSON.stringify(json) };
}

function bookJson(book: Book, query: URLSearchParams): object {
  onlyKnown(query, ['client_reference', 'key']);
  const clientReference = query.get('client_reference');
  const key = query.get('key');
  const movements = book
    .movements()
    .filter((movement) => clientReference === null || movement.clientReference === clientReference)
    .filter((movement) => key === null || movement.key === key);
  return {
    count: movements.length,
    movements: movements.slice(-MAX_LISTED).map(movementJson),
    balances: book.balances().map((balance) => ({ ...balance, amount: amountJson(balance.amount) })),
    balanced: book.isBalanced(),
  };
}

function movementJson({ clientReference, amount, at, ...rest }: Movement): object {
  return { ...rest, client_reference: clientReference, amount: amountJson(amount), at: isoTime(at) };
}

function journalJson(journal: RequestJournal, query: URLSearchParams): object {
  onlyKnown(query, ['key']);
  return {
    count: journal.count,
    in_flight: journal.inFlight,
    peak_in_flight: journal.peakInFlight,
    requests: journal.list(query.get('key') ?? undefined).map((seen) => ({ ...seen, at: isoTime(seen.at) })),
  };
}

function faultJson(fault: ArmedFault): object {
  const { delayMs, intervalMs, retryAfterSeconds, retryAfterForm, ...rest }: ArmedFault & FaultOrder = fault;
  return {
    ...rest,
    delay_ms: delayMs,
    interval_ms: intervalMs,
    retry_after_seconds: retryAfterSeconds,
    retry_after_form: retryAfterForm,
  };
}

function firingJson({ faultId, at, ...rest }: ReturnType<FaultQueue['firings']>[number]): object {
  return { ...rest, fault_id: faultId, at: isoTime(at) };
}

function behaviourJson(behaviour: Behaviour): object {
  return {
    personality: behaviour.personality,
    key_window_ms: behaviour.keyWindowMs,
    late_ms: behaviour.lateMs,
    inquiry_lag_ms: behaviour.inquiryLagMs,
    magic_amounts: behaviour.magicAmounts,
    settlement: behaviour.settlement,
    settle_after_ms: behaviour.settleAfterMs,
  };
}
