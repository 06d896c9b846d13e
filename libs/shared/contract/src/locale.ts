import * as z from 'zod';
import { locales } from './in-locale';

export const Locale = z.enum(locales);
export type Locale = z.infer<typeof Locale>;

/** A text with a body per language. English is always there; a missing body is shown in English and marked. */
export const Text = z.object({ en: z.string(), es: z.string().optional() });
export type Text = z.infer<typeof Text>;
