import type { NetworkProfile } from '../profile/network-profile.ts';
import { type Correlation, correlate } from './correlate.ts';
import { keyLength, keyOfIdentifier } from './payment-identity.ts';
import type { Report } from './report.ts';

/** Which operation of ours a report is about. */
export function subjectOf(profile: NetworkProfile, report: Report): Correlation {
  switch (report.kind) {
    case 'resolution':
      return named(report.caseId?.length === keyLength ? keyOfIdentifier(undefined, report.caseId) : undefined);
    case 'refusal': {
      const { businessMessageId, messageId } = profile.identifiers;
      return named(
        keyOfIdentifier(businessMessageId === 'same' ? messageId : businessMessageId, report.businessMessageId),
      );
    }
    case 'notice':
      return { kind: 'none' };
    default:
      return correlate(profile, report.original);
  }
}

function named(key: string | undefined): Correlation {
  return key === undefined ? { kind: 'none' } : { kind: 'key', key };
}
