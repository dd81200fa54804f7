export { type CbprPlusSettings, cbprPlus } from './cbpr-plus.ts';
