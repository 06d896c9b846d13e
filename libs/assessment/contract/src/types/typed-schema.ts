import * as z from 'zod';
import { texts } from './common';

/** The texts that are right for something typed, and what of them must be exact. */
export const typed = {
  accepted: z.array(texts).min(1).max(20),
  matchCase: z.boolean(),
  matchAccents: z.boolean(),
};
