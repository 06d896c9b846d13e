export * from './frame';
export * from './outbox/index';
