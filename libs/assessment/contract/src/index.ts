export * from './analysis';
export * from './attempt';
export * from './exchange';
export * from './grading';
export * from './plain';
export * from './question';
export * from './quiz';
export { Evidence, OptionId } from './types/common';
export * from './types/schemas';
