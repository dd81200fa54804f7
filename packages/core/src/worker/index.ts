export type { Revival } from './revive.ts';
export type { Task, TaskEngine } from './task-engine.ts';
