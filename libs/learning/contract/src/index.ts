export * from './note';
export * from './progress';
