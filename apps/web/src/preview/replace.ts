/** Puts something else in the place of what the browser lends, for this frame alone. */
export const replace = (target: object, name: string, value: unknown): void =>
  void Object.defineProperty(target, name, { configurable: true, value });
