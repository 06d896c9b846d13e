export * from './frame';
export * from './outbox/index';
export { Shelf } from './shelf';
