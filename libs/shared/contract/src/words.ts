import * as z from 'zod';

/** Text that a person writes, at most `most` characters: nothing that PostgreSQL cannot hold (no NUL, no half of a surrogate pair). */
export const words = (most: number) =>
  z
    .string()
    .max(most)
    .refine((text) => text.isWellFormed() && !text.includes('\0'), {
      error: 'This text holds a character that cannot be stored.',
    });
