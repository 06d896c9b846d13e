import { Id, Instant, Slug } from '@haven/shared/contract';
import * as z from 'zod';

/** What is to be previewed: a release by its number, or the draft as it is now. */
export const NewPreview = z.strictObject({ release: z.number().int().min(1).max(1_000_000).nullable() });
export type NewPreview = z.infer<typeof NewPreview>;

/** A course as a throw-away learner meets it, until it is ended or `until` comes. `id`: the learner; `slug`: the course. */
export const Preview = z.object({ id: Id, slug: Slug, until: Instant });
export type Preview = z.infer<typeof Preview>;

export const PreviewParam = z.strictObject({ id: Id, preview: Id });
export type PreviewParam = z.infer<typeof PreviewParam>;
