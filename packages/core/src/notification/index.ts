export type { Reception } from './receive.ts';
