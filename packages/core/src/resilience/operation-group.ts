import type { Verb } from '../model/command.ts';

/** Operations that fail together. Each has its own breaker and bulkhead, so inquiries pass while charges are cut off. */
export type OperationGroup = 'charge' | 'modify' | 'pay_out' | 'inquire';

const groups: Readonly<Record<Verb, OperationGroup>> = {
  authorize: 'charge',
  charge: 'charge',
  capture: 'modify',
  void: 'modify',
  refund: 'modify',
  recall: 'modify',
  transfer: 'pay_out',
  requestPayment: 'pay_out',
  retrieve: 'inquire',
};

/** The group that a verb belongs to. */
export function groupOf(verb: Verb): OperationGroup {
  return groups[verb];
}
