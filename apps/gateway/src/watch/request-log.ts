import { logRedaction, type Redactor } from '@polyrail/redaction';
import { type DestinationStream, destination, type Logger, pino, stdSerializers } from 'pino';

/** Where the log goes, and what is kept out of it. */
export interface RequestLogOptions {
  readonly level: string;
  readonly redactor: Redactor;
  /** Default: standard output. */
  readonly stream?: DestinationStream;
}

/** JSON lines. Headers and bodies are never logged; the redactor is for what still gets into a line. */
export function requestLog({ level, redactor, stream = destination(1) }: RequestLogOptions): Logger {
  const { formatters, hooks } = logRedaction(redactor);
  return pino(
    {
      level,
      base: null,
      serializers: { err: (error: Error) => redactor.fields(stdSerializers.err(error)) },
      timestamp: () => `,"time":"${new Date().toISOString()}"`,
      formatters: { ...formatters, level: (label) => ({ level: label }) },
      hooks,
    },
    stream,
  );
}
