export { hasCardNumber } from './card-number.ts';
export { type LogRedaction, logRedaction } from './log-redaction.ts';
export { redactText } from './redact-text.ts';
export { createRedactor, type Redactor, type RedactorOptions } from './redactor.ts';
