export { type FednowSettings, fednow } from './fednow.ts';
