/** The part of the contract that needs no zod: what a page needs to show answers and what the device needs to grade practice. */
export * from './answer';
export * from './draw/draw';
export * from './draw/order';
export * from './fraction';
export * from './grade';
export * from './paper';
export * from './types/blanks/pieces';
export { normalised } from './types/typed';
export { readNumber } from './types/numeric/read-number';
export * from './readiness';
export { rulesOf } from './types/rules';
export { type Order, type QuestionRules } from './types/question-type';
export * from './types/texts-of';
export { truths } from './types/true-false/rules';
