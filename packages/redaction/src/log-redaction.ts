import { createRedactor, type Redactor } from './redactor.ts';

/** The parts of pino's options that redact: nothing that pino writes passes by them. @see pino `formatters`, `hooks` */
export interface LogRedaction {
  readonly formatters: {
    log(fields: Record<string, unknown>): Record<string, unknown>;
    bindings(fields: Record<string, unknown>): Record<string, unknown>;
  };
  readonly hooks: { streamWrite(line: string): string };
}

/** Redacts what pino writes: fields by their names, and the finished line by what is in it. */
export function logRedaction(redactor: Redactor = createRedactor()): LogRedaction {
  return {
    formatters: { log: (fields) => redactor.fields(fields), bindings: (fields) => redactor.fields(fields) },
    hooks: { streamWrite: (line) => redactor.text(line) },
  };
}
