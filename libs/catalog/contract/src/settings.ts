import { Day, Id, Instant, MediaHash, Slug, words } from '@haven/shared/contract';
import * as z from 'zod';

/** In which order lessons may be opened: freely, or one after the other. */
export const orders = ['free', 'sequential'] as const;
export const Order = z.enum(orders);
export type Order = z.infer<typeof Order>;

/** Who finds a course: everyone, whoever has its address, or those who are in one of its groups. */
export const visibilities = ['public', 'link', 'groups'] as const;
export const Visibility = z.enum(visibilities);
export type Visibility = z.infer<typeof Visibility>;

/** A group of learners, by the name that it had when it was chosen. */
export const CourseGroup = z.strictObject({ id: Id, name: z.string().max(100) });
export type CourseGroup = z.infer<typeof CourseGroup>;

/** How many outcomes, prerequisites and groups a course has at most. */
export const MOST_GROUPS = 50;
export const MOST_OUTCOMES = 12;
export const MOST_PREREQUISITES = 10;

/** A picture of a course in place of the drawing that its address gives. */
export const Picture = z.strictObject({
  picture: MediaHash,
  width: z.number().int().min(1),
  height: z.number().int().min(1),
});
export type Picture = z.infer<typeof Picture>;

export const Cover = Picture.extend({
  alt: z.strictObject({ en: words(400).trim().min(1), es: words(400).trim().min(1).optional() }),
});
export type Cover = z.infer<typeof Cover>;

const outcomes = z.array(words(300).trim().min(1)).max(MOST_OUTCOMES);

/**
 * What holds for a course beside its words. `prerequisites` are the addresses of courses that are to be completed first; `opens` and `closes`
 * bound the time in which it can be worked on.
 */
export const CourseSettings = z.strictObject({
  outcomes: z.strictObject({ en: outcomes, es: outcomes.optional() }),
  reviewedOn: Day,
  certificate: z.boolean(),
  order: Order,
  prerequisites: z.array(Slug).max(MOST_PREREQUISITES),
  opens: Instant.nullable(),
  closes: Instant.nullable(),
  visibility: Visibility,
  groups: z.array(CourseGroup).max(MOST_GROUPS),
  cover: Cover.nullable(),
});
export type CourseSettings = z.infer<typeof CourseSettings>;

/** The settings as they are: what a package brought in may be longer than what a form takes. */
export const SettingsNow = CourseSettings.extend({
  outcomes: z.strictObject({ en: z.array(z.string()), es: z.array(z.string()).optional() }),
});
export type SettingsNow = z.infer<typeof SettingsNow>;
