import type { Wire } from './wire.ts';

/** Several wires in front of one acquirer, told apart by the path. */
export function wireByPath(wires: Readonly<Record<string, Wire>>, otherwise: Wire): Wire {
  const byPath = new Map(Object.entries(wires));
  return {
    accept: (request) => (byPath.get(request.path) ?? otherwise).accept(request),
    // One after the other: what they load has parts in common.
    load: async () => {
      for (const wire of byPath.values()) await wire.load?.();
    },
    reset: () => {
      for (const wire of [...byPath.values(), otherwise]) wire.reset?.();
    },
  };
}
