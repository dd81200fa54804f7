const RULES = ['times', 'rate', 'seed', 'match', 'fault'];

const BOUNDS: Readonly<Record<string, readonly [least: number, most: number]>> = {
  times: [1, 1_000_000],
  rate: [0, 1],
  seed: [0, 4_294_967_295],
  delayMs: [0, 600_000],
  intervalMs: [1, 60_000],
  ageMs: [0, 31_536_000_000],
  retryAfterSeconds: [0, 86_400],
  bytes: [1024, 2_147_483_648],
};

/**
 * Checks an order by the faults that are known and the parameters they take.
 * Throws RangeError on an unknown fault, a parameter it does not take, or numbers out of bounds.
 */
export function checkFaultOrder(
  order: { readonly fault: string },
  known: Readonly<Record<string, { readonly parameters: readonly string[] }>>,
): void {
  const { fault } = order;
  const kind = Object.hasOwn(known, fault) ? known[fault] : undefined;
  if (!kind) throw new RangeError(`Unknown fault ${String(fault)}; known are: ${Object.keys(known).join(', ')}`);
  for (const [name, value] of Object.entries(order)) {
    if (value === undefined) continue;
    if (!RULES.includes(name) && !kind.parameters.includes(name)) {
      throw new RangeError(`${fault} takes no ${name}; it takes: ${kind.parameters.join(', ') || 'none'}`);
    }
    const bounds = BOUNDS[name];
    if (bounds && !(typeof value === 'number' && value >= bounds[0] && value <= bounds[1])) {
      throw new RangeError(`${name} must be a number from ${bounds[0]} to ${bounds[1]}`);
    }
  }
}
