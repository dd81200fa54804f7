export { type BraintreeSettings, braintree } from './braintree.ts';
