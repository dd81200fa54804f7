import type { OperationRecord } from './operation-record.ts';

/** Where an operation stands. */
interface Place {
  readonly operations: readonly OperationRecord[];
  readonly index: number;
}

/** Finds operations by their ids and by what providers call them. */
export class MemoryNames {
  readonly #places = new Map<string, Place>();

  /** Adds an operation as it stands now. `operations`: all those on its payment; it stays at `index`. */
  add(operations: readonly OperationRecord[], index: number): void {
    const operation = operations[index];
    if (operation === undefined) return;
    const { id, provider, providerKey, outcome } = operation;
    const place: Place = { operations, index };
    this.#places.set(nameOf('id', '', id), place);
    this.#places.set(nameOf('key', provider, providerKey), place);
    const reference = outcome !== undefined && 'value' in outcome ? outcome.value.providerReference : undefined;
    const name = reference === undefined ? undefined : nameOf('reference', provider, reference);
    // A capture is answered with the id of its payment: the first operation keeps the name.
    if (name !== undefined && !this.#places.has(name)) this.#places.set(name, place);
  }

  byId(id: string): OperationRecord | undefined {
    return this.#find(nameOf('id', '', id));
  }

  byProviderKey(provider: string, providerKey: string): OperationRecord | undefined {
    return this.#find(nameOf('key', provider, providerKey));
  }

  byProviderReference(provider: string, reference: string): OperationRecord | undefined {
    return this.#find(nameOf('reference', provider, reference));
  }

  #find(name: string): OperationRecord | undefined {
    const place = this.#places.get(name);
    return place?.operations[place.index];
  }
}

function nameOf(by: 'id' | 'key' | 'reference', provider: string, value: string): string {
  return `${by}\n${provider}\n${value}`;
}
