import type {
  Capabilities,
  Decoded,
  Delivery,
  EncodeContext,
  Inquiry,
  InquiryCommand,
  MoneyVerb,
  Notifications,
  Operation,
  OperationResult,
  Operations,
  Provider,
  Resolution,
} from '../../src/provider/index.ts';

/** What a scripted provider gets: the command as it is, and what was asked for. */
export interface ScriptedRequest {
  readonly verb: MoneyVerb | 'inquiry' | 'reversal';
  readonly command: unknown;
  readonly context?: EncodeContext;
}

/** What it answers: the decoded value itself. */
export type ScriptedAnswer = Decoded<OperationResult> | { readonly kind: 'not_found' };

interface ScriptedWire {
  readonly request: ScriptedRequest;
  readonly response: ScriptedAnswer;
}

/** A provider whose wire is the canonical value, so that a test says only what it is about. */
export interface ScriptedProvider extends Provider<ScriptedWire> {
  /** Everything that was sent. */
  readonly sent: ScriptedRequest[];
  /** Answers the next requests, in order; the last one stays. */
  answer(...deliveries: Delivery<ScriptedAnswer>[]): void;
}

export const lost: Delivery<never> = { phase: 'sent_no_answer', fault: { code: 'connection_lost', message: 'lost' } };
export const refused: Delivery<never> = {
  phase: 'not_sent',
  fault: { code: 'connection_refused', message: 'refused' },
};

/** A whole answer with this meaning. */
export function answered(response: ScriptedAnswer): Delivery<ScriptedAnswer> {
  return { phase: 'answered', response };
}

export const succeeded: Delivery<ScriptedAnswer> = answered({
  kind: 'succeeded',
  value: { providerReference: 'theirs' },
});

/** Settings of a scripted provider. */
export interface ScriptedOptions {
  readonly id?: string;
  readonly resolution?: Resolution;
  readonly capabilities?: Partial<Capabilities>;
  readonly idempotent?: boolean;
  readonly notifications?: Notifications;
  readonly keepsRequest?: boolean;
}

export function scriptedProvider(options: ScriptedOptions = {}): ScriptedProvider {
  const { id = 'scripted', resolution = { by: 'inquiry', notFound: { inconclusiveForMs: 60_000 } } } = options;
  const sent: ScriptedRequest[] = [];
  let script: Delivery<ScriptedAnswer>[] = [succeeded];
  return {
    specificationVersion: 1,
    id,
    protocol: 'scripted',
    capabilities: {
      currencies: 'any',
      instruments: ['token', 'account', 'iban'],
      partialCapture: true,
      partialRefund: true,
      ...options.capabilities,
    },
    operations: operationsOf(resolution, options.idempotent ?? true, options.keepsRequest ?? false),
    inquiry: question('inquiry'),
    reversal: question('reversal'),
    ...(options.notifications && { notifications: options.notifications }),
    transport: {
      async send(request) {
        sent.push(request);
        const [next = lost, ...rest] = script;
        if (rest.length > 0) script = rest;
        return next;
      },
      close: async () => undefined,
    },
    sent,
    answer: (...deliveries) => {
      script = deliveries;
    },
  };
}

/** The provider, with a charge whose two functions are others. */
export function withCharge(
  provider: ScriptedProvider,
  changes: { encode?: () => never; decode?: () => never },
): ScriptedProvider {
  const { charge } = provider.operations;
  if (charge === undefined) throw new Error('no charge');
  return { ...provider, operations: { ...provider.operations, charge: { ...charge, ...changes } } };
}

function operationsOf(resolution: Resolution, idempotent: boolean, keepsRequest: boolean): Operations<ScriptedWire> {
  const operation = <V extends MoneyVerb>(verb: V): Operation<V, ScriptedWire> => ({
    idempotency: idempotent
      ? { carrier: 'header', name: 'key', windowMs: 24 * 60 * 60 * 1000, replays: 'first' }
      : { carrier: 'none' },
    resolution,
    keepsRequest,
    encode: (command, context) => ({ verb, command, context }),
    decode: (response) => {
      if (response.kind === 'not_found') throw new Error('an operation is never "not found"');
      return response;
    },
  });
  return {
    authorize: operation('authorize'),
    charge: operation('charge'),
    transfer: operation('transfer'),
    capture: operation('capture'),
    void: operation('void'),
    refund: operation('refund'),
  };
}

function question(verb: 'inquiry' | 'reversal'): Inquiry<ScriptedWire> {
  return { encode: (command: InquiryCommand) => ({ verb, command }), decode: (response) => response };
}
