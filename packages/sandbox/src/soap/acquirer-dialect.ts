import type { Acquirer } from '../acquirer/acquirer.ts';
import { COMMAND_KINDS, type CommandKind } from '../acquirer/command.ts';
import type { SandboxClock } from '../clock.ts';
import type { OperationName, WireAnswer } from '../http/wire.ts';
import type { JsonFields } from '../json-fields.ts';
import { ACQUIRER_WSDL } from './acquirer-wsdl.ts';
import { decodeCommand } from './decode-command.ts';
import { type AnswerFields, executionAnswer, operationAnswer } from './encode-answer.ts';
import type { SoapDialect, SoapOperation } from './soap-dialect.ts';

/** The acquirer in its own words: an operation for each command, and one that asks. */
export function acquirerDialect(acquirer: Acquirer, clock: SandboxClock, apiKeys: readonly string[]): SoapDialect {
  const credentials = new Set(apiKeys.map((key) => `Bearer ${key}`));

  function execute(kind: CommandKind, fields: JsonFields, late: (ms: number) => void): AnswerFields {
    const command = decodeCommand(kind, fields, (id) => acquirer.payment(id)?.kind ?? 'charge');
    const key = fields['idempotencyKey'];
    const execution = acquirer.execute(command, typeof key === 'string' ? key : undefined, false);
    if (execution.kind === 'executed') late(execution.lateMs);
    return executionAnswer(execution, command);
  }

  return {
    wsdl: ACQUIRER_WSDL,
    service: 'AcquirerService',
    port: 'AcquirerPort',
    operations: (late) => {
      const commands = COMMAND_KINDS.map((kind): [string, SoapOperation] => [
        kind,
        (fields) => execute(kind, fields, late),
      ]);
      const inquire: SoapOperation = (fields) =>
        operationAnswer(acquirer.inquire(String(fields['idempotencyKey'])), clock.now());
      return { ...Object.fromEntries(commands), inquire };
    },
    signedParts: ['Body', 'Timestamp'],
    refuse: ({ headers }) =>
      credentials.has(headers['authorization']?.toString() ?? '') ? undefined : UNAUTHENTICATED,
    operationOf,
    keyElement: 'idempotencyKey',
    elements: {
      other_amount: ['amount'],
      other_currency: ['currency'],
      other_reference: ['reference', 'clientReference'],
      unknown_status: ['status', 'state'],
    },
    reset: () => undefined,
  };
}

const UNAUTHENTICATED: WireAnswer = {
  status: 401,
  contentType: 'text/plain',
  headers: { 'www-authenticate': 'Bearer' },
  body: 'Unknown or missing API key',
};

function operationOf(body: string): OperationName {
  const name = /:Body[^>]*>\s*<(?:[\w.-]+:)?(\w+)/.exec(body)?.[1];
  const names: readonly OperationName[] = [...COMMAND_KINDS, 'inquire'];
  return names.find((candidate) => candidate === name) ?? 'unknown';
}
