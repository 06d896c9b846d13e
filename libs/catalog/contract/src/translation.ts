import * as z from 'zod';

/**
 * How the translation of a part stands: not there, translated, read again by somebody, or made from an English that has changed since.
 */
export const TranslationState = z.enum(['missing', 'draft', 'reviewed', 'outdated']);
export type TranslationState = z.infer<typeof TranslationState>;
