import type { OperationName } from '../http/wire.ts';
import type { GraphqlDialect } from './dialect.ts';

/** What a request asks for and under which name, read well enough to match faults. Nothing is checked: the server does. */
export function readCall(
  body: string,
  { operations, keyMember }: Pick<GraphqlDialect, 'operations' | 'keyMember'>,
): { readonly operation: OperationName; readonly key: string | undefined } {
  const { query, variables } = parseObject(body);
  const field = typeof query === 'string' ? /^[^{]*\{\s*(?:\w+\s*:\s*)?(\w+)/.exec(query)?.[1] : undefined;
  return {
    operation: field !== undefined && Object.hasOwn(operations, field) ? (operations[field] ?? 'unknown') : 'unknown',
    key: textMember(variables, keyMember),
  };
}

function parseObject(body: string): { readonly query?: unknown; readonly variables?: unknown } {
  try {
    const value: unknown = JSON.parse(body);
    return typeof value === 'object' && value !== null ? value : {};
  } catch {
    return {};
  }
}

function textMember(value: unknown, name: string): string | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  for (const [key, member] of Object.entries(value)) {
    const found = key === name && typeof member === 'string' ? member : textMember(member, name);
    if (found !== undefined) return found;
  }
  return undefined;
}
