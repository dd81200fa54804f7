export { type CybersourceSettings, loadCybersource } from './cybersource.ts';
