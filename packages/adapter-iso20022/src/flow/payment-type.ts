import type { PaymentTypeProfile } from '../profile/network-profile.ts';

/** A code of ISO 20022, or of the network. */
export type CodeElement =
  | { readonly Cd: string; readonly Prtry?: undefined }
  | { readonly Prtry: string; readonly Cd?: undefined };

/** `PmtTpInf`. @see ISO 20022 PaymentTypeInformation28 */
export interface PaymentTypeElement {
  readonly InstrPrty?: 'HIGH' | 'NORM';
  readonly SvcLvl?: readonly CodeElement[];
  readonly LclInstrm?: CodeElement;
  readonly CtgyPurp?: CodeElement;
}

/** The type of a payment by the defaults of its network: the first value of each list. `undefined`: it has none. */
export function paymentType(profile: Omit<PaymentTypeProfile, 'chargeBearers'>): PaymentTypeElement | undefined {
  const { serviceLevel, localInstrument, categoryPurpose, instructionPriority } = profile;
  const priority = instructionPriority?.[0];
  const [level, instrument, purpose] = [serviceLevel, localInstrument, categoryPurpose].map(code);
  const type = {
    ...((priority === 'HIGH' || priority === 'NORM') && ({ InstrPrty: priority } as const)),
    ...(level && { SvcLvl: [level] }),
    ...(instrument && { LclInstrm: instrument }),
    ...(purpose && { CtgyPurp: purpose }),
  };
  return Object.keys(type).length === 0 ? undefined : type;
}

/** Who bears the charges, by the default of a network. */
export function chargeBearer({ chargeBearers }: PaymentTypeProfile): 'DEBT' | 'CRED' | 'SHAR' | 'SLEV' {
  const [bearer] = chargeBearers;
  return bearer === 'DEBT' || bearer === 'CRED' || bearer === 'SLEV' ? bearer : 'SHAR';
}

/** A code as the network writes it. */
export function code(
  entry: { readonly kind: 'Cd' | 'Prtry'; readonly values: readonly string[] } | undefined,
): CodeElement | undefined {
  const value = entry?.values[0];
  if (value === undefined) return undefined;
  return entry?.kind === 'Cd' ? { Cd: value } : { Prtry: value };
}
