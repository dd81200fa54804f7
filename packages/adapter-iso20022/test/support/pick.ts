/** Numbers from 0 up to, not including, 1. */
export type Random = () => number;

export function below(random: Random, bound: number): number {
  return Math.floor(random() * bound);
}

export function pick<Item>(random: Random, items: readonly Item[]): Item {
  const item = items[below(random, items.length)];
  if (item === undefined) throw new Error('there is nothing to pick from');
  return item;
}
