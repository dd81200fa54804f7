import type { NetworkAnswer } from '../transport/verified-messages.ts';
import { type DecodedReport, decodeReport } from './decode-report.ts';
import type { NetworkLink } from './network-link.ts';
import { paymentReference } from './payment-identity.ts';
import { reportsOf } from './report.ts';
import { subjectOf } from './subject.ts';

/**
 * What a network's answer says about an operation. An answer that is about another operation, or whose identifiers
 * contradict each other, says nothing about this one.
 *
 * @param key of the operation
 */
export function decodeAnswer(link: NetworkLink, answer: NetworkAnswer, key: string): DecodedReport {
  if (isTaken(answer))
    return { kind: 'pending', value: { providerReference: paymentReference(link, key) }, expect: 'either' };
  return decodeContent(link, answer, key);
}

/** What the answer to an inquiry says about the operation that was asked about. @param key of that operation */
export function decodeInquiryAnswer(link: NetworkLink, answer: NetworkAnswer, key: string): DecodedReport {
  if (isTaken(answer)) return { kind: 'unknown', cause: 'in_progress', message: 'the network has the question' };
  const decoded = decodeContent(link, answer, key);
  // A report on the operation itself is final; a refusal otherwise is that of the question.
  const isReport = answer.kind === 'message' && answer.message.document.id !== 'admi.002.001.01';
  if (decoded.kind !== 'rejected' || !isReport) return decoded;
  const { raw, amount } = decoded;
  return { kind: 'declined', reason: 'do_not_honour', advice: 'never', ...(amount && { amount }), ...(raw && { raw }) };
}

/** The network has the message, and says no more: by its channel, or by admi.007. */
function isTaken(answer: NetworkAnswer): boolean {
  return answer.kind === 'accepted' || (answer.kind === 'message' && answer.message.document.id === 'admi.007.001.01');
}

function decodeContent(link: NetworkLink, answer: NetworkAnswer, key: string): DecodedReport {
  switch (answer.kind) {
    case 'refused':
      return answer.decoded;
    case 'unreadable':
      return { kind: 'unknown', cause: 'answer_unreadable', message: answer.reason };
    case 'message':
      return agreed(
        reportsOf(answer.message).flatMap((report) => {
          const subject = subjectOf(link, report);
          const isOutcome = report.kind !== 'notice' && report.kind !== 'claim';
          const isIt = isOutcome && subject.kind === 'key' && subject.key === key;
          return isIt ? [decodeReport(link, report, key)] : [];
        }),
      );
    case 'accepted':
      return otherPayment;
  }
}

/** What the reports on one operation come to: the first, unless they contradict each other. */
function agreed(reports: readonly DecodedReport[]): DecodedReport {
  const isRefused = reports.some(({ kind }) => kind === 'declined' || kind === 'rejected');
  if (isRefused && reports.some(({ kind }) => kind === 'succeeded'))
    return { kind: 'unknown', cause: 'answer_mismatch', message: 'the answer contradicts itself' };
  return reports[0] ?? otherPayment;
}

const otherPayment: DecodedReport = {
  kind: 'unknown',
  cause: 'answer_mismatch',
  message: 'the answer is about another payment',
};
