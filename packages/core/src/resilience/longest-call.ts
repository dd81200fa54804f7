/**
 * The longest that one operation may be sent for, from its claim, with all candidates, pauses and retries: 90,000. Whoever takes over
 * what a dead process left waits longer, so a process that was suspended never sends beside its heir.
 */
export const longestCallMs: number = 90_000;
