/** The part of the contract that needs no zod. */
export * from './access';
