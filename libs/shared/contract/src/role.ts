import * as z from 'zod';

/** What a person may be, weakest first. A visitor has no row; a guest has one, without a name or an address. */
export const roles = ['guest', 'learner', 'facilitator', 'author', 'editor', 'administrator'] as const;
export const Role = z.enum(roles);
export type Role = z.infer<typeof Role>;

/** The roles that see the studio, and whose sessions are short. */
export const isStaff = (role: string) => role === 'author' || role === 'editor' || role === 'administrator';
