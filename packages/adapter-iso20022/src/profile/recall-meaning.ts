/** What the answer to a recall says. `accepted`: the money comes back, by a return. */
export type RecallMeaning = 'accepted' | 'accepted_in_part' | 'refused' | 'pending' | 'unknown';

/** The confirmation codes of a resolution that concern recalls. */
const confirmations: ReadonlyMap<string, RecallMeaning> = new Map([
  ['CNCL', 'accepted'],
  ['IPAY', 'accepted'],
  ['CWFW', 'accepted'],
  ['PECR', 'accepted_in_part'],
  ['RJCR', 'refused'],
  ['PDCR', 'pending'],
  ['FTNA', 'pending'],
]);

/**
 * What `RsltnOfInvstgtn/Sts/Conf` of a camt.029 says about a recall; a code that nobody knows is `unknown`.
 *
 * @see {@link https://www.iso20022.org/catalogue-messages/additional-content-messages/external-code-sets ExternalInvestigationExecutionConfirmation1Code}
 */
export function recallMeaning(confirmation: string | undefined): RecallMeaning {
  return confirmations.get(confirmation ?? '') ?? 'unknown';
}
