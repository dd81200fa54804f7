export { type SepaInstantSettings, sepaInstant } from './sepa-instant.ts';
