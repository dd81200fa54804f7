/** The first line of every export: what it is, and in which version. */
export const exportHead: string = JSON.stringify({ format: 'polyrail-store', version: 1 });
