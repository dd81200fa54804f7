export type { Revival } from './revive.ts';
