import { type Correlation, correlate } from './correlate.ts';
import type { NetworkLink } from './network-link.ts';
import { bareKey, keyOfIdentifier } from './payment-identity.ts';
import type { Report } from './report.ts';

/**
 * Which operation of ours a report is about. The answer to a recall names the recall by its case, or only the transfer that
 * was asked back; identifiers beside our case may not be another's.
 */
export function subjectOf(link: NetworkLink, report: Report): Correlation {
  switch (report.kind) {
    case 'resolution': {
      const key = report.caseId === undefined ? undefined : bareKey(link.profile, report.caseId);
      const transfer = correlate(link, report.original);
      if (key === undefined || transfer.kind === 'conflict') return transfer;
      return transfer.kind === 'none' && report.original.uetr !== undefined ? { kind: 'conflict' } : named(key);
    }
    case 'refusal': {
      const { businessMessageId, messageId } = link.profile.identifiers;
      const format = businessMessageId === 'same' ? messageId : businessMessageId;
      return named(keyOfIdentifier(link, format, report.businessMessageId));
    }
    case 'notice':
      return { kind: 'none' };
    default:
      return correlate(link, report.original);
  }
}

function named(key: string | undefined): Correlation {
  return key === undefined ? { kind: 'none' } : { kind: 'key', key };
}
