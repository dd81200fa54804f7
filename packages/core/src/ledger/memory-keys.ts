import type { KeyScope } from '../model/command.ts';

/** Who holds which key of a caller. */
export class MemoryKeys<Holder> {
  readonly #tenants = new Map<string, Map<KeyScope, Map<string, Holder>>>();

  /** The keys of one tenant in one scope. */
  of(tenant: string, scope: KeyScope): Map<string, Holder> {
    return part(part(this.#tenants, tenant), scope);
  }
}

function part<Name, Key, Value>(parts: Map<Name, Map<Key, Value>>, name: Name): Map<Key, Value> {
  let found = parts.get(name);
  if (found === undefined) {
    found = new Map();
    parts.set(name, found);
  }
  return found;
}
