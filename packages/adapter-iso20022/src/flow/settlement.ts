import type { SettlementProfile } from '../profile/network-profile.ts';
import { type CodeElement, code } from './payment-type.ts';

/** `SttlmInf`. @see ISO 20022 SettlementInstruction7 */
export interface SettlementElement {
  readonly SttlmMtd: 'INDA' | 'INGA' | 'COVE' | 'CLRG';
  readonly ClrSys?: CodeElement;
}

/** How a network settles: by the first method of its list. */
export function settlement({ methods, clearingSystem }: SettlementProfile): SettlementElement {
  const [method] = methods;
  const isKnown = method === 'INDA' || method === 'INGA' || method === 'COVE';
  const system = code(clearingSystem && { kind: clearingSystem.kind, values: [clearingSystem.value] });
  return { SttlmMtd: isKnown ? method : 'CLRG', ...(system && { ClrSys: system }) };
}
