import type { MoneyVerb } from '../model/command.ts';

/**
 * A command in one canonical text: the same meaning gives the same text, whatever the order of its fields.
 * The key itself is left out; amounts keep their exact digits.
 */
export function fingerprint(verb: MoneyVerb, command: object): string {
  return `${verb}:${spell(command)}`;
}

function spell(value: unknown): string {
  if (typeof value === 'bigint') return `${value}n`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? '';
  let text = '{';
  for (const [name, field] of Object.entries(value).sort(byName))
    if (field !== undefined && name !== 'idempotencyKey' && name !== 'tenant') text += `${name}=${spell(field)},`;
  return `${text}}`;
}

function byName([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number {
  return a < b ? -1 : 1;
}
