import { FileFormat, MediaHash } from '@haven/shared/contract';
import * as z from 'zod';

/** The most bytes that a picture or a file of a lesson may have when it is sent: 20 MB. */
export const LARGEST_MEDIA = 20_000_000;

export const MediaKind = z.enum(['picture', 'file']);
export type MediaKind = z.infer<typeof MediaKind>;

export const AddMedia = z.strictObject({ kind: MediaKind });
export type AddMedia = z.infer<typeof AddMedia>;

/** What was made of an upload, as a block names it. */
export const LessonMedia = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('picture'), picture: MediaHash, width: z.number().int(), height: z.number().int() }),
  z.object({ kind: z.literal('file'), file: MediaHash, format: FileFormat, size: z.number().int() }),
]);
export type LessonMedia = z.infer<typeof LessonMedia>;

/** A picture in one of its widths, or the bytes of a file. */
export const LessonMediaParam = z.strictObject({ hash: MediaHash, file: z.string().regex(/^(\d{1,4}\.webp|file)$/) });
export type LessonMediaParam = z.infer<typeof LessonMediaParam>;
