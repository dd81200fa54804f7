import type { Fields } from './fields.ts';
import type { Rail } from './rail.ts';

const BIC = /^[A-Z0-9]{4}[A-Z]{2}[A-Z0-9]{2}([A-Z0-9]{3})?$/;

/** A member of the network as a financial institution in a message. */
export function agentOf(member: string, { members }: Rail): Fields {
  if (members !== 'bic') {
    return { FinInstnId: { ClrSysMmbId: { ClrSysId: { Cd: members.clearingSystem }, MmbId: member } } };
  }
  // Whoever is no member can only be named.
  return { FinInstnId: BIC.test(member) ? { BICFI: member } : { Othr: { Id: member } } };
}
