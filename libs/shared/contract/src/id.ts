import * as z from 'zod';

/** A UUID, version 7 where Haven makes it (RFC 9562): sorted by time, unguessable by its random part. */
export const Id = z.uuid();
export type Id = z.infer<typeof Id>;

/** The readable name of a thing in an address: lower-case ASCII words joined by hyphens, at most 80 characters. */
export const Slug = z
  .string()
  .max(80)
  .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/);
export type Slug = z.infer<typeof Slug>;

/** The readable name that a title gives: its words without accents, as many as fit. Empty where the title has no letter of ours. */
export function slugFrom(title: string): string {
  const plain = title
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/['’]/g, '');
  const words = plain.split(/[^a-z0-9]+/).filter(Boolean);
  const slug = words.reduce((before, word) => {
    const longer = before ? `${before}-${word}` : word;
    return longer.length <= 60 ? longer : before;
  }, '');
  return slug || (words[0] ?? '').slice(0, 60);
}

/** A moment in UTC, as ISO 8601 text. */
export const Instant = z.iso.datetime();
export type Instant = z.infer<typeof Instant>;

/** A calendar day, `2026-11-23`. */
export const Day = z.iso.date();
export type Day = z.infer<typeof Day>;

/** Path parameters. */
export const IdParam = z.strictObject({ id: Id });
export type IdParam = z.infer<typeof IdParam>;
export const SlugParam = z.strictObject({ slug: Slug });
export type SlugParam = z.infer<typeof SlugParam>;

/** The answer of a write that has nothing to say beyond success. */
export const Done = z.object({ ok: z.literal(true) });
export type Done = z.infer<typeof Done>;
