import { distortJson, isValueDistortion } from '../http/distort-json.ts';
import { type Distortion, type GraphqlDistortion, isSoapDistortion } from '../http/wire.ts';
import type { GraphqlDialect } from './dialect.ts';

type Words = Pick<GraphqlDialect, 'members' | 'codeField' | 'internal'>;

interface Answer {
  readonly data?: Readonly<Record<string, unknown>> | null;
}

/** Makes an answer lie, or say in `data` and `errors` what does not fit together. */
export function distortGraphql(body: string, distortion: Distortion, words: Words): string {
  if (isValueDistortion(distortion)) return distortJson(body, distortion, words.members);
  if (isSoapDistortion(distortion) || distortion === 'tampered') return body;
  const answer: Answer = JSON.parse(body);
  return JSON.stringify(distorted(answer, distortion, words));
}

function distorted({ data }: Answer, distortion: GraphqlDistortion, words: Words): object {
  const [field = 'unknown'] = Object.keys(data ?? {});
  const complaint = (code: string) => [
    { message: 'Something went wrong', path: [field], extensions: { [words.codeField]: code } },
  ];
  const nothing = { [field]: null };
  switch (distortion) {
    case 'data_with_errors':
      return { data, errors: complaint(words.internal) };
    case 'partial_data':
      return { data: onlyIds(data), errors: complaint(words.internal) };
    case 'null_with_errors':
      return { data: nothing, errors: complaint(words.internal) };
    case 'unknown_error_class':
      return { data: nothing, errors: complaint('QUANTUM') };
    case 'wrong_types':
      return { data: otherTypes(data) };
  }
}

/** Null for every text, number and list but the ids and the names of types. */
function onlyIds(value: unknown, name = ''): unknown {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return mapped(value, onlyIds);
  return name === 'id' || name === '__typename' ? value : null;
}

/** Numbers for text, lists for numbers. */
function otherTypes(value: unknown): unknown {
  if (Array.isArray(value)) return value.map((item: unknown) => otherTypes(item));
  if (typeof value === 'object' && value !== null) return mapped(value, otherTypes);
  return typeof value === 'string' ? 7 : [value];
}

function mapped(value: object, change: (member: unknown, name: string) => unknown): object {
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, change(member, name)]));
}
