import type { DeclineReason, Decoded } from '@polyrail/core/provider';
import { type HttpResponse, judgeStatus, type StatusMeaning } from '@polyrail/http';
import type { SoapFault } from './soap-fault.ts';

/** What a fault says about the operation: a word of {@link StatusMeaning}, or the reason of a decline. */
export type FaultMeaning = Exclude<StatusMeaning, 'decode'> | { readonly declined: DeclineReason };

/** What the codes of a provider's faults mean. */
export type FaultTable = Readonly<Record<string, FaultMeaning>>;

/** How a provider words its faults. */
export interface FaultDialect {
  /** The code that {@link FaultDialect.meanings} knows, such as one in the detail. Default: `subcode`, else `code`. */
  codeOf?(fault: SoapFault): string | undefined;
  readonly meanings?: FaultTable;
}

/**
 * Codes that SOAP and WS-Security define for messages that were not processed. A code that no table knows may stand for
 * an operation that was executed; so may `Client` and `Sender`, which WCF gives to any exception of a service.
 *
 * @see https://www.w3.org/TR/soap12-part1/#faultcodes
 * @see WS-Security 1.1.1, 12
 */
const commonFaults: FaultTable = {
  MustUnderstand: 'refused',
  VersionMismatch: 'refused',
  DataEncodingUnknown: 'refused',
  FailedAuthentication: 'unauthorized',
  FailedCheck: 'unauthorized',
  InvalidSecurity: 'unauthorized',
  InvalidSecurityToken: 'unauthorized',
  MessageExpired: 'unauthorized',
  SecurityTokenUnavailable: 'unauthorized',
  UnsupportedAlgorithm: 'unauthorized',
  UnsupportedSecurityToken: 'unauthorized',
};

/** What a fault comes to. */
export function judgeFault(fault: SoapFault, dialect: FaultDialect, response: HttpResponse): Decoded<never> {
  const table = { ...commonFaults, ...dialect.meanings };
  const codes = [dialect.codeOf?.(fault), fault.subcode, fault.code];
  const code = codes.find((word) => word !== undefined && Object.hasOwn(table, word));
  const meaning = code === undefined ? 'unknown' : (table[code] ?? 'unknown');
  const raw = { code: codes.find((word) => word !== undefined) ?? fault.code, message: fault.reason };
  if (typeof meaning === 'object') return { kind: 'declined', reason: meaning.declined, raw };
  return judgeStatus(meaning, response, raw);
}
