export { type Entry, type OutboxState } from './entries';
export { Outbox } from './outbox';
export { type Description, type Sender } from './sender';
