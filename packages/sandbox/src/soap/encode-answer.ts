import type { Answer } from '../acquirer/answer.ts';
import type { Command } from '../acquirer/command.ts';
import { type Execution, NOT_EXECUTED } from '../acquirer/execution.ts';
import type { Operation } from '../acquirer/operation.ts';
import { SoapRequestFault } from './soap-request-fault.ts';

/** The fields of an `Answer`, as the schema of the WSDL has them. */
export type AnswerFields = Readonly<Record<string, unknown>>;

/** The answer to a command. Throws SoapRequestFault where nothing was executed, and for a system error. */
export function executionAnswer(execution: Execution, command: Command): AnswerFields {
  switch (execution.kind) {
    case 'executed':
    case 'replayed':
      return answerOrFault(execution.answer, command);
    case 'key_in_use':
      throw new SoapRequestFault('Server.KeyInUse', NOT_EXECUTED.key_in_use);
    case 'key_reused':
      throw new SoapRequestFault('Client.KeyReused', NOT_EXECUTED.key_reused);
    case 'full':
      throw new SoapRequestFault('Server.Full', NOT_EXECUTED.full);
  }
}

function answerOrFault(answer: Answer, command: Command): AnswerFields {
  if (answer.kind === 'failed') throw new SoapRequestFault('Server.SystemError', 'System error: nothing was executed');
  if (answer.kind === 'refused') throw new SoapRequestFault(`Client.${answer.reason}`, answer.message);
  return answerFields(answer, command);
}

/** What is known of an operation: `PROCESSING` while its answer is held back, `NOT_FOUND` where there is none. */
export function operationAnswer(operation: Operation | undefined, now: number): AnswerFields {
  if (operation === undefined) return { status: 'NOT_FOUND' };
  const outcome = now < operation.answeredAt ? undefined : operation.outcome;
  return outcome ? answerFields(outcome, operation.command) : { status: 'PROCESSING' };
}

function answerFields(answer: Answer, command: Command): AnswerFields {
  if (answer.kind === 'refused') return { status: 'REJECTED' };
  const { resource } = answer;
  const { id, status, currency, reference, clientReference } = resource;
  return {
    status: { accepted: 'ACCEPTED', declined: 'DECLINED', failed: 'FAILED' }[answer.kind],
    responseCode: { accepted: '00', declined: 'code' in answer ? answer.code : '05', failed: '96' }[answer.kind],
    ...(command.kind !== 'void' && { amount: String(command.amount ?? resource.amount) }),
    resource: {
      id,
      state: status.toUpperCase(),
      currency,
      ...(reference !== undefined && { reference }),
      ...(clientReference !== undefined && { clientReference }),
    },
  };
}
