export type { RafikiAssets } from './amount.ts';
export { type RafikiSettings, rafiki } from './rafiki.ts';
