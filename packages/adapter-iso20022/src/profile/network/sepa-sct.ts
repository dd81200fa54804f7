import type { NetworkProfile } from '../network-profile.ts';
import { sepaSources, sepaTransferRules } from './sepa-transfer.ts';

/** The SEPA Credit Transfer scheme between institutions. It reports rejections and returns; silence is the good case. */
export const sepaSct: NetworkProfile = {
  id: 'sepa-sct',
  name: 'SEPA Credit Transfer',
  asOf: '2026-11-23',
  sources: sepaSources,
  messages: {
    creditTransfer: 'pacs.008.001.08',
    status: 'pacs.002.001.10',
    return: 'pacs.004.001.09',
    inquiry: 'pacs.028.001.03',
    recall: 'camt.056.001.08',
    recallAnswer: 'camt.029.001.09',
    notification: 'camt.054.001.08',
    statement: 'camt.053.001.08',
  },
  envelope: { kind: 'none' },
  identifiers: {
    messageId: {
      parts: [
        { part: 'date', format: 'yyyymmdd' },
        { part: 'reference', length: 24, alphabet: 'alphanumeric' },
      ],
      pattern: '(?!/)(?!.*//).{0,34}[^/]',
    },
    businessMessageId: 'same',
    uetr: 'optional',
    timeZone: 'Europe/Brussels',
  },
  members: { kind: 'bic' },
  settlement: { methods: ['CLRG', 'INDA', 'INGA'] },
  paymentType: { serviceLevel: { kind: 'Cd', values: ['SEPA'] }, chargeBearers: ['SLEV'] },
  money: { currencies: ['EUR'], max: '999999999.99' },
  text: { references: 'fin-x', names: 'fin-x', policy: 'refuse' },
  recovery: { onSilence: 'manual', onNotFound: 'manual', onTimeoutReject: 'new_id' },
  statuses: {},
  reasons: {},
  signature: { place: 'transport', required: true, algorithms: ['rsa-sha256'], certainty: 'assumed' },
  rules: sepaTransferRules('SCT'),
};
