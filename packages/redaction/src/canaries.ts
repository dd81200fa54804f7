export { type CardRendering, cardRenderings } from './card-renderings.ts';
export { testCardNumbers } from './test-card-numbers.ts';
