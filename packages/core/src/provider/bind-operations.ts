import type { MoneyVerb } from '../model/command.ts';
import type { Operation, ProtocolWire } from './operation.ts';
import type { Operations } from './provider.ts';

/** Makes the operations of a provider, verb by verb. A verb for which `bind` gives `undefined` is absent. */
export function bindOperations<Wire extends ProtocolWire>(
  bind: <V extends MoneyVerb>(verb: V) => Operation<V, Wire> | undefined,
): Operations<Wire> {
  const one = <V extends MoneyVerb>(verb: V) => {
    const operation = bind(verb);
    return operation && { [verb]: operation };
  };
  return {
    ...one('authorize'),
    ...one('charge'),
    ...one('transfer'),
    ...one('requestPayment'),
    ...one('capture'),
    ...one('void'),
    ...one('refund'),
    ...one('recall'),
  };
}
