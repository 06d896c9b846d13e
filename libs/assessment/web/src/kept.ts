/** Attempts without a line: loaded when there is none, and to keep what there is. */
export { AttemptDesk } from './kept/attempt-desk';
