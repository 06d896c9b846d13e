import { randomBytes } from 'node:crypto';
import { v7 } from 'uuid';

/** A new key: UUID version 7, so that rows made one after the other lie beside each other in an index. */
export const newId = (): string => v7();

/** A random code of letters and digits that are not mistaken for each other, five bits each: RFC 4648, base 32, in small letters. */
export function newCode(length: number): string {
  const letters = 'abcdefghijklmnopqrstuvwxyz234567';
  return [...randomBytes(length)].map((byte) => letters[byte % 32]).join('');
}
