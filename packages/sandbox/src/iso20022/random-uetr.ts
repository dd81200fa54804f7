import type { Random } from '../random.ts';

/** Draws UETRs: UUIDs of version 4. */
export function randomUetr(random: Random): () => string {
  const digits = (count: number): string =>
    Array.from({ length: count }, () => Math.floor(random() * 16).toString(16)).join('');
  return () => {
    const variant = (8 + Math.floor(random() * 4)).toString(16);
    return `${digits(8)}-${digits(4)}-4${digits(3)}-${variant}${digits(3)}-${digits(12)}`;
  };
}
