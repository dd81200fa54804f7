import type { Decoded } from '@polyrail/core/provider';
import { defaultMeaning, type HttpResponse, jsonField, judgeStatus, type StatusTable, textField } from '@polyrail/http';
import { commonErrors, type ErrorDialect, type ErrorTable, judgeErrors } from './error-table.ts';
import { type GraphqlAnswer, isRecord, readAnswer, readErrors } from './graphql-answer.ts';

/** Reads a response by what its data says, then by its errors, then by its status. */
export type AnswerReader = <Found>(
  response: HttpResponse,
  decode: (answer: GraphqlAnswer) => Found | undefined,
) => Found | Decoded<never>;

/** What a provider says otherwise than others do. */
export interface AnswerWords {
  readonly errors?: ErrorDialect;
  readonly statuses?: StatusTable;
}

/** The reader for one provider. */
export function answerReader({ errors: dialect = {}, statuses }: AnswerWords): AnswerReader {
  const { codeField = 'code', payloadField, meanings } = dialect;
  const table: ErrorTable = { ...commonErrors, ...meanings };
  return (response, decode) => {
    const status = statuses?.[response.status] ?? defaultMeaning(response.status);
    const answer = readAnswer(response, codeField);
    const found = answer?.data && decode(answer);
    if (found) return found;
    const isSilent = answer !== undefined && saysNothing(answer.data, payloadField);
    if (isSilent && answer.errors.length > 0)
      return judgeErrors(answer.errors, table, status === 'decode' ? 'unknown' : status, response);
    const payloadErrors = isSilent ? errorsInPayload(answer.data, payloadField) : [];
    if (payloadErrors.length > 0) return judgeErrors(payloadErrors, table, 'refused', response);
    if (status !== 'decode' && (answer === undefined || isSilent)) return judgeStatus(status, response, undefined);
    return {
      kind: 'unknown',
      cause: 'answer_unreadable',
      message: `the data of a ${response.status} could not be read`,
    };
  };
}

/** True where every field of the data is null or holds no object: then nothing in it can stand for a payment. */
function saysNothing(data: object | undefined, payloadField: string | undefined): boolean {
  return Object.values(data ?? {}).every(
    (payload: unknown) =>
      payload === null ||
      (isRecord(payload) &&
        Object.entries(payload).every(
          ([name, member]) => name === payloadField || typeof member !== 'object' || member === null,
        )),
  );
}

function errorsInPayload(data: object | undefined, payloadField: string | undefined) {
  if (payloadField === undefined) return [];
  return Object.values(data ?? {}).flatMap((payload: unknown) =>
    readErrors(jsonField(payload, payloadField), (error) => ({ code: textField(error, 'code') })),
  );
}
