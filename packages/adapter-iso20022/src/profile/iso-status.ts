/**
 * What a status says about a payment, whatever the network calls it.
 *
 * - `received`, `accepted`, `pending`: it goes on, nothing has moved for sure.
 * - `settled`: the money has moved between the institutions. `posted`: it is on the creditor's account.
 * - `settled_unposted`: it has moved, the creditor does not have it yet. `blocked`: the creditor will not get it.
 * - `partial`: some transactions of a group were accepted; each has its own status.
 * - `rejected`: it was not executed. `cancelled`: withdrawn before execution.
 */
export type StatusKind =
  | 'received'
  | 'accepted'
  | 'pending'
  | 'settled'
  | 'posted'
  | 'settled_unposted'
  | 'blocked'
  | 'partial'
  | 'rejected'
  | 'cancelled';

/**
 * The transaction and group statuses of ISO 20022 with their general meaning; a profile says where its network differs.
 *
 * @see {@link https://www.iso20022.org/catalogue-messages/additional-content-messages/external-code-sets ExternalPaymentTransactionStatus1Code, ExternalPaymentGroupStatus1Code}
 */
export const isoStatuses: Readonly<Record<string, StatusKind>> = {
  RCVD: 'received',
  RCVC: 'received',
  RVNA: 'received',
  RVNM: 'pending',
  RVMC: 'pending',
  RVNC: 'pending',
  RVCM: 'pending',
  ACTC: 'accepted',
  ACCP: 'accepted',
  ACFC: 'accepted',
  ACSP: 'accepted',
  ACWC: 'accepted',
  ACPD: 'accepted',
  ACIS: 'accepted',
  ACFW: 'pending',
  PATC: 'pending',
  PDNG: 'pending',
  PRES: 'pending',
  PART: 'partial',
  ACSC: 'settled',
  ACWP: 'settled_unposted',
  ACCC: 'posted',
  CPUC: 'posted',
  BLCK: 'blocked',
  RJCT: 'rejected',
  CANC: 'cancelled',
};
