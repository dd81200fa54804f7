import type { Attributes } from '@opentelemetry/api';
import type { GatewayEvent, OperationFacts, ProviderAnswer } from '@polyrail/core';

/** What a span says. */
export interface SpanFacts {
  readonly attributes: Attributes;
  /** Why it failed, in words. Absent: it did not. */
  readonly failure?: string | undefined;
}

/** What an attempt or an operation came to. */
type Result =
  | Extract<GatewayEvent, { type: 'attempt' }>['report']['result']
  | Extract<GatewayEvent, { type: 'operation_answered' }>['outcome'];

/** The attributes of what something came to. A decline is an answer like another: only what was not executed or is not known failed. */
export function resultFacts(result: Result): SpanFacts {
  const outcome = { 'polyrail.outcome': result.kind };
  switch (result.kind) {
    case 'declined': {
      const attributes = { ...outcome, 'polyrail.decline.reason': result.reason, ...providerFacts(result) };
      return { attributes };
    }
    case 'rejected':
      return failed(result.reason, result.message, { ...outcome, ...providerFacts(result) });
    case 'unknown':
      return failed(result.cause, result.message, { ...outcome, ...providerFacts(result) });
    default:
      return { attributes: outcome };
  }
}

/** The attributes of which operation something is about. */
export function operationFacts({ id, verb, paymentId, provider, protocol }: OperationFacts): Attributes {
  return {
    'polyrail.operation.id': id,
    'polyrail.payment.id': paymentId,
    'polyrail.provider': provider,
    'polyrail.protocol': protocol,
    'polyrail.verb': verb,
  };
}

/** The attributes of what failed, by a word of a closed vocabulary. @see https://opentelemetry.io/docs/specs/semconv/attributes-registry/error/ */
export function failed(type: string, failure: string, attributes: Attributes = {}): SpanFacts {
  return { attributes: { ...attributes, 'error.type': type }, failure };
}

/** The provider's own words. */
function providerFacts({ raw = {} }: { readonly raw?: ProviderAnswer }): Attributes {
  return {
    ...(raw.code !== undefined && { 'polyrail.provider.code': raw.code }),
    ...(raw.status !== undefined && { 'polyrail.provider.status': raw.status }),
  };
}
