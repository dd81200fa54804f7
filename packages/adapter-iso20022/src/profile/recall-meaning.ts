/** What the answer to a recall says. `accepted`: the money comes back, by a return. */
export type RecallMeaning = 'accepted' | 'accepted_in_part' | 'refused' | 'pending' | 'unknown';

/** The codes of a resolution that concern recalls: confirmations, and the status of one cancellation. */
const confirmations: ReadonlyMap<string, RecallMeaning> = new Map([
  ['CNCL', 'accepted'],
  ['ACCR', 'accepted'],
  ['IPAY', 'accepted'],
  ['CWFW', 'accepted'],
  ['PECR', 'accepted_in_part'],
  ['PACR', 'accepted_in_part'],
  ['RJCR', 'refused'],
  ['PDCR', 'pending'],
  ['FTNA', 'pending'],
]);

/**
 * What `Sts/Conf` and `TxCxlSts` of a camt.029 say about a recall. No code, one that nobody knows, and a refusal beside
 * another meaning are `unknown`; else the first decides.
 *
 * @see {@link https://www.iso20022.org/catalogue-messages/additional-content-messages/external-code-sets ExternalInvestigationExecutionConfirmation1Code}
 */
export function recallMeaning(codes: readonly string[]): RecallMeaning {
  const [first = 'unknown', ...others] = codes.map((code) => confirmations.get(code) ?? 'unknown');
  return others.some((other) => other === 'unknown' || (other === 'refused') !== (first === 'refused'))
    ? 'unknown'
    : first;
}
