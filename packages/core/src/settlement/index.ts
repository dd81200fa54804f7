export type { HandVerdict } from './settle-by-hand.ts';
