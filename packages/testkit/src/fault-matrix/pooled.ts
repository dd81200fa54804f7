/** Starts tasks in their order, at most `places` at the same time. */
export function pooled<Result>(tasks: readonly (() => Promise<Result>)[], places: number): readonly Promise<Result>[] {
  const waiting: (() => void)[] = [];
  let running = 0;
  const enter = (): Promise<void> => {
    if (running >= places) return new Promise((resolve) => waiting.push(resolve));
    running += 1;
    return Promise.resolve();
  };
  const leave = (): void => {
    const next = waiting.shift();
    if (next === undefined) running -= 1;
    else next();
  };
  return tasks.map(async (task) => {
    await enter();
    try {
      return await task();
    } finally {
      leave();
    }
  });
}
