import type { NetworkProfile } from '../profile/network-profile.ts';
import type { NetworkAnswer } from '../transport/verified-messages.ts';
import { type DecodedReport, decodeReport } from './decode-report.ts';
import { uetrOf } from './payment-identity.ts';
import { reportsOf } from './report.ts';
import { subjectOf } from './subject.ts';

/**
 * What a network's answer says about an operation. An answer that is about another operation, or whose identifiers
 * contradict each other, says nothing about this one.
 *
 * @param key of the operation
 */
export function decodeAnswer(profile: NetworkProfile, answer: NetworkAnswer, key: string): DecodedReport {
  switch (answer.kind) {
    case 'accepted':
      return { kind: 'pending', value: { providerReference: uetrOf(key) }, expect: 'either' };
    case 'refused':
      return answer.decoded;
    case 'unreadable':
      return { kind: 'unknown', cause: 'answer_unreadable', message: answer.reason };
    case 'message': {
      const reports = reportsOf(answer.message);
      for (const report of reports) {
        const subject = subjectOf(profile, report);
        if (report.kind !== 'notice' && subject.kind === 'key' && subject.key === key)
          return decodeReport(profile, report, key);
      }
      return isReceipt(answer) ? decodeAnswer(profile, { kind: 'accepted' }, key) : otherPayment;
    }
  }
}

const otherPayment: DecodedReport = {
  kind: 'unknown',
  cause: 'answer_mismatch',
  message: 'the answer is about another payment',
};

/** admi.007: the network has the message. */
function isReceipt({ message }: Extract<NetworkAnswer, { kind: 'message' }>): boolean {
  return message.document.id === 'admi.007.001.01';
}
