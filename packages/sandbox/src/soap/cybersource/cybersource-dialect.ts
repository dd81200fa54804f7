import type { Acquirer } from '../../acquirer/acquirer.ts';
import type { SandboxClock } from '../../clock.ts';
import type { OperationName } from '../../http/wire.ts';
import type { SoapDialect } from '../soap-dialect.ts';
import { CYBERSOURCE_WSDL } from './cybersource-wsdl.ts';
import { readOrder } from './order.ts';
import { TransactionProcessor } from './transaction-processor.ts';

/**
 * The acquirer in the dialect of CyberSource's Simple Order API: `runTransaction` with the services of cards. A transaction
 * that nobody heard of is undone by its `merchantTransactionIdentifier`, while that is still possible.
 */
export function cybersourceDialect(acquirer: Acquirer, clock: SandboxClock): SoapDialect {
  const processor = new TransactionProcessor(acquirer, clock);
  return {
    wsdl: CYBERSOURCE_WSDL,
    service: 'TransactionProcessor',
    port: 'portXML',
    operations: (late) => ({ runTransaction: (fields) => processor.run(readOrder(fields), late) }),
    signedParts: ['Body'],
    refuse: () => undefined,
    operationOf,
    keyElement: 'merchantTransactionIdentifier',
    elements: {
      other_amount: ['amount'],
      other_currency: ['currency'],
      other_reference: ['merchantReferenceCode'],
      unknown_status: ['decision'],
    },
    reset: () => processor.reset(),
  };
}

const OPERATIONS: readonly (readonly [service: string, operation: OperationName])[] = [
  ['ccAuthService', 'charge'],
  ['ccCaptureService', 'capture'],
  ['ccCreditService', 'refund'],
  ['ccAuthReversalService', 'void'],
  ['voidService', 'void'],
];

/** What undoes a transaction that nobody heard of is an inquiry as well. */
function operationOf(body: string): OperationName {
  const operation = OPERATIONS.find(([service]) => body.includes(`:${service} `) || body.includes(`<${service} `))?.[1];
  const isNamed = /<(?:[\w.-]+:)?(?:authRequestID|voidRequestID)>/.test(body);
  return operation === 'void' && !isNamed ? 'inquire' : (operation ?? 'unknown');
}
