import type { FaultEntry } from './fault.ts';

/** Faults that only GraphQL has: data and errors at once, and errors where the status says that all is well. */
export type GraphqlFault =
  | 'errors_400'
  | 'html_200'
  | 'data_with_errors'
  | 'partial_data'
  | 'null_with_errors'
  | 'unknown_error_class'
  | 'wrong_types';

/** What each of them leaves the gateway to know: `ownFaults` of a subject over GraphQL. */
export const graphqlFaults: Readonly<Record<GraphqlFault, FaultEntry>> = {
  errors_400: { nature: 'refused', about: '400 with errors: the document was refused' },
  html_200: { nature: 'doubtful', about: '200 with a page after it executed' },
  data_with_errors: { nature: 'told', about: 'the right data, and errors beside it' },
  partial_data: { nature: 'undecided', about: 'the id, null for all else, and errors' },
  null_with_errors: { nature: 'doubtful', about: 'null and an internal error after it executed' },
  unknown_error_class: {
    nature: 'doubtful',
    about: 'null and an error of a class that nobody knows, after it executed',
  },
  wrong_types: { nature: 'doubtful', about: 'numbers for text and lists for numbers' },
};
