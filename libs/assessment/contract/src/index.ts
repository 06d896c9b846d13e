export * from './attempt';
export * from './grade';
export * from './question';
export * from './quiz';
