import { Id, Instant, Text } from '@haven/shared/contract';
import * as z from 'zod';

/**
 * An upload of one's own that is not a recording yet. Its bytes travel by tus 1.0 under `/api/uploads/:id`. When all of them are there it
 * becomes the recording with the same id, or the new file of the recording that it `replaces`. Sizes in bytes.
 */
export const UploadCard = z.object({
  id: Id,
  name: z.string(),
  size: z.number().int(),
  received: z.number().int(),
  replaces: Id.nullable(),
  startedAt: Instant,
  expiresAt: Instant,
});
export type UploadCard = z.infer<typeof UploadCard>;

/** `limit`: the largest single file, `left`: what this person may still upload, both in bytes. */
export const UploadCards = z.object({ items: z.array(UploadCard), limit: z.number(), left: z.number() });
export type UploadCards = z.infer<typeof UploadCards>;

/** SHA-256 of the whole file as the browser read it, in hexadecimal. */
export const UploadHash = z.strictObject({ sha256: z.string().regex(/^[0-9a-f]{64}$/) });
export type UploadHash = z.infer<typeof UploadHash>;

/** A recording that was made of the same file, so that nobody uploads for an hour what is there already. */
export const UploadTwin = z.object({ twin: z.object({ id: Id, title: Text }).nullable() });
export type UploadTwin = z.infer<typeof UploadTwin>;

/** What the sender says of a file when an upload begins (tus `Upload-Metadata`). Nothing of it is trusted. */
export const UploadMetadata = z.object({
  filename: z.string().min(1).max(300),
  replaces: Id.optional(),
  language: z.enum(['en', 'es']).default('en'),
});
export type UploadMetadata = z.infer<typeof UploadMetadata>;

/** The piece that a browser sends at once, in bytes. */
export const uploadChunk = 8 * 1024 * 1024;
