import type { JsonFields } from '../../json-fields.ts';

const SERVICES = [
  'ccAuthService',
  'ccCaptureService',
  'ccCreditService',
  'ccAuthReversalService',
  'voidService',
] as const;

export type ServiceName = (typeof SERVICES)[number];

/** What a requestMessage asks for. Absent texts are empty. */
export interface Order {
  readonly merchantReferenceCode: string;
  readonly merchantTransactionIdentifier: string;
  readonly comments: string;
  readonly currency: string;
  readonly grandTotalAmount: string;
  readonly subscriptionID: string;
  /** The services to run, in the order of the schema. */
  readonly services: readonly ServiceName[];
  /** The id of an earlier request that a service is about. */
  readonly requestID: string;
}

/** Reads the fields of a requestMessage. */
export function readOrder(fields: JsonFields): Order {
  const services = SERVICES.filter((name) => textAt(fields, name, 'attributes', 'run') === 'true');
  const [requestID = ''] = [
    textAt(fields, 'ccCaptureService', 'authRequestID'),
    textAt(fields, 'ccCreditService', 'captureRequestID'),
    textAt(fields, 'ccAuthReversalService', 'authRequestID'),
    textAt(fields, 'voidService', 'voidRequestID'),
  ].filter((id) => id !== '');
  return {
    merchantReferenceCode: textAt(fields, 'merchantReferenceCode'),
    merchantTransactionIdentifier: textAt(fields, 'merchantTransactionIdentifier'),
    comments: textAt(fields, 'comments'),
    currency: textAt(fields, 'purchaseTotals', 'currency'),
    grandTotalAmount: textAt(fields, 'purchaseTotals', 'grandTotalAmount'),
    subscriptionID: textAt(fields, 'recurringSubscriptionInfo', 'subscriptionID'),
    services,
    requestID,
  };
}

function textAt(value: unknown, ...path: readonly string[]): string {
  let found = value;
  for (const name of path) found = typeof found === 'object' && found !== null ? Reflect.get(found, name) : undefined;
  return typeof found === 'string' ? found : '';
}
