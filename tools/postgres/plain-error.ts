/** An error whose message is a plain sentence for the person at the terminal: print it without a stack. */
export class PlainError extends Error {
  override readonly name = 'PlainError';
}
